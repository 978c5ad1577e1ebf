package dev.avow.examples.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A format and where it goes: a pair of options that belong together. */
final class Output {

  private static final Path TERMINAL = Path.of("-");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, json, sarif, junit, gitlab, markdown, html, policyreport or openreports; text,"
              + " unless set. Several can be given, each with an --out behind it.")
  private @Nullable Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The file that the --format before it goes to, while text goes to the terminal; - is the"
              + " terminal, to which it then goes instead of text.")
  private @Nullable Path file;

  /** Returns the format. */
  Format format() {
    return Required.option(format);
  }

  /** Returns the file; nothing for the terminal. */
  Optional<Path> file() {
    return Optional.ofNullable(file).filter(each -> !each.equals(TERMINAL));
  }

  /**
   * Returns what is wrong with {@code outputs}, which belong to one call; nothing if all is well.
   */
  static Optional<String> mistake(List<Output> outputs) {
    Set<Path> files = new HashSet<>();
    for (Output output : outputs) {
      if (output.format == null) {
        return Optional.of(
            "--out %s must have a --format of its own before it".formatted(output.file));
      }
      if (output.file == null && outputs.size() > 1) {
        return Optional.of(
            "%s must have an --out FILE behind it, as there is more than one --format"
                .formatted(output));
      }
      if (output.file != null && !files.add(output.file.toAbsolutePath().normalize())) {
        return Optional.of(
            "every --out must name a file of its own but two name %s".formatted(output.file));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "--format " + format().name().toLowerCase(Locale.ROOT);
  }
}
