package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * What a role is known by.
 *
 * @param residence the role's namespace; the cluster for a ClusterRole
 * @param name the role's name
 */
public record RoleKey(Residence residence, Name name) implements Serializable {

  private static final Residence CLUSTER = new Residence.Cluster();

  /** Returns what the ClusterRole called {@code name} is known by. */
  public static RoleKey ofClusterRole(String name) {
    return ofClusterRole(Name.of(name));
  }

  static RoleKey ofClusterRole(Name name) {
    return new RoleKey(CLUSTER, name);
  }

  static RoleKey of(PlacedObject role) {
    Name name = Name.of(role.object().place().field("metadata").field("name"), role);
    boolean isClusterRole = role.object().id().kind().equals("ClusterRole");
    return isClusterRole ? ofClusterRole(name) : new RoleKey(role.residence(), name);
  }

  /** Returns what {@code reference}, in a binding, refers to. */
  static RoleKey of(Field reference, PlacedObject binding) {
    Name name = Name.of(reference.field("name"), binding);
    return reference.field("kind").is("Role").holds()
        ? new RoleKey(binding.residence(), name)
        : ofClusterRole(name);
  }

  /** Returns whether it is a ClusterRole's. */
  public boolean isOfCluster() {
    return residence.equals(CLUSTER);
  }

  /** Returns whether it is that of the ClusterRole called {@code clusterRole}. */
  public Match isClusterRole(String clusterRole) {
    return isOfCluster() ? name.is(Name.of(clusterRole)) : Match.of(false);
  }

  /** Returns what a person would call the role: {@code the Role prod/reader}. */
  @Override
  public String toString() {
    if (isOfCluster()) {
      return "the ClusterRole " + name;
    }
    return "the Role " + (residence instanceof Residence.In in ? in.namespace() + "/" : "") + name;
  }
}
