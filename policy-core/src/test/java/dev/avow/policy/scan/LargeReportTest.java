package dev.avow.policy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.avow.policy.document.DocumentReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.yaml.snakeyaml.LoaderOptions;

/** A report of 100 MB is read in a heap of 256 MB, by a virtual machine of its own. */
class LargeReportTest {

  private static final long SIZE = 100L << 20;

  @TempDir private Path folder;

  @Test
  void isReadAndJudgedWithinTheHeap() throws Exception {
    Path real = folder.resolve("real.json");
    Path dense = folder.resolve("dense.json");
    int realCount = write(real, "A long description of what goes wrong. ".repeat(40));
    int denseCount = write(dense, "");

    assertThat(run(real, dense))
        .as("findings judged, findings read")
        .containsExactly(String.valueOf(realCount + 1), String.valueOf(denseCount));
  }

  private static int write(Path file, String description) throws IOException {
    int count = 0;
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"SchemaVersion\":2,\"CreatedAt\":\"2026-11-20T00:00:00Z\",");
      out.write("\"Results\":[{\"Target\":\"large\",\"Class\":\"os-pkgs\",\"Vulnerabilities\":[\n");
      for (String comma = ""; written < SIZE; comma = ",\n") {
        written += write(out, comma, count++, description);
      }
      out.write("]}]}");
    }
    return count;
  }

  private static int write(Writer out, String comma, int number, String description)
      throws IOException {
    String item =
        comma
            + "{\"VulnerabilityID\":\"CVE-2026-%d\",\"PkgName\":\"package-%d\","
                .formatted(number, number)
            + "\"PkgIdentifier\":{\"PURL\":\"pkg:deb/debian/package-%d@1.2.3\"},".formatted(number)
            + "\"InstalledVersion\":\"1.2.3\",\"FixedVersion\":\"1.2.4\",\"Status\":\"fixed\","
            + "\"Title\":\"a title of some words\",\"Description\":\"%s\",".formatted(description)
            + "\"References\":[\"https://example.org/%d\"],\"Severity\":\"HIGH\"}"
                .formatted(number);
    out.write(item);
    return item.length();
  }

  private List<String> run(Path... reports) throws Exception {
    Path program = folder.resolve("LargeReports.java");
    try (InputStream in = getClass().getResourceAsStream("/large/LargeReports.java")) {
      Files.copy(Objects.requireNonNull(in), program);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), program.toString()));
    Stream.of(reports).map(Path::toString).forEach(command::add);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().filter(line -> !line.startsWith("SLF4J")).toList();
  }

  private static String classPath() {
    return Stream.of(DocumentReader.class, JsonFactory.class, Logger.class, LoaderOptions.class)
        .map(LargeReportTest::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
