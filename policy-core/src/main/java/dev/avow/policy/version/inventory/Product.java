package dev.avow.policy.version.inventory;

import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.ReleaseCatalog;

/**
 * Something whose versions can be in use.
 *
 * @param name its name; if the versions name no packages, whatever ends in this name is it
 * @param versions which of its versions are supported
 * @param releases its releases, as far as they are known
 */
public record Product(String name, SupportedVersions versions, ReleaseCatalog releases) {

  private static final String DOCKER = "pkg:docker/";

  /** Returns whether {@code use} is a version of this. */
  boolean isOf(VersionInUse use) {
    String of = PackageUrl.bare(use.of());
    if (versions.packages().isEmpty()) {
      return of.substring(of.lastIndexOf('/') + 1).equalsIgnoreCase(name);
    }
    return versions.packages().stream()
        .map(PackageUrl::bare)
        .map(Product::image)
        .anyMatch(image(of)::equalsIgnoreCase);
  }

  /** Images of Docker Hub are packages, too. */
  private static String image(String of) {
    return of.startsWith(DOCKER) ? "docker.io/" + of.substring(DOCKER.length()) : of;
  }
}
