package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import java.io.Serializable;
import java.util.Optional;

/**
 * An IngressClass.
 *
 * @param name its name, by which Ingresses name it
 * @param kind the controller that it is for
 */
record IngressController(String name, Kind kind) implements Serializable {

  enum Kind {
    NGINX,
    TRAEFIK,
    ALB,
    /** Some other, or one that is not named. */
    OTHER
  }

  static Optional<IngressController> of(PlacedObject placed) {
    if (!placed.object().id().kind().equals("IngressClass")) {
      return Optional.empty();
    }
    String controller = placed.object().place().field("spec").field("controller").text().orElse("");
    Kind kind =
        switch (controller) {
          case "k8s.io/ingress-nginx" -> Kind.NGINX;
          case "traefik.io/ingress-controller" -> Kind.TRAEFIK;
          case "ingress.k8s.aws/alb" -> Kind.ALB;
          default -> Kind.OTHER;
        };
    String name = placed.object().place().field("metadata").field("name").text().orElse("");
    return Optional.of(new IngressController(name, kind));
  }

  /** Returns the controller that a class of this name is for, as they are named by habit. */
  static Kind called(String name) {
    if (name.contains("nginx")) {
      return Kind.NGINX;
    }
    if (name.contains("traefik")) {
      return Kind.TRAEFIK;
    }
    return name.equals("alb") ? Kind.ALB : Kind.OTHER;
  }
}
