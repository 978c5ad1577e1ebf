package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.kro.beside.Program;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library that reads expressions stands on the class path, and Avow beside it is a module. */
class BesideModulePathTest {

  private static final String GRAPH =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: shop}
      spec:
        schema: {kind: Shop, spec: {name: string}, status: {password: "${creds.data.password}"}}
        resources:
          - {id: creds, externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c}}}
      """;

  private static final String OURS = "(policy-core|jackson-core|snakeyaml|slf4j-api|jspecify)-.*";

  @Test
  void expressionsAreReadThere() throws Exception {
    assumeThat(Path.of(classesOf(KubernetesEvaluator.class), "module-info.class")).exists();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-p",
                paths(true),
                "--add-modules",
                "dev.avow.k8s",
                "-cp",
                paths(false),
                Program.class.getName(),
                GRAPH)
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said.lines().filter(line -> !line.startsWith("SLF4J")))
        .containsExactly(
            "module dev.avow.k8s",
            "FAIL creds.data.password comes out at spec.schema.status.password: whoever may get"
                + " Shop.kro.run can read it, without a right to Secrets");
  }

  private static String paths(boolean modules) throws URISyntaxException {
    return entries()
        .filter(entry -> isOurs(entry) == modules)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> entries() throws URISyntaxException {
    List<String> paths =
        Stream.of(System.getProperty("jdk.module.path"), System.getProperty("java.class.path"))
            .filter(Objects::nonNull)
            .toList();
    Stream<String> known =
        paths.stream().flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)));
    return Stream.concat(Stream.of(classesOf(Program.class)), known)
        .filter(path -> !path.isEmpty());
  }

  private static String classesOf(Class<?> type) throws URISyntaxException {
    Path file = Path.of(type.getResource(type.getSimpleName() + ".class").toURI());
    int depth = type.getName().split("\\.", -1).length;
    return file.getRoot().resolve(file.subpath(0, file.getNameCount() - depth)).toString();
  }

  private static boolean isOurs(String entry) {
    Path path = Path.of(entry);
    return Files.exists(path.resolve("module-info.class"))
        || path.getFileName().toString().matches(OURS);
  }
}
