package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {

  @ParameterizedTest
  @CsvSource({
    "check --help, Usage: avow check",
    "help check, Usage: avow check",
    "support -h, Usage: avow support",
    "baseline write --help, Usage: avow baseline write",
    "--help, Usage: avow"
  })
  void everyCommandSaysHowItIsCalled(String words, String usage) {
    Run run = Run.of((Object[]) words.split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(usage).contains("--help");
  }

  @Test
  void aWrongCallSaysWhereHelpIs() {
    Run run = Run.of("baseline", "write");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--policy", "Try \"avow baseline write --help\"");
  }

  @ParameterizedTest
  @CsvSource({
    "support --policy p.yaml --on yesterday, a day such as 2026-11-22 but was \"yesterday\"",
    "plan --policy p.yaml --case c.yaml --now noon, an instant such as 2026-11-22T09:00:00Z but was"
        + " \"noon\""
  })
  void aDayThatIsNoneIsToldWithTheRightForm(String words, String message) {
    Run run = Run.of((Object[]) words.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("must be " + message);
  }
}
