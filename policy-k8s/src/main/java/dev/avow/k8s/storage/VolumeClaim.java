package dev.avow.k8s.storage;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A persistent volume claim, as far as it is written.
 *
 * @param residence its namespace
 * @param name its name; with a star behind it for those that a StatefulSet makes for its pods
 * @param graph the graph in which the name means the same, where it is an expression; empty
 *     otherwise
 * @param modes its access modes: those of its volume where it is bound, else those that it asks for
 * @param storageClass its storage class; empty for none at all, null where the cluster's default
 *     fills it in
 * @param missing what would have to be known to know all of that; empty if nothing
 */
public record VolumeClaim(
    Residence residence,
    String name,
    String graph,
    List<String> modes,
    @Nullable String storageClass,
    String missing)
    implements Serializable {

  /** Any number of pods may write, on any number of nodes. */
  public static final String READ_WRITE_MANY = "ReadWriteMany";

  /** Any number of pods may read, on any number of nodes. */
  public static final String READ_ONLY_MANY = "ReadOnlyMany";

  /** One pod may write. */
  public static final String READ_WRITE_ONCE_POD = "ReadWriteOncePod";

  /** How claims were named before there was a field. */
  private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

  /**
   * Where a claim is written.
   *
   * @param name what it is called, in words
   * @param metadata its metadata
   * @param spec its spec
   */
  public record Declared(String name, Field metadata, Field spec) {

    /** Returns the field that names the storage class, be it the annotation of old. */
    public Field storageClass() {
      Field annotation = metadata.field("annotations").field(OLD_CLASS);
      return spec.field("storageClassName").isAbsent() && annotation.isPresent()
          ? annotation
          : spec.field("storageClassName");
    }

    /** Returns the field that lists the access modes. */
    public Field modes() {
      return spec.field("accessModes");
    }
  }

  /** Creates a claim; the list is copied. */
  public VolumeClaim {
    modes = List.copyOf(modes);
  }

  /**
   * Returns the claims that {@code resource} declares: itself, the templates of a StatefulSet, and
   * those of generic ephemeral volumes, which belong to one pod each.
   */
  public static List<Declared> declaredIn(Resource resource) {
    List<Declared> declared = new ArrayList<>();
    for (PlacedObject placed : PlacedObject.in(resource)) {
      Resource object = placed.object();
      if (isClaim(object)) {
        declared.add(new Declared(object.id().name(), object.at("metadata"), object.at("spec")));
      }
      templates(object).forEach(template -> declared.add(declared(template)));
      Workload.of(object).stream()
          .flatMap(workload -> workload.pods().stream())
          .flatMap(pod -> ephemeral(pod).stream())
          .forEach(template -> declared.add(declared(template)));
    }
    return declared;
  }

  private static Declared declared(Field template) {
    Field metadata = template.field("metadata");
    String name = metadata.field("name").text().orElseGet(template::label);
    return new Declared(name, metadata, template.field("spec"));
  }

  private static List<Field> ephemeral(PodSpec pod) {
    return pod.at("volumes").items().stream()
        .map(volume -> volume.field("ephemeral").field("volumeClaimTemplate"))
        .filter(Field::isPresent)
        .toList();
  }

  private static boolean isClaim(Resource object) {
    return object.id().kind().equals("PersistentVolumeClaim") && object.id().group().isEmpty();
  }

  private static List<Field> templates(Resource object) {
    return object.id().kind().equals("StatefulSet")
        ? object.at("spec.volumeClaimTemplates").items()
        : List.of();
  }

  /** Returns {@code placed} as a claim, if it is one. */
  public static Optional<VolumeClaim> of(PlacedObject placed) {
    Resource object = placed.object();
    return isClaim(object)
        ? Optional.of(
            of(
                placed,
                object.id().name(),
                new Declared("", object.at("metadata"), object.at("spec")),
                object.at("status.accessModes")))
        : Optional.empty();
  }

  /** Returns the claims that a StatefulSet makes, one for each of its pods. */
  public static List<VolumeClaim> perPod(PlacedObject placed) {
    Resource object = placed.object();
    return templates(object).stream()
        .map(
            template -> {
              Declared declared = declared(template);
              String name = declared.name() + "-" + object.id().name() + "-*";
              return of(placed, name, declared, object.at("status.none"));
            })
        .toList();
  }

  /**
   * Returns whether pods may mount it by {@code claim}: the number of a pod stands for the star.
   */
  public boolean isCalled(String claim) {
    return name.endsWith("*")
        ? claim.matches("\\Q" + name.substring(0, name.length() - 1) + "\\E[0-9]+")
        : name.equals(claim);
  }

  private static VolumeClaim of(PlacedObject placed, String name, Declared declared, Field bound) {
    Field modes = bound.items().isEmpty() ? declared.modes() : bound;
    List<String> known = modes.items().stream().flatMap(mode -> mode.text().stream()).toList();
    boolean open = known.isEmpty() || modes.items().stream().anyMatch(Field::isUnresolved);
    Field ofClass = declared.storageClass();
    String written = ofClass.isUnresolved() ? null : ofClass.text().orElse(null);
    String missing = open ? "the access modes at " + modes.path() : "";
    String graph = Field.isExpression(name) ? placed.graph() : "";
    return new VolumeClaim(placed.residence(), name, graph, known, written, missing);
  }

  /** Returns whether it has {@code mode}. */
  public boolean allows(String mode) {
    return modes.contains(mode);
  }
}
