package dev.avow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a machine runs is what the README tells a person to run. */
class TestCommandTest {

  @Test
  void ciRunsTheCommandOfTheReadmeAndNothingElse() throws IOException {
    List<String> readme = Files.readAllLines(Checkout.file("README.md"));
    List<String> section = readme.subList(readme.indexOf("## Test it") + 1, readme.size());
    List<String> block = section.subList(section.indexOf("```bash") + 1, section.size());
    List<String> commands = block.subList(0, block.indexOf("```"));

    assertThat(commandsOf(Checkout.file(".ci/run"))).isEqualTo(commands).hasSize(1);
  }

  private static List<String> commandsOf(Path script) throws IOException {
    return Files.readAllLines(script).stream()
        .filter(line -> !line.startsWith("#") && !line.equals("set -e"))
        .filter(line -> !line.equals("cd \"$(dirname \"$0\")/..\""))
        .toList();
  }
}
