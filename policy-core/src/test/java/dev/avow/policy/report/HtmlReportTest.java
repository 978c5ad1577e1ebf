package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final ReportStyle STYLE = ReportStyle.standard().titled("shop");

  private static int count(String text, String within) {
    return within.split(Pattern.quote(text), -1).length - 1;
  }

  @Test
  void everyFindingIsOnThePageSaveWhatTheGateHides() {
    String page = Written.html(Sample.decision(), STYLE);

    assertThat(count("<article ", page)).isEqualTo(8);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<title>shop: BROKEN</title>", "<dt>hidden</dt><dd>1</dd>")
        .contains("On 2026-11-22: 1 finding blocks at HIGH or above.");
  }

  @Test
  void aFindingTellsItsPlaceItsWayItsMembersAndItsFix() {
    assertThat(Written.html(Sample.decision(), STYLE))
        .contains(
            "<b>Deployment prod/backend, container api</b>: capabilities.drop does not contain ALL",
            "<code>deploy/backend.yaml:28:11</code>",
            "<li>via deploy/stack.yaml:12:5 is read from Secret db</li>",
            "<li>with Secret db</li>",
            "<li>fix: Add &quot;ALL&quot; to capabilities.drop</li>",
            "<li>waived until 2027-01-31: preview builds, says team-web</li>");
  }

  @Test
  void theSourceIsShownWithThePlaceMarked() {
    Finding finding = Written.root("web", new Location("a", 3, 5, 3, 6, "")).build();
    ReportStyle style =
        STYLE.withExcerpts(each -> Optional.of(new Excerpt(2, List.of("a:", "  b: 1 < 2"))));

    assertThat(Written.html(Written.decision(Written.GATE, finding), style))
        .contains(
            "<span class=\"line\"><span class=\"number\">2 </span>a:\n</span>"
                + "<span class=\"line meant\"><span class=\"number\">3 </span>  b:<mark> </mark>1"
                + " &lt; 2\n</span>");
  }

  @Test
  void waiversAndRulesThatFoundNothingStandBelow() {
    String page = Written.html(Sample.decision(), STYLE);
    String quiet = Written.html(Written.decision(Written.GATE, Written.root("web")), STYLE);

    assertThat(page)
        .contains("<td>there was a test cluster</td>", "<td>2026-10-31</td><td>expired</td>");
    assertThat(quiet)
        .contains("<summary>3 rules found nothing</summary>")
        .contains("<code>secrets-stay-secret</code>, which met nothing to judge");
  }

  @Test
  void allMembersAreThereIfFolded() {
    Finding.Builder finding = Written.root("web", Location.in("a"));
    for (int i = 0; i < 9; i++) {
      finding.member(Subject.of("Pod").with(Subject.NAME, "m" + i));
    }

    assertThat(Written.html(Written.decision(Written.GATE, finding.build()), STYLE))
        .contains("with Pod m0; Pod m1; Pod m2; Pod m3; Pod m4; and 4 more")
        .contains("<summary>all 9</summary>", "<li>Pod m8</li>");
  }

  @Test
  void whatIsNotToldIsCounted() {
    String bounded =
        Written.html(Written.decision(Written.GATE, Written.roots(12)), STYLE.showingPerRule(3));
    String large =
        Written.html(
            Written.decision(Written.GATE, Written.roots(HtmlReport.MOST_FINDINGS + 2)), STYLE);

    assertThat(count("<article ", bounded)).isEqualTo(3);
    assertThat(bounded)
        .contains("… and 9 more of runs-as-non-root: 9 blocks", "<dt>blocks</dt><dd>12</dd>");
    assertThat(count("<article ", large)).isEqualTo(5_000);
    assertThat(large).contains("… and 2 more of runs-as-non-root: 2 blocks");
  }

  @Nested
  class Safety {

    private final String page = Written.html(Written.hostile(), Written.hostileStyle());

    @Test
    void nothingThatAnInputSaysIsMarkup() {
      assertThat(page)
          .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;")
          .doesNotContain("<img", "\u0000", "\u202e", "\u001b");
      assertThat(count("<script", page)).isEqualTo(1);
      assertThat(count("</script", page)).isEqualTo(1);
    }

    @Test
    void thePageLetsInItsOwnStyleAndScriptOnly() throws Exception {
      assertThat(page)
          .contains("default-src &#39;none&#39;")
          .contains("style-src &#39;" + hash("style") + "&#39;")
          .contains("script-src &#39;" + hash("script") + "&#39;")
          .doesNotContain("unsafe-inline", " style=\"", " onclick=");
    }

    private String hash(String element) throws Exception {
      int from = page.indexOf("<" + element + ">") + element.length() + 2;
      String text = page.substring(from, page.indexOf("</" + element + ">", from));
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void nothingIsLoaded() {
      assertThat(
              Pattern.compile("(?:src|href|action)=\"?[^\" >]*|url\\(|@import|fetch\\(")
                  .matcher(Written.html(Sample.decision(), STYLE).replaceAll("(?s)<a .*?>", ""))
                  .results()
                  .map(MatchResult::group))
          .containsOnly("href=\"data:,");
    }

    @Test
    void onlyReferencesOfTheWebAreLinks() {
      assertThat(Written.html(Sample.decision(), STYLE))
          .contains(
              "<a href=\"https://kubernetes.io/docs/concepts/security/pod-security-standards/\"");
    }
  }
}
