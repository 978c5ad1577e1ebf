package dev.avow.policy;

import dev.avow.policy.document.Document;
import dev.avow.policy.hardening.Floor;
import dev.avow.policy.hardening.HardeningProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A policy with all that it extends.
 *
 * @param written what it says in the whole, each value with the place where it is written
 * @param policy what it promises in the whole
 * @param above the policies that it extends
 */
record Layer(Document written, SecurityPolicy policy, List<Layer> above) {

  Layer {
    above = List.copyOf(above);
  }

  /** Returns all that it extends, directly or not, each once, the outermost first. */
  Set<Layer> floors() {
    Set<Layer> floors = new LinkedHashSet<>();
    for (Layer each : above) {
      floors.addAll(each.floors());
      floors.add(each);
    }
    return floors;
  }

  /** Returns this layer, whose rules are yet to be compared with those of what it extends. */
  Layer overItsFloors() {
    List<Floor> floors = floors().stream().map(Layer::asFloor).toList();
    HardeningProfile hardening = policy.hardening().over(floors);
    return new Layer(
        written, new SecurityPolicy(policy.sections().with(hardening), written), above);
  }

  private Floor asFloor() {
    return new Floor(
        policy.hardening(),
        written.field().field("hardening").field("profile").location(),
        policy.overlaysMayChange());
  }
}
