package dev.avow.k8s.network;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import java.util.List;

/** A little cluster: the namespaces shop, where the API is, and ops, with pods in both. */
final class Town {

  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api}}
      spec:
        initContainers: [{name: init, ports: [{name: setup, containerPort: 9000}]}]
        containers:
          - name: app
            ports:
              - {name: http, containerPort: 8080}
              - {name: dns, containerPort: 53, protocol: UDP}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: app}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: watch, namespace: ops, labels: {app: web}}
      spec: {containers: [{name: app}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: node, namespace: shop, labels: {app: web}}
      spec: {hostNetwork: true, containers: [{name: app}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: lost, labels: {app: web}}
      spec: {containers: [{name: app}]}
      """;

  private final StringBuilder manifests = new StringBuilder(PODS);
  private final NetworkModel.Builder model = NetworkModel.builder();

  static Town with(String... documents) {
    Town town = new Town();
    List.of(documents)
        .forEach(document -> town.manifests.append("---\n").append(document).append('\n'));
    return town;
  }

  /** Returns a policy of the namespace shop. */
  static String policy(String name, String spec) {
    return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy,"
        + " metadata: {name: %s, namespace: shop}, spec: %s}".formatted(name, spec);
  }

  /** Returns a policy that selects the API and lets in what {@code rules} say. */
  static String ingress(String rules) {
    return policy("in", "{podSelector: {matchLabels: {app: api}}, ingress: %s}".formatted(rules));
  }

  Town podsIn(String block) {
    model.podsIn(block);
    return this;
  }

  NetworkModel model() {
    try (var stream = Manifests.of("town.yaml", manifests.toString()).stream()) {
      stream.forEach(each -> model.resource((Resource) each));
    }
    return model.build();
  }

  /** Returns what becomes of a connection between parties such as {@code shop/api}. */
  Reachability ask(String from, String to, String port) {
    NetworkModel built = model();
    return built.mayReach(party(built, from), party(built, to), Port.parse(port));
  }

  private static Party party(NetworkModel model, String name) {
    if (Character.isDigit(name.charAt(0)) || name.contains(":")) {
      return Addresses.in(name);
    }
    String[] parts = name.split("/", 2);
    return model.pods(parts[0], parts[1]).get(0);
  }
}
