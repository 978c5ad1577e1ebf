package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.Channel;
import dev.avow.policy.PolicyChange;
import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyDiff;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.RuleDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/papers.md says what the code does. */
class PapersPageTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final SecurityPolicy policy =
      SecurityPolicy.named("lantern")
          .reportTo(Channel.email("security@example.org"))
          .acknowledgeWithin(Period.hours(48))
          .build();

  private static String text(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"security-txt", "security-insights", "diff"})
  void showsCodeThatIsRunHere(String tag) throws IOException {
    String source =
        text("policy-disclosure/src/test/java/dev/avow/disclosure/publish/PapersPageTest.java");
    String begin = "// tag::" + tag + "[]\n";
    int start = source.indexOf(begin) + begin.length();
    int end = source.lastIndexOf('\n', source.indexOf("// end::" + tag + "[]", start));

    assertThat(text("docs/papers.md"))
        .contains("```java\n" + source.substring(start, end).stripIndent() + "\n```");
  }

  @Test
  void listsEveryRuleOfThesePapers() throws IOException {
    String page = text("docs/papers.md");
    Stream<RuleDescription> rules =
        Stream.of(SecurityTxtRules.ALL, InsightsRules.ALL)
            .flatMap(all -> all.rules().values().stream());

    assertThat(rules)
        .hasSize(15)
        .allSatisfy(
            rule ->
                assertThat(page).contains("| `%s` | %s |".formatted(rule.id(), rule.severity())));
  }

  @Test
  void writesAndJudgesASecurityTxt() {
    List<Finding> findings = new ArrayList<>();

    String text = securityTxt(policy, NOW, findings::add);

    assertThat(text).startsWith("Contact: mailto:security@example.org\nExpires: 2027-05-21T");
    assertThat(findings).extracting(Finding::rule).hasToString("[security-txt-is-where-it-says]");
  }

  private static String securityTxt(SecurityPolicy policy, Instant now, Consumer<Finding> show) {
    // tag::security-txt[]
    String text =
        SecurityTxt.of(policy, now.plus(Duration.ofDays(180)))
            .with("Canonical", "https://example.org/.well-known/security.txt")
            .with("Preferred-Languages", "en")
            .text();

    SecurityTxt read = SecurityTxt.parse("security.txt", text);
    read.channels(); // the preferred one first, each with its line
    read.signature(); // NONE, NOT_VERIFIED or BROKEN; never verified
    read.lint(now).findings().forEach(show);
    // end::security-txt[]
    return text;
  }

  @Test
  void updatesSecurityInsights(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("security-insights.yml");
    Files.writeString(
        file, SecurityInsights.write(policy, "https://example.org/s.yml", LocalDate.EPOCH));

    String text = securityInsights(policy, file, LocalDate.of(2026, 11, 22));

    assertThat(text).contains("last-updated: 2026-11-22", "email: security@example.org");
  }

  private static String securityInsights(SecurityPolicy policy, Path file, LocalDate today) {
    // tag::security-insights[]
    SecurityInsights published = SecurityInsights.read(file);
    published.policy().ifPresent(said -> said.reporting().channels());
    for (SecurityInsights.Rest rest : published.rest()) {
      rest.at(); // the line of what is not in that policy, and rest.why()
    }

    String text = published.with(policy, today).text(); // all else is kept
    SecurityInsights.parse("new.yml", text).lint(today).findings();
    // end::security-insights[]
    return text;
  }

  @Test
  void tellsWhatWeakens() {
    List<PolicyChange> told = new ArrayList<>();
    SecurityPolicy later =
        SecurityPolicy.named("lantern")
            .reportTo(Channel.email("security@example.org"))
            .acknowledgeWithin(Period.hours(72))
            .build();

    diff(policy, later, told::add);

    assertThat(told)
        .extracting(PolicyChange::sentence)
        .containsExactly("commitments.acknowledged.within was 48h and is 72h");
  }

  private static void diff(
      SecurityPolicy before, SecurityPolicy after, Consumer<PolicyChange> show) {
    // tag::diff[]
    PolicyDiff diff = PolicyDiff.between(before, after);
    for (PolicyChange change : diff.with(Effect.WEAKENS)) {
      change.path(); // commitments.acknowledged.within
      change.before(); // 48h
      change.after(); // 72h
      change.beforeAt(); // old.yaml:12:32
      change.afterAt(); // new.yaml:14:32
      show.accept(change);
    }
    // end::diff[]
  }
}
