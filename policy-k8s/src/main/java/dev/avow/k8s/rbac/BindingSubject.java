package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;

/**
 * Somebody to whom a binding gives its role.
 *
 * @param location where the subject stands in the binding
 * @param kind {@code User}, {@code Group} or {@code ServiceAccount} as written
 * @param residence a service account's namespace, which is that of its RoleBinding unless it is
 *     written; the cluster for others
 * @param name the name
 */
public record BindingSubject(Location location, String kind, Residence residence, Name name)
    implements Serializable {

  private static final String ACCOUNT = "ServiceAccount";

  static BindingSubject of(Field subject, PlacedObject binding) {
    String kind = subject.field("kind").text().orElse("");
    return new BindingSubject(
        subject.location(),
        kind,
        kind.equals(ACCOUNT)
            ? residence(subject.field("namespace"), binding)
            : new Residence.Cluster(),
        Name.of(subject.field("name"), binding));
  }

  private static Residence residence(Field namespace, PlacedObject binding) {
    Name written = Name.of(namespace, binding);
    if (written.isOpen()) {
      return new Residence.Unresolved(written.within(), written.text());
    }
    boolean ofBinding =
        written.text().isEmpty() && binding.object().id().kind().equals("RoleBinding");
    return ofBinding ? binding.residence() : new Residence.In(written.text());
  }

  /** Returns whether it is a service account. */
  public boolean isServiceAccount() {
    return kind.equals(ACCOUNT);
  }

  /** Returns whether it is the one of {@code someKind} that is called {@code someName}. */
  public Match is(String someKind, String someName) {
    return kind.equals(someKind) ? name.is(Name.of(someName)) : Match.of(false);
  }

  /** Returns whether {@code who} is meant, by name or as one of a group. */
  public Match means(Principal who) {
    return switch (kind) {
      case "Group" -> meansOneOf(who);
      case "User" -> name.is(Name.of(who.userName())).and(Match.of(who.isSomebody()));
      case ACCOUNT ->
          Match.of(who.isServiceAccount())
              .and(name.is(Name.of(who.name())))
              .and(residence.reaches(new Residence.In(who.namespace())));
      default -> Match.of(false);
    };
  }

  private Match meansOneOf(Principal who) {
    if (who.groups().contains(name.text()) && !name.isOpen()) {
      return Match.of(true);
    }
    return name.isOpen() ? Match.unknown("the value of " + name) : Match.of(false);
  }

  /** Returns what a person would call it: {@code ServiceAccount prod/backend}. */
  @Override
  public String toString() {
    boolean isKnown = residence instanceof Residence.In in && !in.namespace().isEmpty();
    String before = isKnown ? ((Residence.In) residence).namespace() + "/" : "";
    return kind + " " + before + name;
  }
}
