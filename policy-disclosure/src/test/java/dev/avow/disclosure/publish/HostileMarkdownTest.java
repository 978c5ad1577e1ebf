package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that nobody means well with. */
class HostileMarkdownTest {

  private static final int LARGE = 200_000;

  /** Generous to slow machines, and far below what anything worse than linear takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> SCRAPS =
      List.of(
          "# ",
          "## Supported versions\n",
          "| Version | Supported |\n|--|--|\n",
          "| 1.x | ✅ |\n",
          "\n\n",
          "- ",
          "1. ",
          "> ",
          "```\n",
          "`",
          "**",
          "_",
          "[a](b)",
          "[",
          "](",
          "<!--",
          "-->",
          "<br>",
          "within 48 hours ",
          "a few days ",
          "acknowledge ",
          "security@example.org ",
          "@",
          "https://",
          "http://x/security/advisories/new ",
          "Day 1-2: ",
          "999999999999 days ",
          "do not report public issue ",
          "\u0000",
          "\uD800",
          "🚫",
          "(",
          ")",
          " or ",
          "only the latest version is supported. ",
          "(one of: ",
          ";",
          ": ",
          "\t",
          "&amp;",
          "\\",
          "|",
          "~~~",
          "===\n",
          "Please include:\n\n",
          "## Scope\n",
          "## Security updates\n",
          "## Incident response\n");

  @RepeatedTest(300)
  void whateverATextHoldsItIsRead(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
    }

    PolicyReading reading = SecurityMarkdown.parse("SECURITY.md", text.toString());
    PolicyReading again =
        SecurityMarkdown.parse("SECURITY.md", SecurityMarkdown.write(reading.policy()));

    assertThat(again.policy().reporting().channels())
        .containsExactlyElementsOf(reading.policy().reporting().channels());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        "- ",
        "[",
        "![",
        "**a ",
        "*a_ ",
        "`",
        "<",
        "<!--",
        "(",
        "| a ",
        "a@",
        "@",
        "1 day ",
        "a few days ",
        "within 48 hours ",
        "do not report ",
        "1.x and ",
        "latest version ",
        "https://",
        " or ",
        "x. ",
        "\\",
        "&",
        "# a\n",
        "- a\n",
        "a: b\n",
        "|a|\n|-|\n",
        "[at]",
        "a at b ",
        "word ",
        "0"
      })
  void muchOfAnythingIsReadInTime(String scrap) {
    String text = "## Supported versions\n\n" + scrap.repeat(LARGE / scrap.length());

    PolicyReading reading =
        assertTimeoutPreemptively(PATIENCE, () -> SecurityMarkdown.parse("SECURITY.md", text));

    assertThat(reading.source()).isEqualTo("SECURITY.md");
  }

  @Test
  void aMegabyteOfPolicyIsReadInTime() {
    String section =
        """
        ## Reporting a vulnerability

        Please email [us](mailto:security@viewer.dev), and never open a public issue. We acknowledge
        within 48 hours.

        | Version | Supported |
        | ------- | --------- |
        | 1.x     | ✅ |

        - Steps or a proof
          - Critical: 1-3 days

        """;
    String text = section.repeat(1_000_000 / section.length());

    PolicyReading reading =
        assertTimeoutPreemptively(PATIENCE, () -> SecurityMarkdown.parse("SECURITY.md", text));

    assertThat(reading.policy().reporting().channels()).hasSize(1);
  }

  @Test
  void aTableOfMillionsOfCellsIsRefused() {
    String text = "|a".repeat(20_000) + "\n" + "|-".repeat(20_000) + "\n" + "|a\n".repeat(20_000);

    assertThatExceptionOfType(PaperException.class)
        .isThrownBy(() -> SecurityMarkdown.parse("SECURITY.md", text))
        .withMessage("SECURITY.md: a document must have a million cells at most but has more");
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThatExceptionOfType(PaperException.class)
        .isThrownBy(() -> SecurityMarkdown.parse("SECURITY.md", "a".repeat(4_000_001)))
        .withMessage(
            "SECURITY.md: a document must have 4000000 characters at most but has 4000001"
                + " characters");
  }
}
