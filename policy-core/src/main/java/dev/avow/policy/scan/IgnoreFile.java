package dev.avow.policy.scan;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.TextFile;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.Waiver;
import java.nio.file.Path;
import java.util.List;

/**
 * A file in which a project lists what its scanner is to pass over, read as waivers.
 *
 * <p>Read are Trivy's {@code .trivyignore} and {@code .trivyignore.yaml}, and {@code
 * osv-scanner.toml}. Each of them ends an entry at the beginning of its date, in UTC, so that the
 * waiver's last day is the one before. An entry that its scanner would not heed either, as its date
 * is none, waives nothing.
 *
 * <pre>{@code
 * Gate gate = policy.gate().with(IgnoreFile.read(Path.of(".trivyignore")).waivers());
 * }</pre>
 *
 * @param waivers what is passed over, in the order of the file
 * @param skipped the entries that waive nothing, and why
 */
public record IgnoreFile(List<Waiver> waivers, List<Problem> skipped) {

  /** Creates the content of a file; the lists are copied. */
  public IgnoreFile {
    waivers = List.copyOf(waivers);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads {@code file}: as TOML or YAML if its name ends so, else as lines of ids.
   *
   * @throws DocumentException if it cannot be read, or is of another shape
   */
  public static IgnoreFile read(Path file) {
    return parse(TextFile.source(file), TextFile.read(file));
  }

  /**
   * Reads {@code text}, which is of the form that the name of its source tells.
   *
   * @throws DocumentException if it is of another shape
   */
  public static IgnoreFile parse(String source, String text) {
    if (source.endsWith(".toml")) {
      return new OsvIgnores(source, text).read();
    }
    if (source.endsWith(".yaml") || source.endsWith(".yml")) {
      return new TrivyYamlIgnores(source, text).read();
    }
    return new TrivyIgnores(source, text).read();
  }
}
