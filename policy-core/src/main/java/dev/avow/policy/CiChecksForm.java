package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.List;

/** How it is written what repository, builds and images promise. */
final class CiChecksForm extends ObjectForm<CiChecks> {

  private final Entry<List<CiScan>> scans =
      optional("scans", list(CiScanForm.SCAN), "The scans that continuous integration runs.");
  private final Entry<DependencyUpdates> updates =
      optional(
          "dependency-updates",
          DependencyUpdatesForm.UPDATES,
          "How dependencies are looked at for updates.");
  private final Entry<Strength> registryScan =
      optional(
          "scanned-in-registry-on-push",
          choice(Strength.values()),
          "Whether images must or should be scanned in their registry on push.");
  private final Entry<BaseImage> baseImage =
      optional("base-image", BaseImageForm.BASE_IMAGE, "What images are built on.");
  private final Entry<Strength> pinnedBase =
      optional(
          "base-image-pinned-in-production",
          choice(Strength.values()),
          "Whether base images must or should be pinned by digest in production.");

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected CiChecks build(Values values) {
    CiChecks checks = values.add(CiChecks.none(), scans, CiScan::declaredAt, CiChecks::scan);
    checks = values.change(checks, updates, CiChecks::updates);
    checks = values.change(checks, registryScan, CiChecks::scannedInRegistry);
    checks = values.change(checks, baseImage, CiChecks::baseImage);
    return values.change(checks, pinnedBase, CiChecks::pinnedBaseInProduction);
  }

  @Override
  protected void show(CiChecks checks, Written into) {
    into.putItems(scans, checks.scans())
        .put(updates, checks.updates())
        .put(registryScan, checks.scannedInRegistry())
        .put(baseImage, checks.baseImage())
        .put(pinnedBase, checks.pinnedBaseInProduction());
  }
}
