package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/** That a configuration of ingress-nginx has every request authenticated: global-auth-url. */
record GlobalAuth(String url) implements Serializable {

  static Optional<GlobalAuth> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    Field url = placed.object().place().field("data").field("global-auth-url");
    return id.kind().equals("ConfigMap") && id.group().isEmpty()
        ? url.text().filter(text -> !text.isEmpty()).map(GlobalAuth::new)
        : Optional.empty();
  }
}
