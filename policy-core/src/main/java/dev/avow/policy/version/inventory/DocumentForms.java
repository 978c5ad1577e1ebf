package dev.avow.policy.version.inventory;

import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Optional;

/** Tells bills of materials and lock files apart by what they hold. */
final class DocumentForms {

  private DocumentForms() {}

  /** Returns the versions in use; nothing if it is no form that is known. */
  static Optional<List<VersionInUse>> read(Field root) {
    if (root.field("bomFormat").is("CycloneDX").holds()) {
      return Optional.of(new BillOfMaterials().cycloneDx(root));
    }
    if (root.field("spdxVersion").isPresent()) {
      return Optional.of(new BillOfMaterials().spdx2(root));
    }
    if (root.field("@graph").isList()) {
      return Optional.of(new BillOfMaterials().spdx3(root));
    }
    if (root.field("lockfileVersion").isPresent()) {
      boolean json = root.field("lockfileVersion").integer().isPresent();
      return Optional.of(json ? new LockFiles().npm(root) : new LockFiles().pnpm(root));
    }
    return lockFile(root);
  }

  private static Optional<List<VersionInUse>> lockFile(Field root) {
    if (root.field("content-hash").isPresent() && root.field("packages").isList()) {
      return Optional.of(new LockFiles().composer(root));
    }
    if (root.field("_meta").isMapping() && root.field("default").isMapping()) {
      return Optional.of(new LockFiles().pipenv(root));
    }
    boolean nuget = root.field("version").isPresent() && root.field("dependencies").isMapping();
    return nuget ? Optional.of(new LockFiles().nuget(root)) : Optional.empty();
  }
}
