package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

  private static final ReportStyle STYLE = ReportStyle.standard().titled("shop");

  @Test
  void theOutcomeIsFirstAndEachRuleIsFolded() {
    assertThat(Written.markdown(Sample.decision(), STYLE))
        .isEqualTo(
            """
            <!-- avow -->
            ### shop: BROKEN

            On 2026-11-22: 1 finding blocks at HIGH or above.<br>
            9 findings by severity: 2 high, 5 medium, 1 low, 1 info.<br>
            9 findings by ruling: 1 blocks, 1 undecided, 5 reported, 1 waived, 1 hidden.<br>
            11 verdicts of 4 rules on 9 subjects: 8 fail, 1 inconclusive, 1 pass, 1 not applicable.<br>

            <details><summary>❌ <b>HIGH</b> <code>drops-all-capabilities</code>: 1 blocks</summary>

            A capability that nobody needs is a way out of the container.<br>
            **Do:** Drop ALL and add back what is needed<br>
            <https://kubernetes.io/docs/concepts/security/pod-security-standards/>

            - `deploy/backend.yaml:28:11` `Deployment prod/backend, container api: capabilities.drop does not contain ALL`
              - `waiver of drops-all-capabilities on name=back* (policy.yaml:34:5) ended on 2026-10-31`
              - `fix: Add "ALL" to capabilities.drop`

            </details>
            <details><summary>❓ <b>HIGH</b> <code>runs-as-non-root</code>: 1 undecided</summary>

            - `deploy/web.yaml:19:9` `Deployment prod/web, container api: cannot be decided without the value of runAsNonRoot`

            </details>
            <details><summary>⚠️ <b>MEDIUM</b> <code>image-tag-is-specific</code>: 4 reported</summary>

            What a moving tag names today is not what was tested.

            - `takes an image that moves on: is "app:latest"`
              - `deploy/a.yaml:20:16` `Deployment prod/a, container api`
              - `deploy/b.yaml:20:16` `Deployment prod/b, container api`
              - `deploy/c.yaml:20:16` `Deployment prod/c, container api`
              - `deploy/d.yaml:20:16` `Deployment prod/d, container api`

            </details>
            <details><summary>⚠️ <b>LOW</b> <code>secrets-stay-secret</code>: 1 reported</summary>

            - `deploy/stack.yaml:40:9` `ResourceGraphDefinition stack: shows a secret in its status`
              - `via deploy/stack.yaml:12:5 is read from Secret db`
              - `via deploy/stack.yaml:31:7 goes into ConfigMap app`
              - `with Secret db`

            </details>
            <details><summary>☑️ <b>MEDIUM</b> <code>image-tag-is-specific</code>: 1 waived</summary>

            - `deploy/preview.yaml:20:16` `Deployment dev/preview, container api: takes an image that moves on: is "app:latest"`
              - `waived until 2027-01-31: preview builds, says team-web`

            </details>
            """);
  }

  @Test
  void theSourceIsShownWithTheLineMarked() {
    ReportStyle style =
        STYLE.withExcerpts(finding -> Optional.of(new Excerpt(2, List.of("a:", "  ```b"))));

    assertThat(Written.markdown(Written.decision(Written.GATE, Written.root("web")), style))
        .contains("\n\n  ````text\n    2 | a:\n  > 3 |   ```b\n  ````\n");
  }

  @Nested
  class Length {

    @Test
    void ofEachRuleTenFindingsAreToldUnlessMoreAreAskedFor() {
      List<Finding> findings =
          IntStream.range(0, 30)
              .mapToObj(i -> Written.root("p" + i, Location.in("p")).message("is " + i).build())
              .toList();

      String usual = Written.markdown(Written.decision(Written.GATE, findings), STYLE);
      String more =
          Written.markdown(Written.decision(Written.GATE, findings), STYLE.showingPerRule(25));

      assertThat(usual.lines().filter(line -> line.startsWith("- `p`"))).hasSize(10);
      assertThat(usual).contains("- … and 20 more\n", "30 blocks");
      assertThat(more.lines().filter(line -> line.startsWith("- `p`"))).hasSize(25);
      assertThat(more).contains("- … and 5 more\n");
    }

    @Test
    void isWithinWhatGitHubTakesAndTheRestIsCounted() {
      List<Finding> findings =
          IntStream.range(0, 2_000)
              .mapToObj(
                  i ->
                      Written.root("p" + i, Location.in("p"))
                          .message(i + " ".repeat(2) + "x".repeat(400))
                          .build())
              .toList();

      String text =
          Written.markdown(Written.decision(Written.GATE, findings), STYLE.showingPerRule(5_000));

      assertThat(text.length()).isBetween(60_000, 65_536);
      long told = text.lines().filter(line -> line.startsWith("- `p`")).count();
      assertThat(text).contains("- … and " + (2_000 - told) + " more\n").endsWith("</details>\n");
    }

    @Test
    void rulesThatDoNotFitAreCounted() {
      ReportStyle style =
          STYLE.withExcerpts(
              finding ->
                  Optional.of(
                      new Excerpt(
                          1,
                          List.of("y".repeat(finding.rule().equals(Sample.ROOT) ? 64_000 : 9)))));

      assertThat(Written.markdown(Sample.decision(), style))
          .hasSizeLessThanOrEqualTo(65_536)
          .contains("drops-all-capabilities")
          .endsWith("… and 1 more of 1 rule, which do not fit: 1 undecided.<br>\n");
    }

    @Test
    void waiversThatEndedAreToldOnceForAGroup() {
      Waiver ended =
          Waiver.of("*").because("x").until(Sample.DAY.minusDays(1)).at(Location.in("policy.yaml"));

      assertThat(
              Written.markdown(
                  Written.decision(Written.GATE.with(List.of(ended)), Written.roots(4)), STYLE))
          .containsOnlyOnce("waiver of \\* on everything".replace("\\", ""));
    }
  }

  @Nested
  class Safety {

    @Test
    void whatAnInputSaysIsCodeInWhichNothingHasAMeaning() {
      String text = Written.markdown(Written.hostile(), Written.hostileStyle());

      String outside =
          text.replaceAll("(?s)\n  (````+)text\n.*?\n  \\1\n", "\n")
              .replaceAll("(?<!`)(`+)(?!`).+?(?<!`)\\1(?!`)", "");
      assertThat(text).contains("onerror");
      assertThat(outside)
          .doesNotContain("onerror=alert(1)>", "evil.example)\\n", "**bold**")
          .doesNotContain("<img", "<script", "@octocat", "#1 ", "://");
      assertThat(outside).doesNotContainPattern("(?<!\\\\)\\]\\(");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"a|`a`", "a`b|``a`b``", "``|``` `` ```", "a``b`|``` a``b` ```", "|` `"})
    void codeIsFencedByMoreThanItHolds(String text, String code) {
      assertThat(MarkdownText.code(text == null ? "" : text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<b>",
          "@octocat",
          "#12",
          "[a](b)",
          "*a*",
          "_a_",
          "~~a~~",
          "- a",
          "1. a",
          "a|b",
          "http://a"
        })
    void wordsOfARuleAreNoMarkup(String text) {
      assertThat(MarkdownText.plain(text)).isNotEqualTo(text).doesNotContain("<b>", "@octocat");
    }

    @Test
    void ordinaryWordsStayAsTheyAre() {
      String words = "On 2026-11-22: 1 finding (of 2) blocks, at HIGH or above.";

      assertThat(MarkdownText.plain(words)).isEqualTo(words);
    }
  }
}
