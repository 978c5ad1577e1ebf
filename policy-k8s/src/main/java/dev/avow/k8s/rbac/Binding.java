package dev.avow.k8s.rbac;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.Labels;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A RoleBinding or ClusterRoleBinding as it is written.
 *
 * @param subject what findings call it
 * @param location where it stands
 * @param name its name
 * @param residence the namespace in which it gives; the cluster for a ClusterRoleBinding
 * @param role what it gives
 * @param roleLocation where it says so
 * @param subjects to whom it gives
 * @param missing what would have to be known to know all of that, a noun phrase; empty if nothing
 * @param comesToBe whether it is there
 * @param builtIn whether it comes with every cluster
 */
public record Binding(
    Subject subject,
    Location location,
    Name name,
    Residence residence,
    RoleKey role,
    Location roleLocation,
    List<BindingSubject> subjects,
    String missing,
    Match comesToBe,
    boolean builtIn)
    implements Serializable {

  private static final String CLUSTER_WIDE = "ClusterRoleBinding";

  /** Creates a binding; the list is copied. */
  public Binding {
    subjects = List.copyOf(subjects);
  }

  /** Returns {@code placed} as a binding; nothing if it is something else. */
  public static Optional<Binding> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    boolean isBinding = id.kind().equals("RoleBinding") || id.kind().equals(CLUSTER_WIDE);
    return isBinding && id.group().equals(Role.GROUP)
        ? Optional.of(read(placed))
        : Optional.empty();
  }

  private static Binding read(PlacedObject placed) {
    Field root = placed.object().place();
    Field metadata = root.field("metadata");
    Field reference = root.field("roleRef");
    Field subjects = root.field("subjects");
    boolean clusterWide = placed.object().id().kind().equals(CLUSTER_WIDE);
    Name name = Name.of(metadata.field("name"), placed);
    return new Binding(
        placed.subject(),
        root.location(),
        name,
        clusterWide ? new Residence.Cluster() : placed.residence(),
        RoleKey.of(reference, placed),
        reference.location(),
        subjects.items().stream().map(subject -> BindingSubject.of(subject, placed)).toList(),
        missing(reference, subjects, clusterWide),
        placed.comesToBe(),
        BuiltIn.isNamed(name, Labels.of(metadata.field("labels"))));
  }

  private static String missing(Field reference, Field subjects, boolean clusterWide) {
    Field kind = reference.field("kind");
    Field name = reference.field("name");
    boolean isKnown = kind.is("ClusterRole").holds() || (kind.is("Role").holds() && !clusterWide);
    if (!isKnown) {
      return (clusterWide ? "a ClusterRole at " : "a Role or ClusterRole at ") + kind.path();
    }
    if (!name.isUnresolved() && name.text().filter(text -> !text.isEmpty()).isEmpty()) {
      return "a name at " + name.path();
    }
    return subjects.isUnresolved() ? "the value of " + subjects.path() : "";
  }

  /** Returns whether it gives in all namespaces, and what is in none. */
  public boolean isClusterWide() {
    return residence instanceof Residence.Cluster;
  }

  /** Returns whether it gives for {@code request}, as far as the place goes. */
  Match reaches(Request request) {
    if (isClusterWide()) {
      return Match.of(true);
    }
    return request.namespace().isEmpty()
        ? Match.of(false)
        : residence.reaches(new Residence.In(request.namespace()));
  }

  /** Returns whether it gives to {@code who}. */
  Match means(Principal who) {
    Match means =
        subjects.isEmpty() && !missing.isEmpty() ? Match.unknown(missing) : Match.of(false);
    for (BindingSubject each : subjects) {
      Match here = each.means(who);
      if (here.holds()) {
        return here;
      }
      means = here.isUnknown() ? here : means;
    }
    return means;
  }
}
