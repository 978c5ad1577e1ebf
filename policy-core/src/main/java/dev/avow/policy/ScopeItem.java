package dev.avow.policy;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a policy covers, or does not.
 *
 * <pre>{@code
 * ScopeItem.of("core", "The core library").matching("pkg:npm/typekro*");
 * ScopeItem.of("third-party", "Dependencies").redirectedTo(THEIR_MAINTAINERS);
 * }</pre>
 *
 * <p>Immutable. The place where it is written does not count in {@link #equals}.
 */
public final class ScopeItem {

  /** Who answers for what a policy does not cover. */
  public enum Redirect {
    /** Those who maintain it. */
    THEIR_MAINTAINERS,
    /** Whoever uses the project. */
    USER;

    /** Returns the name as policies write it: {@code their-maintainers}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final String id;
  private final String text;
  private final List<Glob> components;
  private final @Nullable Redirect redirect;
  private final Location declaredAt;

  private ScopeItem(
      String id,
      String text,
      List<Glob> components,
      @Nullable Redirect redirect,
      Location declaredAt) {
    this.id = Require.id(id);
    this.text = Require.text("text", text);
    this.components = List.copyOf(components);
    this.redirect = redirect;
    this.declaredAt = declaredAt;
  }

  /**
   * Returns an item.
   *
   * @param id its name, in kebab-case
   * @param text what it is, for a person
   */
  public static ScopeItem of(String id, String text) {
    return new ScopeItem(id, text, List.of(), null, Require.IN_CODE);
  }

  /** Returns this item, recognised by globs on the name or package URL of a component. */
  public ScopeItem matching(String... globs) {
    List<Glob> more = components;
    for (String glob : globs) {
      more = Require.plus(more, Glob.of(glob));
    }
    return new ScopeItem(id, text, more, redirect, declaredAt);
  }

  /** Returns this item with who answers for it instead. */
  public ScopeItem redirectedTo(Redirect to) {
    return new ScopeItem(id, text, components, to, declaredAt);
  }

  /** Returns this item as written at {@code place}. */
  public ScopeItem at(Location place) {
    return new ScopeItem(id, text, components, redirect, place);
  }

  /** Returns its name, in kebab-case. */
  public String id() {
    return id;
  }

  /** Returns what it is, for a person. */
  public String text() {
    return text;
  }

  /** Returns the globs on names or package URLs of components that it is about; often none. */
  public List<Glob> components() {
    return components;
  }

  /** Returns who answers for it instead, if the policy says so. */
  public Optional<Redirect> redirect() {
    return Optional.ofNullable(redirect);
  }

  /** Returns where it is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopeItem that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(id, text, components, redirect());
  }

  @Override
  public String toString() {
    return id;
  }
}
