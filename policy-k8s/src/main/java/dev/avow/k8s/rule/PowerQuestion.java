package dev.avow.k8s.rule;

import dev.avow.k8s.rbac.PolicyRule;
import dev.avow.k8s.rbac.Power;
import dev.avow.k8s.rbac.RoleKey;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule asks of roles.
 *
 * @param powers whether they give one of these
 * @param span which roles it asks
 * @param unless what it passes over
 */
record PowerQuestion(Set<Power> powers, Span span, Predicate<GivenPowers> unless) {

  /** Which roles are asked. */
  enum Span {
    /** All of them. */
    ALL,
    /** Those that are given across the cluster, or may be. */
    CLUSTER,
    /** Those that are given in single namespaces only. */
    NAMESPACES
  }

  /** Returns the question whether any role gives {@code power}. */
  static PowerQuestion about(Power power) {
    return new PowerQuestion(EnumSet.of(power), Span.ALL, given -> false);
  }

  /** Returns the question whether roles of {@code span} let their holders take over. */
  static PowerQuestion aboutEscalation(Span span) {
    Set<Power> powers = EnumSet.of(Power.EVERYTHING);
    powers.addAll(Power.escalations());
    return new PowerQuestion(powers, span, given -> false);
  }

  /**
   * Returns the question whether less than admins may write graphs.
   *
   * @param isKroThere whether it matters that a wildcard allows it, too
   */
  static PowerQuestion aboutGraphs(boolean isKroThere) {
    Set<Power> powers = EnumSet.of(Power.EVERYTHING, Power.CREATE_GRAPHS);
    return new PowerQuestion(
        powers,
        Span.CLUSTER,
        given ->
            given.has(Power.EVERYTHING)
                || (!isKroThere && given.all(Power.CREATE_GRAPHS, PowerQuestion::isByWildcards)));
  }

  private static boolean isByWildcards(PolicyRule rule) {
    return !rule.groups().values().contains("kro.run")
        && !rule.resources().values().contains("resourcegraphdefinitions");
  }

  boolean concerns(boolean clusterWide) {
    return span == Span.ALL || (span == Span.CLUSTER) == clusterWide;
  }

  boolean passesOver(GivenPowers given) {
    return unless.test(given);
  }

  /**
   * Returns whether it does not ask of {@code role}, which is built in: bindings of cluster-admin
   * have rules of their own, and the others for users are meant to be bound in namespaces.
   */
  boolean isAboutOthersThan(RoleKey role) {
    boolean isForUsers = role.isClusterRole("admin").or(role.isClusterRole("edit")).holds();
    return (span != Span.ALL && role.isClusterRole("cluster-admin").holds())
        || (span == Span.NAMESPACES && isForUsers);
  }
}
