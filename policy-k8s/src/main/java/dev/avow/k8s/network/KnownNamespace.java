package dev.avow.k8s.network;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Optional;

/**
 * A namespace whose manifest is there, so that its labels are known.
 *
 * @param name its name
 * @param labels its labels, with the one that the cluster adds
 */
public record KnownNamespace(String name, Labels labels) implements Serializable {

  /** The label that every namespace has, with its name. */
  public static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Returns {@code placed} as a namespace; nothing if it is something else, or has no name. */
  public static Optional<KnownNamespace> of(PlacedObject placed) {
    ResourceId id = placed.object().id();
    Field metadata = placed.object().place().field("metadata");
    String name = metadata.field("name").text().orElse("");
    boolean known =
        id.kind().equals("Namespace")
            && id.group().isEmpty()
            && !name.isEmpty()
            && !Field.isExpression(name);
    return known
        ? Optional.of(
            new KnownNamespace(name, Labels.of(metadata.field("labels")).with(NAME_LABEL, name)))
        : Optional.empty();
  }

  /** Returns what is known of the labels of a namespace whose manifest is not there. */
  static Labels labelsOf(Residence residence) {
    Labels open = Labels.unknown();
    return residence instanceof Residence.In in
        ? open.with(NAME_LABEL, in.namespace())
        : open.withUnresolved(NAME_LABEL);
  }
}
