package dev.avow.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the rules says what the rules say. */
class RulesPageTest {

  @Test
  void isMadeOfTheCatalogue() throws IOException {
    Path page = Path.of("..", "docs", "rules.md");
    Path expected = Path.of("target", "rules.md");
    Files.writeString(expected, RulesPage.of(Catalogue.rules()));

    assertThat(page).as("%s is what it must be", expected).hasSameTextualContentAs(expected);
  }
}
