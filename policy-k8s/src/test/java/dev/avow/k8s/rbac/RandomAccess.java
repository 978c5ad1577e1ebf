package dev.avow.k8s.rbac;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up roles and bindings. */
final class RandomAccess {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> NAMESPACES = List.of("prod", "dev");

  private RandomAccess() {}

  static List<String> documents(Random random, int count) {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(random.nextInt(5) < 2 ? role(random) : binding(random, i));
    }
    return documents;
  }

  static List<Request> requests() {
    return List.of(
        Request.to("get", "secrets").in("prod"),
        Request.to("get", "secrets").in("dev").named("db"),
        Request.to("create", "pods/exec").in("prod"),
        Request.to("create", "pods"),
        Request.to("list", "deployments.apps").in("dev"),
        Request.toUrl("get", "/metrics"));
  }

  static List<Principal> principals() {
    return List.of(
        Principal.serviceAccount("prod", "a"),
        Principal.serviceAccount("dev", "b"),
        Principal.user("ann").with("ops"));
  }

  private static String role(Random random) {
    boolean ofCluster = random.nextBoolean();
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata: {name: %s, namespace: "%s"}
    rules:
      - {apiGroups: [%s], resources: [%s], verbs: [%s]}
      - {nonResourceURLs: ["%s"], verbs: [get]}
    """
        .formatted(
            ofCluster ? "ClusterRole" : "Role",
            any(random, NAMES),
            ofCluster ? "" : any(random, NAMESPACES),
            any(random, List.of("\"\"", "apps", "\"*\"", "\"${group}\"")),
            any(random, List.of("secrets", "\"*\"", "\"*/exec\"", "pods, deployments")),
            any(random, List.of("get", "\"*\"", "create, list")),
            any(random, List.of("/metrics", "/met*", "/healthz")));
  }

  private static String binding(Random random, int number) {
    boolean wide = random.nextBoolean();
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata: {name: b%d, namespace: "%s"}
    roleRef: {kind: %s, name: %s}
    subjects: [%s]
    """
        .formatted(
            wide ? "ClusterRoleBinding" : "RoleBinding",
            number,
            wide ? "" : any(random, NAMESPACES),
            wide || random.nextBoolean() ? "ClusterRole" : "Role",
            any(random, NAMES),
            any(
                random,
                List.of(
                    "{kind: ServiceAccount, name: a, namespace: prod}",
                    "{kind: ServiceAccount, name: b}",
                    "{kind: Group, name: ops}",
                    "{kind: User, name: \"${user}\"}")));
  }

  private static String any(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
