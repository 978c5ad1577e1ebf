package dev.avow.k8s.manifest;

import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Helm charts, as far as they are templates: nothing can be said of them until they are rendered,
 * and that is to be said once a chart.
 */
final class Charts {

  /** The file that makes a folder a chart; it is no manifest, though it has an apiVersion. */
  static final String FILE = "Chart.yaml";

  private static final String TEMPLATES = "templates";

  /** What Helm renders of a chart: its own templates, and the charts that it brings along. */
  private static final List<String> RENDERED = List.of(TEMPLATES, "charts");

  private Charts() {}

  /** Returns whether Helm renders the folder called {@code name} of a chart. */
  static boolean renders(String name) {
    return RENDERED.contains(name);
  }

  /** Returns that {@code folder} is a chart that must be rendered, or null if it is none. */
  static @Nullable Unreadable unrendered(Path folder) {
    boolean unrendered =
        Files.isRegularFile(folder.resolve(FILE))
            && RENDERED.stream().map(folder::resolve).anyMatch(Charts::holdsTemplates);
    return unrendered ? mustBeRendered(folder, folder) : null;
  }

  /** Returns that {@code path} is one of a chart's templates, or null if it is none. */
  static @Nullable Unreadable unrenderedPart(Path path) {
    Path here = path.toAbsolutePath().normalize();
    for (Path up = here; up.getParent() != null; up = up.getParent()) {
      boolean ofChart = up.endsWith(TEMPLATES) && Files.isRegularFile(up.resolveSibling(FILE));
      if (ofChart && Files.isDirectory(up) && holdsTemplates(path)) {
        return mustBeRendered(path, up.getParent());
      }
    }
    return null;
  }

  private static boolean holdsTemplates(Path place) {
    if (!Files.exists(place)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).anyMatch(Charts::isTemplate);
    } catch (IOException | UncheckedIOException unreadable) {
      // Whoever reads what is there says what is wrong with it.
      return false;
    }
  }

  /** A packed chart holds templates, whatever else it holds. */
  private static boolean isTemplate(Path file) {
    if (file.toString().endsWith(".tgz")) {
      return true;
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return lines.lines().anyMatch(line -> line.contains("{{"));
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }

  private static Unreadable mustBeRendered(Path path, Path chart) {
    String reason =
        "a chart's templates must be rendered first: helm template %s | avow check --policy FILE -";
    return new Unreadable(
        Location.in(name(path)), Cause.TEMPLATE, reason.formatted(quoted(name(chart))));
  }

  private static String name(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static String quoted(String path) {
    boolean plain = path.chars().allMatch(c -> c > ' ' && "'\"$&|;()<>*?`\\".indexOf(c) < 0);
    return plain ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
