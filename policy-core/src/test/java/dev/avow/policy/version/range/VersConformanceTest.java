package dev.avow.policy.version.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Conformance;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Versions and ranges against the vectors of the specification of {@code vers:}; docs/versions.md
 * says what differs and why.
 */
class VersConformanceTest {

  /** Of a file's cases those that agree, all of them, and the others by their input. */
  private static final class Count {
    private int agreed;
    private int all;
    private final List<String> others = new ArrayList<>();

    private void add(Field test) {
      all++;
      String got = outcome(test);
      if (agrees(test, got)) {
        agreed++;
      } else {
        others.add(Stated.text(test.field("input")) + " -> " + got);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "maven, 977, 977",
    "npm, 484, 492",
    "nuget, 34, 34",
    "pypi, 32, 32",
    "vers, 12, 12",
  })
  void theVectorsAreAgreedWith(String prefix, int agreed, int all) throws IOException {
    Count count = new Count();
    for (Path file : files(prefix)) {
      tests(file).forEach(count::add);
    }

    assertThat(count.all).isEqualTo(all);
    assertThat(count.agreed).as("others: %s", count.others).isEqualTo(agreed);
  }

  @Test
  void noFileIsLeftOut() throws IOException {
    assertThat(files(""))
        .extracting(file -> file.getFileName().toString().split("_", 2)[0])
        .containsOnly("maven", "npm", "nuget", "pypi", "vers");
  }

  private static List<Path> files(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(Conformance.at("vers"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  private static List<Field> tests(Path file) {
    return DocumentReader.yaml12().readOne(file).field().field("tests").items();
  }

  private static boolean agrees(Field test, String got) {
    Field expected = test.field("expected_output");
    return expected.isPresent()
        ? got.equals(Stated.text(expected)) || isOrder(test, got)
        : got.equals("refused");
  }

  /** What is expected of a comparison may differ from what is given in case only. */
  private static boolean isOrder(Field test, String got) {
    if (!test.field("test_type").is("comparison").holds()) {
      return false;
    }
    VersionScheme scheme = scheme(test.field("input").field("input_scheme"));
    List<Field> expected = test.field("expected_output").items();
    List<Field> given = test.field("input").field("versions").items();
    List<Version> sorted = versions(given, scheme).stream().sorted().toList();
    List<Version> wanted = versions(expected, scheme);
    return sorted.toString().equals(got)
        && sorted.get(0).isSameAs(wanted.get(0))
        && sorted.get(1).isSameAs(wanted.get(1));
  }

  private static String outcome(Field test) {
    Field input = test.field("input");
    try {
      return switch (test.field("test_type").text().orElseThrow()) {
        case "equality" -> equality(input);
        case "comparison" ->
            versions(input.field("versions").items(), scheme(input.field("input_scheme"))).stream()
                .sorted()
                .toList()
                .toString();
        case "containment" -> {
          VersionRange range = VersionRange.vers(Stated.text(input.field("vers")));
          Version version = Version.of(Stated.text(input.field("version")), range.scheme());
          yield String.valueOf(range.contains(version));
        }
        case "from_native" ->
            VersionRange.of(Stated.text(input.field("native_range")), scheme(input.field("scheme")))
                .toVers();
        case "validate" -> VersionRange.vers(Stated.text(input)).toVers();
        case "parse" -> parsed(VersionRange.canonicalVers(Stated.text(input)));
        default -> throw new IllegalStateException("an unknown kind of test: " + test);
      };
    } catch (IllegalArgumentException refused) {
      return "refused";
    }
  }

  private static String equality(Field input) {
    List<Version> versions =
        versions(input.field("versions").items(), scheme(input.field("input_scheme")));
    return String.valueOf(versions.get(0).isSameAs(versions.get(1)));
  }

  private static String parsed(VersionRange range) {
    List<List<String>> constraints =
        range.constraints().stream()
            .map(one -> List.of(one.operator().sign(), one.version().toString()))
            .toList();
    return "{scheme=%s, version_constraints=%s}".formatted(range.scheme().name(), constraints);
  }

  private static List<Version> versions(List<Field> texts, VersionScheme scheme) {
    return texts.stream().map(text -> Version.of(Stated.text(text), scheme)).toList();
  }

  private static VersionScheme scheme(Field name) {
    return VersionScheme.named(Stated.text(name)).orElseThrow();
  }
}
