package dev.avow.k8s.kro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes up definitions: the same seed, the same definition, whatever its ids and its order. */
final class MadeUpGraph {

  private static final List<String> READS =
      List.of(
          "%s.data.password",
          "%s.metadata.name",
          "%s.data",
          "hash.sha256(%s.data.token)",
          "has(%s.data.a) ? \"a\" : \"b\"",
          "%s.data.token == \"x\"",
          "cel.bind(v, %s, v.data.k + \"!\")",
          "%s.data.map(k, k).join(\",\")",
          "[\"x\"].map(i, %s.data.k + i)");

  private final Random random;
  private final List<String> ids;

  private MadeUpGraph(long seed, String suffix) {
    this.random = new Random(seed);
    this.ids = List.of("creds" + suffix, "copy" + suffix, "config" + suffix, "app" + suffix);
  }

  /**
   * Returns the definition of {@code seed}.
   *
   * @param suffix what is added to each id
   * @param order by which the resources are shuffled
   * @param unrelated how many resources are added that nothing refers to
   */
  static String of(long seed, String suffix, long order, int unrelated) {
    return new MadeUpGraph(seed, suffix).yaml(order, unrelated);
  }

  private String yaml(long order, int unrelated) {
    String status = read();
    List<String> resources = new ArrayList<>(List.of(creds(), copy(), config(), app()));
    for (int i = 0; i < unrelated; i++) {
      resources.add(unrelated(i));
    }
    Collections.shuffle(resources, new Random(order));
    return """
    apiVersion: kro.run/v1alpha1
    kind: ResourceGraphDefinition
    metadata: {name: made-up}
    spec:
      schema:
        apiVersion: v1alpha1
        kind: Shop
        spec: {name: string, password: string}
        status: {out: '%s'}
      resources:
    """
            .formatted(status)
        + String.join("", resources);
  }

  private String creds() {
    return """
        - id: %s
          externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c, namespace: platform}}
    """
        .formatted(ids.get(0));
  }

  private String copy() {
    return """
        - id: %s
          template:
            apiVersion: v1
            kind: Secret
            metadata: {name: copy, namespace: "%s"}
            data: {k: "${%s.data.k}"}
    """
        .formatted(
            ids.get(1), random.nextBoolean() ? "platform" : "${schema.spec.name}", ids.get(0));
  }

  private String config() {
    return """
        - id: %s
          template:
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: config}
            data: {k: '%s', mode: fast}
    """
        .formatted(ids.get(2), expression(ids.get(random.nextInt(2))));
  }

  private String app() {
    return """
        - id: %s
          template:
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: app}
            spec: {template: {spec: {containers: [{name: a, env: [{name: K, value: '%s'}]}]}}}
    """
        .formatted(ids.get(3), read());
  }

  private static String unrelated(int number) {
    return """
        - id: other%d
          template: {apiVersion: v1, kind: Service, metadata: {name: "${schema.spec.name}-%d"}}
    """
        .formatted(number, number);
  }

  private String read() {
    return random.nextInt(5) == 0
        ? "${schema.spec.password}"
        : expression(ids.get(random.nextInt(3)));
  }

  private String expression(String id) {
    return "${" + READS.get(random.nextInt(READS.size())).formatted(id) + "}";
  }
}
