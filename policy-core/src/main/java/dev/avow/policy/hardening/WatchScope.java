package dev.avow.policy.hardening;

import dev.avow.policy.finding.Glob;
import java.util.List;

/**
 * What a controller may watch: namespaces, claims and storage classes, by globs.
 *
 * <p>An empty include list includes nothing, and exclude wins over include; a dimension that is not
 * stated restricts nothing.
 *
 * @param namespaces which namespaces
 * @param claims which persistent volume claims, by name
 * @param storageClasses which storage classes
 */
public record WatchScope(Globs namespaces, Globs claims, Globs storageClasses) {

  private static final WatchScope UNSTATED =
      new WatchScope(Globs.unstated(), Globs.unstated(), Globs.unstated());

  /**
   * The names that are included and those that are excluded.
   *
   * @param stated whether the policy says anything
   * @param include what is included; nothing if empty
   * @param exclude what is excluded though it is included
   */
  public record Globs(boolean stated, List<Glob> include, List<Glob> exclude) {

    private static final Globs UNSTATED = new Globs(false, List.of(), List.of());

    /** Creates globs; the lists are copied. */
    public Globs {
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }

    /** Returns the dimension of which nothing is said. */
    public static Globs unstated() {
      return UNSTATED;
    }

    /** Returns globs that include {@code include} save for {@code exclude}. */
    public static Globs of(List<Glob> include, List<Glob> exclude) {
      return new Globs(true, include, exclude);
    }
  }

  /** Returns the scope of which nothing is said. */
  public static WatchScope unstated() {
    return UNSTATED;
  }
}
