package dev.avow.k8s.rbac;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A kind of object that somebody applies, such as those of a graph.
 *
 * @param group the API group; empty for the core group
 * @param resource the resource in the plural: {@code deployments}
 * @param namespace the namespace of the objects; empty for what is in none, or in any
 */
public record AppliedKind(String group, String resource, String namespace) {

  /** What kro's client needs to install a graph and to ask for an instance of it. */
  private static final AppliedKind DEFINITION =
      new AppliedKind("kro.run", "resourcegraphdefinitions", "");

  /**
   * Returns the kind {@code kind} of {@code apiVersion}, whose resource is called by the rule of
   * the plural that Kubernetes itself guesses by.
   */
  public static AppliedKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return new AppliedKind(slash < 0 ? "" : apiVersion.substring(0, slash), plural(kind), "");
  }

  private static String plural(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.endsWith("endpoints")) {
      return lower;
    }
    if (lower.endsWith("s")
        || lower.endsWith("x")
        || lower.endsWith("ch")
        || lower.endsWith("sh")) {
      return lower + "es";
    }
    boolean vowel = lower.matches(".*[aeiou]y");
    return lower.endsWith("y") && !vowel
        ? lower.substring(0, lower.length() - 1) + "ies"
        : lower + "s";
  }

  /** Returns this kind, its objects being in {@code inNamespace}. */
  public AppliedKind in(String inNamespace) {
    return new AppliedKind(group, resource, inNamespace);
  }

  /** Returns what has to be asked of the API server to do {@code verbs} to such objects. */
  public List<Request> requests(Collection<String> verbs) {
    String where = ResourceScope.isOfCluster(group, resource).holds() ? "" : namespace;
    return verbs.stream().map(verb -> new Request(verb, group, resource, "", where, "")).toList();
  }

  /**
   * Returns what has to be asked to apply all of a graph oneself: {@code verbs} on each of {@code
   * kinds}.
   */
  public static List<Request> direct(Collection<AppliedKind> kinds, Collection<String> verbs) {
    return kinds.stream().flatMap(kind -> kind.requests(verbs).stream()).distinct().toList();
  }

  /**
   * Returns what has to be asked where kro applies the graph: {@code verbs} on its definition and
   * on {@code instance}, the kind that it defines.
   */
  public static List<Request> throughKro(AppliedKind instance, Collection<String> verbs) {
    return direct(List.of(DEFINITION, instance), verbs);
  }
}
