package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Conformance;
import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealManifestsTest {

  /** Repeats a key: Kubernetes' own clients refuse it as well when they are strict. */
  private static final String REPEATS = "core-dns.yaml:169:9 key \"selector\" must appear once";

  @ParameterizedTest
  @ValueSource(strings = {"real", "kubernetes", "kro-rgds", "cel-leaks", "scan", "schemas"})
  void areReadToTheLastDocument(String folder) throws IOException {
    List<String> failed = new ArrayList<>();
    int documents = 0;

    for (Path file : files(Conformance.at(folder))) {
      try (Stream<Reading> readings = DocumentReader.kubernetes().read(file)) {
        for (Reading reading : readings.toList()) {
          documents++;
          if (reading instanceof Unreadable unreadable) {
            failed.add(unreadable.location() + " " + unreadable.reason());
          }
        }
      }
    }

    assertThat(documents).isPositive();
    assertThat(failed).allSatisfy(each -> assertThat(each).contains(REPEATS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"real", "kubernetes"})
  void haveTheirValuesWhereTheyAreSaidToBe(String folder) throws IOException {
    int checked = 0;

    for (Path file : files(Conformance.at(folder))) {
      List<String> lines = Files.readString(file).lines().toList();
      try (Stream<Reading> readings = DocumentReader.kubernetes().read(file)) {
        for (Reading reading : readings.toList()) {
          checked += check(((Document) reading).root(), lines, file);
        }
      }
    }

    assertThat(checked).isGreaterThan(10_000);
  }

  /**
   * Looks at the source for each plain value that stands on one line and looks as it is written.
   */
  private static int check(Node node, List<String> lines, Path file) {
    int checked = 0;
    if (node instanceof Sequence list) {
      for (Node item : list.items()) {
        checked += check(item, lines, file);
      }
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        assertThat(unquoted(lines, entry.keySpan()))
            .as("%s %s", file, entry.keySpan())
            .isEqualTo(entry.key());
        checked += 1 + check(entry.value(), lines, file);
      }
    } else if (node instanceof Scalar scalar && isPlain(lines, scalar)) {
      assertThat(unquoted(lines, scalar.span()))
          .as("%s %s", file, scalar.span())
          .isEqualTo(scalar.text());
      checked++;
    }
    return checked;
  }

  private static boolean isPlain(List<String> lines, Scalar scalar) {
    Span span = scalar.span();
    return span.line() == span.endLine()
        && !cut(lines, span).matches("(?s)[|>\"'].*['\\\\].*|[|>].*");
  }

  private static String unquoted(List<String> lines, Span span) {
    String written = cut(lines, span);
    boolean quoted = written.length() > 1 && (written.startsWith("\"") || written.startsWith("'"));
    return quoted ? written.substring(1, written.length() - 1) : written;
  }

  private static String cut(List<String> lines, Span span) {
    String line = lines.get(span.line() - 1);
    return line.substring(
        line.offsetByCodePoints(0, span.column() - 1),
        line.offsetByCodePoints(0, span.endColumn() - 1));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }
}
