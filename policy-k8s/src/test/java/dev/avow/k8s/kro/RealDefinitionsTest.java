package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.Conformance;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in definitions that are in use, each of which the documentation defends. */
class RealDefinitionsTest {

  private static final Path PAGE = Path.of("..", "docs", "expressions.md");

  @Test
  void eachFindingIsOnThePageWithAWordOnWhyItIsRight() throws IOException {
    Path folder = Conformance.at("kro-rgds");
    List<String> found =
        Graphs.in(folder).stream()
            .flatMap(graph -> graph.flows().stream())
            .map(flow -> row(folder, flow))
            .sorted()
            .toList();

    List<String> explained =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| `[a-z].*\\.yaml:[0-9]+` \\| .+ \\| .+ \\| .+ \\|"))
            .map(line -> line.substring(2, line.indexOf(" |", line.indexOf(" |", 3) + 2)))
            .sorted()
            .toList();
    assertThat(explained).isEqualTo(found);
  }

  @Test
  void theDefinitionsAreRead() {
    Path folder = Conformance.at("kro-rgds");

    List<ResourceGraphDefinition> all = Graphs.in(folder);

    assertThat(all).hasSizeGreaterThan(50);
    assertThat(all.stream().mapToInt(graph -> graph.graph().edges().size()).sum())
        .isGreaterThan(300);
  }

  private static String row(Path folder, SecretFlow flow) {
    Location at = flow.at().location();
    String file = folder.relativize(Path.of(at.source())).toString().replace('\\', '/');
    return "`%s:%d` | %s".formatted(file, at.line(), flow.sort());
  }
}
