package dev.avow.examples.command;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.report.Excerpt;
import dev.avow.policy.report.Excerpts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the lines around findings again, from the files that were checked.
 *
 * <p>It brings none for findings about Secrets, nor where there is no such line any more.
 */
final class SourceLines implements Excerpts {

  private static final int CONTEXT = 3;
  private static final int FILES = 16;
  private static final String SECRET = "Secret";

  private final Map<String, List<String>> read =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > FILES;
        }
      };

  @Override
  public Optional<Excerpt> of(Finding finding) {
    if (finding.subject().kind().equals(SECRET)) {
      return Optional.empty();
    }
    List<String> lines = read.computeIfAbsent(finding.location().source(), SourceLines::lines);
    return Excerpt.around(finding.location(), lines, CONTEXT);
  }

  private static List<String> lines(String source) {
    try {
      return Files.readAllLines(Path.of(source));
    } catch (IOException | RuntimeException notAFile) {
      return List.of();
    }
  }
}
