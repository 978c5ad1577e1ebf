package dev.avow.examples.command;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.Targets;
import dev.avow.k8s.workload.Image;
import dev.avow.policy.scan.DeployedImage;
import java.util.ArrayList;
import java.util.List;

/** Notes the images that manifests deploy, so that scans can be held against them. */
final class DeployedImages {

  private final List<DeployedImage> noted = new ArrayList<>();

  Manifests noting(Manifests all) {
    return () -> all.stream().peek(this::note);
  }

  private void note(Manifest manifest) {
    if (manifest instanceof Resource resource) {
      for (Image image : Targets.of(resource).all(Targets.IMAGE)) {
        noted.add(new DeployedImage(image.subject(), image.place().location(), image.reference()));
      }
    }
  }

  List<DeployedImage> noted() {
    return noted;
  }
}
