package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * What an Ingress takes.
 *
 * @param controller the class that it is for; empty for the default one
 * @param host the host as written; empty for all
 * @param path the path as written; a slash where none is
 * @param missing what would have to be known to know them; empty if nothing
 */
record IngressPath(String controller, String host, String path, String missing)
    implements Serializable {

  /** Tells {@code observer} what {@code resource}, or what it holds, takes. */
  static void observe(Resource resource, Facts.Observer<IngressPath> observer) {
    for (PlacedObject placed : PlacedObject.in(resource)) {
      Field root = placed.object().place();
      Field annotations = root.field("metadata").field("annotations");
      // A canary takes a share of what another Ingress takes, on purpose.
      boolean canary = annotations.field(NginxAnnotations.PREFIX + "canary").is("true").holds();
      if (IngressRules.isIngress(placed.object().id()) && !canary) {
        String controller =
            root.at("spec.ingressClassName")
                .text()
                .or(() -> annotations.field("kubernetes.io/ingress.class").text())
                .orElse("");
        for (Field rule : root.at("spec.rules").items()) {
          paths(rule, controller, placed, observer);
        }
      }
    }
  }

  private static void paths(
      Field rule, String controller, PlacedObject placed, Facts.Observer<IngressPath> observer) {
    Field host = rule.field("host");
    for (Field each : rule.field("http").field("paths").items()) {
      Field path = each.field("path");
      Field open = host.isUnresolved() ? host : path;
      IngressPath taken =
          new IngressPath(
              controller,
              host.text().orElse(""),
              path.text().filter(text -> !text.isEmpty()).orElse("/"),
              open.isUnresolved() ? "the value of " + open.path() : "");
      observer.observe(placed.subject(), open.isUnresolved() ? open : path, taken);
    }
  }

  /** Returns what it takes, as findings say it. */
  String taken() {
    return host.isEmpty() ? "every host at " + path : host + path;
  }
}
