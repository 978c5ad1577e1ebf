package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Residence;
import java.util.List;

/**
 * Somebody who has a power, and where.
 *
 * @param power what they can do
 * @param where in which namespace; the cluster for all of them
 * @param names to which objects; to all if empty
 * @param grant whom it is given to, and how
 */
public record Holding(Power power, Residence where, List<String> names, Grant grant) {

  /** Creates a holding; the list is copied. */
  public Holding {
    names = List.copyOf(names);
  }

  /** Returns who has it. */
  public BindingSubject who() {
    return grant.to();
  }

  /** Returns it in words: {@code ServiceAccount prod/api can read secrets [db] in prod}. */
  @Override
  public String toString() {
    String objects = names.isEmpty() ? "" : " " + names;
    String there = where instanceof Residence.In in ? " in " + in.namespace() : "";
    return who() + " can " + power.phrase() + objects + there;
  }
}
