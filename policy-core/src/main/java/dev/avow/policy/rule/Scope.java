package dev.avow.policy.rule;

import java.util.Set;

/**
 * What a rule is asked for each of, such as every container; each module offers its own as
 * constants.
 *
 * @param <T> the type of the targets
 */
public final class Scope<T extends Target> {

  private final String name;
  private final Class<T> type;
  private final Set<String> parts;

  private Scope(String name, Class<T> type, Set<String> parts) {
    this.name = name;
    this.type = type;
    this.parts = parts;
  }

  /**
   * Returns a scope of {@code type}.
   *
   * @param name the noun for one target, such as {@code container}
   * @param parts the names of the parts that the targets' subjects have
   */
  public static <T extends Target> Scope<T> of(String name, Class<T> type, String... parts) {
    return new Scope<>(name, type, Set.of(parts));
  }

  /** Returns the noun for one target. */
  public String name() {
    return name;
  }

  /** Returns the type of the targets. */
  public Class<T> type() {
    return type;
  }

  /** Returns the names of the parts that the targets' subjects have. */
  public Set<String> parts() {
    return parts;
  }

  @Override
  public String toString() {
    return name;
  }
}
