package dev.avow.examples.command;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.workload.Image;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.inventory.Inventory;
import dev.avow.policy.version.inventory.Product;
import dev.avow.policy.version.inventory.SupportEvaluator;
import dev.avow.policy.version.inventory.VersionInUse;
import dev.avow.policy.version.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a check that also asks which versions are in use, and their answer. */
final class VersionsInUse implements Beside {

  @Option(
      names = "--versions",
      description =
          "Asks, too, whether the versions in use are supported: image tags in manifests.")
  private boolean images;

  @Option(
      names = "--inventory",
      paramLabel = "FILE",
      description = "A lock file or bill of materials whose versions are asked about as well.")
  private List<Path> inventories = List.of();

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The releases of the policy's project, where its rows need them.")
  private @Nullable Path catalog;

  @Option(
      names = "--lifecycle",
      paramLabel = "FILE",
      description = "A product of endoflife.date whose versions are asked about, too.")
  private List<Path> lifecycles = List.of();

  private final List<VersionInUse> found = new ArrayList<>();

  @Override
  public boolean isGiven() {
    return !inventories.isEmpty();
  }

  private boolean areAsked() {
    return images || isGiven();
  }

  @Override
  public Manifests noting(Manifests all) {
    return images
        ? () -> {
          Stream<Manifest> stream = all.stream();
          return stream.peek(this::note);
        }
        : all;
  }

  private void note(Manifest manifest) {
    if (manifest instanceof Resource resource) {
      Workload.of(resource).stream()
          .flatMap(workload -> workload.pods().stream())
          .flatMap(pod -> pod.images().stream())
          .forEach(this::note);
    }
  }

  private void note(Image image) {
    if (image.reference().isEmpty()) {
      return; // what cannot be read as an image is for the rules about images
    }
    ImageReference reference = image.reference().get();
    found.add(
        VersionInUse.ofImage(
            reference.repository(),
            reference.tag().orElse(""),
            reference.digest().isPresent(),
            image.subject(),
            image.place().location()));
  }

  @Override
  public Stream<Evaluation> evaluate(SecurityPolicy promised, When when, Terminal terminal) {
    if (!areAsked()) {
      return Stream.of();
    }
    ReleaseCatalog releases =
        catalog == null ? ReleaseCatalog.none() : Lifecycle.read(catalog).releases();
    SupportEvaluator evaluator =
        SupportEvaluator.of(new Product(promised.name(), promised.supportedVersions(), releases));
    for (Path file : lifecycles) {
      Lifecycle product = Lifecycle.read(file);
      evaluator = evaluator.and(product.name(), product.versions(), product.releases());
    }
    inventories.forEach(file -> found.addAll(Inventory.read(file)));
    return Stream.of(evaluator.evaluate(found, when.day()));
  }
}
