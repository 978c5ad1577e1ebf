package dev.avow.policy.baseline;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.document.form.YamlText;
import dev.avow.policy.finding.Baseline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and writes baselines as YAML that a person can review: an entry for each known finding, in
 * an order that changes only where the findings do.
 */
public final class BaselineFile {

  private static final String HEADER =
      "# What was found when this was written: known, and blocking nothing. Only ever remove from"
          + " it.\n";

  private BaselineFile() {}

  /**
   * Reads the baseline in {@code file}.
   *
   * @throws BaselineException if the file cannot be read or holds no valid baseline, with
   *     everything that is wrong
   */
  public static Baseline read(Path file) {
    return read(reader -> reader.readOne(file));
  }

  /**
   * Reads a baseline.
   *
   * @param source the name under which places are given
   * @throws BaselineException if {@code text} is no valid baseline, with everything that is wrong
   */
  public static Baseline parse(String source, String text) {
    return read(reader -> reader.readOne(source, text));
  }

  private static Baseline read(Function<DocumentReader, Document> document) {
    Problems problems = new Problems();
    Optional<Baseline> baseline = Optional.empty();
    try {
      Document read = document.apply(DocumentReader.yaml12().keepingFirst());
      baseline = BaselineForm.BASELINE.read(problems.open(read), problems);
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    if (baseline.isEmpty() || !problems.isEmpty()) {
      throw new BaselineException(problems.sorted());
    }
    return baseline.get();
  }

  /** Returns {@code baseline} as YAML. */
  public static String toYaml(Baseline baseline) {
    return HEADER + YamlText.of(BaselineForm.BASELINE.write(baseline));
  }

  /**
   * Writes {@code baseline} to {@code file}, which holds either what it held or all of it, whatever
   * happens on the way.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Baseline baseline, Path file) {
    try {
      new Replacement(file).write(toYaml(baseline).getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "%s: baseline cannot be written: %s".formatted(file, failure.getMessage()), failure);
    }
  }
}
