package dev.avow.policy.version.inventory;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Limits;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads which versions a build uses.
 *
 * <p>Bills of materials: CycloneDX in JSON, SPDX 2 and 3 in JSON. Lock files: package-lock.json and
 * npm-shrinkwrap.json, pnpm-lock.yaml, packages.lock.json of NuGet, composer.lock, Pipfile.lock,
 * poetry.lock, uv.lock, Cargo.lock, gradle.lockfile. They are told apart by what they hold and, if
 * that does not tell, by their names.
 */
public final class Inventory {

  /** Lock files hold more than manifests do. */
  private static final Limits LIMITS = new Limits(64 << 20, 200, 4 << 20);

  private static final String EXPECTED =
      "must be a bill of materials (CycloneDX or SPDX, in JSON) or a lock file (of npm, pnpm,"
          + " NuGet, Composer, Pipenv, Poetry, uv, Cargo, Gradle) but is none that is known";

  private Inventory() {}

  /**
   * Returns the versions in {@code file}, in its order.
   *
   * @throws InventoryException if it cannot be read or is none of the forms above
   */
  public static List<VersionInUse> read(Path file) {
    String source = file.toString().replace(file.getFileSystem().getSeparator(), "/");
    try {
      return parse(source, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unavailable) {
      throw new InventoryException(
          Location.in(source), "must be a text in UTF-8 but cannot be read");
    }
  }

  /**
   * Returns the versions in {@code text}, in its order.
   *
   * @param source its name, usually that of a file, which tells forms apart, too
   * @throws InventoryException if it is none of the forms above
   */
  public static List<VersionInUse> parse(String source, String text) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    return switch (name) {
      case "gradle.lockfile" -> new GradleLock(source).read(text);
      case "Cargo.lock" -> new TableLock(source, "cargo").read(text);
      case "poetry.lock", "uv.lock" -> new TableLock(source, "pypi").read(text);
      default -> document(source, text);
    };
  }

  private static List<VersionInUse> document(String source, String text) {
    try {
      Document document = DocumentReader.yaml12().within(LIMITS).readOne(source, text);
      return DocumentForms.read(document.field())
          .orElseThrow(() -> new InventoryException(document.location(), EXPECTED));
    } catch (DocumentException unreadable) {
      throw new InventoryException(unreadable.location(), unreadable.unreadable().reason());
    }
  }
}
