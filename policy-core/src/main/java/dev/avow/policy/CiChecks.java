package dev.avow.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project's repository, builds and images promise.
 *
 * <pre>{@code
 * CiChecks.none()
 *     .scan(CiScan.named("images").by("trivy").of(IMAGE))
 *     .updates(DependencyUpdates.by(DEPENDABOT))
 *     .pinnedBaseInProduction(RECOMMENDED);
 * }</pre>
 *
 * <p>What is not said is not promised; what is said twice is refused. Immutable.
 */
public final class CiChecks {

  private static final CiChecks NONE = new CiChecks(List.of(), null, null, null, null);

  private final List<CiScan> scans;
  private final @Nullable DependencyUpdates updates;
  private final @Nullable Strength registryScan;
  private final @Nullable BaseImage baseImage;
  private final @Nullable Strength pinnedBase;

  private CiChecks(
      List<CiScan> scans,
      @Nullable DependencyUpdates updates,
      @Nullable Strength registryScan,
      @Nullable BaseImage baseImage,
      @Nullable Strength pinnedBase) {
    this.scans = scans;
    this.updates = updates;
    this.registryScan = registryScan;
    this.baseImage = baseImage;
    this.pinnedBase = pinnedBase;
  }

  /** Returns checks of which nothing is said. */
  public static CiChecks none() {
    return NONE;
  }

  /** Returns these checks with one more scan; one with the same id is refused. */
  public CiChecks scan(CiScan scan) {
    Require.unique("scan", scan.id(), scans, CiScan::id, CiScan::declaredAt);
    return new CiChecks(Require.plus(scans, scan), updates, registryScan, baseImage, pinnedBase);
  }

  /** Returns these checks with the promise of regular dependency updates. */
  public CiChecks updates(DependencyUpdates value) {
    requireUnset("dependency updates", updates);
    return new CiChecks(scans, value, registryScan, baseImage, pinnedBase);
  }

  /** Returns these checks, with images scanned in their registry on every push. */
  public CiChecks scannedInRegistry(Strength value) {
    requireUnset("scan in the registry", registryScan);
    return new CiChecks(scans, updates, value, baseImage, pinnedBase);
  }

  /** Returns these checks with what images are built on. */
  public CiChecks baseImage(BaseImage value) {
    requireUnset("base image", baseImage);
    return new CiChecks(scans, updates, registryScan, value, pinnedBase);
  }

  /** Returns these checks, with base images pinned by digest in production. */
  public CiChecks pinnedBaseInProduction(Strength value) {
    requireUnset("pinned base image", pinnedBase);
    return new CiChecks(scans, updates, registryScan, baseImage, value);
  }

  private static void requireUnset(String what, @Nullable Object known) {
    if (known != null) {
      throw new IllegalArgumentException("%s was already set to %s".formatted(what, known));
    }
  }

  /** Returns the scans, in the order of the policy. */
  public List<CiScan> scans() {
    return scans;
  }

  /** Returns how dependencies are looked at for updates, if it is promised. */
  public Optional<DependencyUpdates> updates() {
    return Optional.ofNullable(updates);
  }

  /** Returns how firmly images are to be scanned in their registry on push, if at all. */
  public Optional<Strength> scannedInRegistry() {
    return Optional.ofNullable(registryScan);
  }

  /** Returns what images are built on, if it is promised. */
  public Optional<BaseImage> baseImage() {
    return Optional.ofNullable(baseImage);
  }

  /** Returns how firmly base images are to be pinned by digest in production, if at all. */
  public Optional<Strength> pinnedBaseInProduction() {
    return Optional.ofNullable(pinnedBase);
  }

  /** Returns whether nothing is said at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CiChecks that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(scans, updates(), scannedInRegistry(), baseImage(), pinnedBaseInProduction());
  }

  @Override
  public String toString() {
    return parts().toString();
  }
}
