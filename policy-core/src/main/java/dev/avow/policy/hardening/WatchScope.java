package dev.avow.policy.hardening;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import dev.avow.policy.hardening.WatchDecision.Dimension;
import dev.avow.policy.hardening.WatchDecision.Outcome;
import dev.avow.policy.hardening.WatchDecision.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
   * The names that are included and those that are excluded. Immutable; where they are written does
   * not count in {@link #equals}.
   */
  public static final class Globs {

    private static final Globs UNSTATED =
        new Globs(false, List.of(), List.of(), Location.in("(code)"));

    private final boolean stated;
    private final List<Glob> include;
    private final List<Glob> exclude;
    private final Location declaredAt;

    private Globs(boolean stated, List<Glob> include, List<Glob> exclude, Location declaredAt) {
      this.stated = stated;
      this.include = List.copyOf(include);
      this.exclude = List.copyOf(exclude);
      this.declaredAt = declaredAt;
    }

    /** Returns the dimension of which nothing is said. */
    public static Globs unstated() {
      return UNSTATED;
    }

    /** Returns globs that include {@code include} save for {@code exclude}. */
    public static Globs of(List<Glob> include, List<Glob> exclude) {
      return new Globs(true, include, exclude, UNSTATED.declaredAt);
    }

    /**
     * Returns globs that include the names that match one of {@code patterns}.
     *
     * @throws IllegalArgumentException if one is malformed
     */
    public static Globs including(String... patterns) {
      return of(Arrays.stream(patterns).map(Glob::of).toList(), List.of());
    }

    /**
     * Returns these globs, excluding the names that match one of {@code patterns} as well.
     *
     * @throws IllegalArgumentException if one is malformed
     */
    public Globs excluding(String... patterns) {
      List<Glob> all = new ArrayList<>(exclude);
      Arrays.stream(patterns).map(Glob::of).forEach(all::add);
      return new Globs(stated, include, all, declaredAt);
    }

    /** Returns whether the policy says anything. */
    public boolean stated() {
      return stated;
    }

    /** Returns what is included; nothing if empty. */
    public List<Glob> include() {
      return include;
    }

    /** Returns what is excluded though it is included. */
    public List<Glob> exclude() {
      return exclude;
    }

    /** Returns where the policy says so. */
    public Location declaredAt() {
      return declaredAt;
    }

    /** Returns these globs, as they are written at {@code place}. */
    public Globs at(Location place) {
      return new Globs(stated, include, exclude, place);
    }

    private Step ask(String name, Dimension dimension) {
      if (!stated) {
        return new Step(dimension, Outcome.UNSTATED, -1);
      }
      int excluding = first(exclude, name);
      if (excluding >= 0) {
        return new Step(dimension, Outcome.EXCLUDED, excluding);
      }
      int including = first(include, name);
      Outcome outcome = including < 0 ? Outcome.NOT_INCLUDED : Outcome.INCLUDED;
      return new Step(dimension, outcome, including);
    }

    private static int first(List<Glob> globs, String name) {
      for (int i = 0; i < globs.size(); i++) {
        if (globs.get(i).matches(name)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Globs that
          && stated == that.stated
          && include.equals(that.include)
          && exclude.equals(that.exclude);
    }

    @Override
    public int hashCode() {
      return Objects.hash(stated, include, exclude);
    }

    /** Returns all that is said. */
    @Override
    public String toString() {
      return stated ? "include " + include + " exclude " + exclude : "anything";
    }
  }

  /** Returns the scope of which nothing is said. */
  public static WatchScope unstated() {
    return UNSTATED;
  }

  /**
   * Returns whether a claim is watched, and by which globs that is decided: those on its namespace
   * first, then on its name, then on its storage class.
   *
   * @param storageClass the class of the claim or, where it names none, of its volume; empty if
   *     there is none, which globs on classes never include
   */
  public WatchDecision explain(String namespace, String claim, String storageClass) {
    List<Step> steps = new ArrayList<>();
    steps.add(namespaces.ask(namespace, Dimension.NAMESPACE));
    if (steps.get(0).outcome().allows()) {
      steps.add(claims.ask(claim, Dimension.CLAIM));
    }
    if (steps.get(steps.size() - 1).outcome().allows()) {
      boolean none = storageClasses.stated() && storageClass.isEmpty();
      steps.add(
          none
              ? new Step(Dimension.STORAGE_CLASS, Outcome.NO_CLASS, -1)
              : storageClasses.ask(storageClass, Dimension.STORAGE_CLASS));
    }
    return new WatchDecision(steps);
  }
}
