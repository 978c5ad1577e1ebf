package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import java.io.Serializable;
import java.util.Optional;

/**
 * Whether a service account mounts its token in pods that say nothing of it.
 *
 * @param residence the account's namespace
 * @param name the account's name
 * @param automount whether the token is mounted
 */
record OfferedToken(Residence residence, String name, Mounting automount) implements Serializable {

  static Optional<OfferedToken> of(PlacedObject placed) {
    return ServiceAccountRules.isServiceAccount(placed.object().id())
        ? Optional.of(
            new OfferedToken(
                placed.residence(),
                placed.object().id().name(),
                Mounting.at(placed.object().place().field("automountServiceAccountToken"))))
        : Optional.empty();
  }
}
