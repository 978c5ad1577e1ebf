package dev.avow.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up clusters: the same seed, the same cluster. */
final class Cluster {

  private static final List<String> NAMESPACES = List.of("", "prod", "dev", "${ns}");
  private static final List<String> APPS = List.of("web", "api", "db", "${app}");

  private final Random random;

  private Cluster(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the documents of the cluster of {@code seed}. */
  static List<String> documents(long seed) {
    Cluster cluster = new Cluster(seed);
    List<String> documents = new ArrayList<>();
    int size = 8 + cluster.random.nextInt(12);
    for (int i = 0; i < size; i++) {
      documents.add(cluster.document(i));
    }
    return documents;
  }

  private String document(int number) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> deployment(number);
      case 3, 4 -> policy(number);
      case 5 -> ingress(number);
      case 6 -> "replicas: 3\n";
      default -> "kind: [unfinished\n";
    };
  }

  private String deployment(int number) {
    String app = any(APPS);
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: d%d
      namespace: "%s"
      labels: {team: %s}
    spec:
      template:
        metadata: {labels: {app: "%s"}}
        spec:
          hostNetwork: %s
          containers:
            - name: %s
              image: registry.example/app:1.0.0
              securityContext: {readOnlyRootFilesystem: %s}
    """
        .formatted(
            number,
            any(NAMESPACES),
            any(List.of("red", "blue")),
            app,
            any(List.of("true", "false", "null")),
            any(List.of("main", "worker")),
            random.nextBoolean());
  }

  private String policy(int number) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: n%d, namespace: "%s"}
    spec:
      podSelector: %s
      policyTypes: [%s]
    """
        .formatted(
            number,
            any(NAMESPACES),
            any(
                List.of(
                    "{}",
                    "{matchLabels: {app: web}}",
                    "{matchExpressions: [{key: app, operator: NotIn, values: [db]}]}")),
            any(List.of("Ingress", "Egress", "")));
  }

  private String ingress(int number) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: i%d, namespace: "%s"}
    spec:
      rules:
        - host: a.example
        - host: %s
    """
        .formatted(number, any(NAMESPACES), any(List.of("a.example", "b.example", "c.example")));
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
