package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.Channel;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityInsightsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final String FILE =
      """
      # Kept by hand
      header:
        schema-version: 2.2.0
        last-updated: '2026-03-01'
        last-reviewed: '2026-04-01'
        url: https://example.org/raw/security-insights.yml
      project:
        name: Lantern
        administrators:
          - {name: Ann, primary: true, email: ann@example.org}
        repositories:
          - {name: lantern, url: https://example.org/lantern, comment: The core}
        vulnerability-reporting:
          reports-accepted: true
          bug-bounty-available: false
          contact:
            name: The security team
            email: security@example.org
            primary: true
          policy: https://example.org/policy
          in-scope:
            - Broken access control
            - other
          out-of-scope:
            - other
          pgp-key: |
            a key
            of two lines
      repository:
        url: https://example.org/lantern
        status: active
        accepts-change-request: true
        accepts-automated-change-request: false
        core-team: [{name: Ann, primary: true}]
        license: {url: https://example.org/LICENSE, expression: MIT}
        security:
          assessments: {self: {comment: Not yet done}}
      """;

  private static SecurityInsights parse(String text) {
    return SecurityInsights.parse("security-insights.yml", text);
  }

  private static String told(Finding finding) {
    return "%s %s %s".formatted(finding.location(), finding.rule(), finding.message());
  }

  @Nested
  class Reading {

    @Test
    void takesWhatAPolicyHasAPlaceFor() {
      SecurityPolicy policy = parse(FILE).policy().orElseThrow();

      assertThat(policy)
          .isEqualTo(
              SecurityPolicy.named("Lantern")
                  .reportTo(Channel.email("security@example.org"))
                  .scope(
                      scope -> scope.covers(item("broken-access-control", "Broken access control")))
                  .scope(scope -> scope.covers(item("other", "other")))
                  .scope(scope -> scope.leavesOut(item("other-2", "other")))
                  .build());
      assertThat(policy.reporting().channels().get(0).declaredAt())
          .hasToString("security-insights.yml:18:14");
      assertThat(policy.scope().out().get(0).declaredAt().line()).isEqualTo(25);
    }

    private ScopeItem item(String id, String text) {
      return ScopeItem.of(id, text);
    }

    @Test
    void listsWhatItLeavesWithItsLine() {
      String file = FILE.replace("  pgp-key", "  pgp-keys: none\n    pgp-key");

      assertThat(parse(file).rest())
          .extracting(SecurityInsights.Rest::toString)
          .containsExactly(
              rest(15, 5, "bug-bounty-available", "nothing that policies have a place for"),
              rest(17, 7, "contact.name", "nothing that policies have a place for"),
              rest(19, 7, "contact.primary", "nothing that policies have a place for"),
              rest(20, 5, "policy", "nothing that policies have a place for"),
              rest(26, 5, "pgp-keys", "nothing that the form defines"),
              rest(27, 5, "pgp-key", "nothing that policies have a place for"));
    }

    private String rest(int line, int column, String path, String why) {
      return "security-insights.yml:%d:%d: project.vulnerability-reporting.%s is %s"
          .formatted(line, column, path, why);
    }

    @Test
    void inventsNoChannelWhereNoReportsAreAccepted() {
      SecurityInsights closed = parse(FILE.replace("accepted: true", "accepted: false"));

      assertThat(closed.policy().orElseThrow().reporting().channels()).isEmpty();
      assertThat(closed.rest())
          .extracting(SecurityInsights.Rest::path)
          .contains("project.vulnerability-reporting.contact.email");
    }

    @Test
    void takesAHandleWhereThereIsNoMailAddress() {
      String file = FILE.replace("email: security@example.org", "social: https://social.example/s");

      assertThat(parse(file).policy().orElseThrow().reporting().channels())
          .containsExactly(Channel.maintainer("https://social.example/s"));
    }

    @Test
    void takesNoneWhereTheMailAddressIsMalformed() {
      SecurityInsights file = parse(FILE.replace("security@example.org", "security at example"));

      assertThat(file.policy().orElseThrow().reporting().channels()).isEmpty();
      assertThat(file.rest())
          .extracting(rest -> rest.why() + " " + rest.path())
          .contains("MALFORMED project.vulnerability-reporting.contact.email");
    }

    @Test
    void leavesAProjectThatIsDescribedElsewhere() {
      SecurityInsights child =
          parse(
              """
              header:
                schema-version: 2.0.0
                project-si-source: https://example.org/parent.yml
              """);

      assertThat(child.policy()).isEmpty();
      assertThat(child.projectSource()).contains("https://example.org/parent.yml");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            header: {schema-version: 1.0.0} | s.yml:1:26 (header.schema-version): schema-version of Security Insights must be 2.x, such as 2.2.0, but is "1.0.0"
            header: {schema-version: 2.0}   | s.yml:1:26 (header.schema-version): schema-version of Security Insights must be 2.x, such as 2.2.0, but is 2.0
            [1, 2]                          | s.yml:1:1 (header.schema-version): schema-version of Security Insights must be 2.x, such as 2.2.0, but is not set
            header: {                       | s.yml:
            """)
    void refusesWhatIsOfNoVersionThatItKnows(String text, String message) {
      assertThatExceptionOfType(PaperException.class)
          .isThrownBy(() -> SecurityInsights.parse("s.yml", text))
          .withMessageStartingWith(message)
          .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
    }

    @Test
    void refusesWhatIsTooLarge() {
      String bomb = "header: {schema-version: 2.2.0}\na: " + "[".repeat(60) + "]".repeat(60);

      assertThatExceptionOfType(PaperException.class).isThrownBy(() -> parse(bomb));
      assertThatExceptionOfType(PaperException.class)
          .isThrownBy(() -> parse("header: {schema-version: 2.2.0}\n#" + "x".repeat(1 << 18)));
    }
  }

  @Nested
  class Writing {

    private final SecurityPolicy policy =
        SecurityPolicy.named("Lantern")
            .reportTo(Channel.privateAdvisory())
            .reportTo(Channel.email("report@example.org"))
            .scope(scope -> scope.covers(ScopeItem.of("core", "The core")))
            .build();

    @Test
    void keepsAllThatNoPolicyHasAPlaceFor() {
      String text = parse(FILE).with(policy, TODAY).text();

      assertThat(text)
          .contains("last-updated: 2026-11-22", "last-reviewed: 2026-04-01")
          .contains("email: report@example.org", "name: The security team", "- The core\n")
          .doesNotContain("out-of-scope", "Broken access")
          .contains(
              "policy: https://example.org/policy",
              "pgp-key: 'a key\n\n      of two lines\n\n      '");
      assertThat(parse(text).lint(TODAY).findings()).isEmpty();
      assertThat(text.indexOf("project:")).isLessThan(text.indexOf("repository:"));
    }

    @Test
    void changesNothingOfWhatItReadUnlessToldTo() {
      SecurityInsights read = parse(FILE);

      assertThat(parse(read.text()).policy()).isEqualTo(read.policy());
      assertThat(parse(read.text()).text()).isEqualTo(read.text());
    }

    @Test
    void makesUpNothingThatTheFormAsksFor() {
      SecurityInsights begun =
          SecurityInsights.of(policy, "https://example.org/security-insights.yml", TODAY);

      assertThat(begun.text())
          .isEqualTo(
              """
              header:
                schema-version: 2.2.0
                last-updated: 2026-11-22
                last-reviewed: 2026-11-22
                url: https://example.org/security-insights.yml
              project:
                name: Lantern
                vulnerability-reporting:
                  reports-accepted: true
                  contact:
                    name: Lantern
                    email: report@example.org
                    primary: true
                  in-scope:
                    - The core
              """);
      assertThat(begun.lint(TODAY).findings())
          .extracting(SecurityInsightsTest::told)
          .containsExactlyInAnyOrder(
              "(policy):7:3 security-insights-are-complete project.administrators is missing",
              "(policy):7:3 security-insights-are-complete project.repositories is missing",
              "(policy):9:5 security-insights-are-complete"
                  + " project.vulnerability-reporting.bug-bounty-available is missing");
    }

    @Test
    void saysWhichChannelsItLeavesOut() {
      assertThat(SecurityInsights.leftOut(policy)).containsExactly(Channel.privateAdvisory());
    }

    @Test
    void refusesAnAddressThatIsNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SecurityInsights.write(policy, "security-insights.yml", TODAY))
          .withMessageStartingWith("web address must look like");
    }

    static LongStream seeds() {
      return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadAsItWasWritten(long seed) {
      SecurityPolicy some = policy(new Random(seed));
      SecurityInsights written = parse(FILE).with(some, TODAY);

      SecurityPolicy read = parse(written.text()).policy().orElseThrow();

      assertThat(read.name()).isEqualTo(some.name());
      assertThat(read.reporting().channels()).isEqualTo(some.reporting().channels());
      assertThat(texts(read.scope().in())).isEqualTo(texts(some.scope().in()));
      assertThat(texts(read.scope().out())).isEqualTo(texts(some.scope().out()));
      assertThat(written.with(read, TODAY).text()).isEqualTo(written.text());
    }

    private static List<String> texts(List<ScopeItem> items) {
      return items.stream().map(ScopeItem::text).toList();
    }

    private SecurityPolicy policy(Random random) {
      List<String> words =
          List.of(
              "other", "true", "42", "a: b", "# no", "größe ☃", "two\nlines", "'q'", "2026-11-22");
      var policy = SecurityPolicy.named(words.get(random.nextInt(words.size())));
      if (random.nextBoolean()) {
        policy.reportTo(Channel.email("a" + random.nextInt(99) + "@example.org"));
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        String id = "item-" + i;
        String text = words.get(random.nextInt(words.size()));
        boolean in = random.nextBoolean();
        policy.scope(
            scope ->
                in
                    ? scope.covers(ScopeItem.of(id, text))
                    : scope.leavesOut(ScopeItem.of(id, text)));
      }
      return policy.build();
    }
  }

  @Nested
  class Linting {

    @Test
    void findsNothingWrongWithAGoodFile() {
      assertThat(parse(FILE).lint(TODAY).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            status: active | status: alive | 31:11 security-insights-value-is-valid repository.status must be one of active, abandoned, concept, inactive, moved, suspended, unsupported, WIP but is "alive"
            status: active | state: active | 30:3 security-insights-are-complete repository.status is missing ; 31:3 security-insights-field-is-known repository.state is unknown
            '2026-03-01' | 03/01/2026 | 4:17 security-insights-value-is-valid header.last-updated must be a date such as 2027-01-31 but is "03/01/2026"
            '2026-04-01' | '2027-04-01' | 5:18 security-insights-are-dated header.last-reviewed is ahead of 2026-11-22
            accepted: true | accepted: yes please | 14:23 security-insights-value-is-valid project.vulnerability-reporting.reports-accepted must be true or false but is "yes please"
            ann@example.org | ann | 10:41 security-insights-value-is-valid project.administrators[0].email must be a mail address such as security@example.org but is "ann"
            https://example.org/policy | example.org/policy | 20:13 security-insights-value-is-valid project.vulnerability-reporting.policy must be a web address such as https://example.org but is "example.org/policy"
            core-team: [{name: Ann, primary: true}] | core-team: [] | 34:14 security-insights-value-is-valid repository.core-team must be a list of one or more but is an empty list
            license: {url: https://example.org/LICENSE, expression: MIT} | license: MIT | 35:12 security-insights-value-is-valid repository.license must be a mapping but is "MIT"
            schema-version: 2.2.0 | schema-version: 2.2 beta | 3:19 security-insights-value-is-valid header.schema-version must be a version such as 2.2.0 but is "2.2 beta"
            """)
    void tellsWhatIsWrongWithItsLine(String good, String bad, String expected) {
      assertThat(parse(FILE.replace(good, bad)).lint(TODAY).findings())
          .extracting(SecurityInsightsTest::told)
          .containsExactlyInAnyOrder(
              List.of(expected.split(" ; ")).stream()
                  .map(told -> "security-insights.yml:" + told)
                  .toArray(String[]::new));
    }

    @Test
    void asksForTheProjectOrWhereItIs() {
      String header = FILE.substring(0, FILE.indexOf("project:"));

      assertThat(parse(header).lint(TODAY).findings())
          .extracting(SecurityInsightsTest::told)
          .containsExactly(
              "security-insights.yml:2:1 security-insights-are-complete project is missing, as no"
                  + " project-si-source is named");
      assertThat(
              parse(header + "  project-si-source: https://example.org/p.yml\n")
                  .lint(TODAY)
                  .findings())
          .extracting(SecurityInsightsTest::told)
          .containsExactly(
              "security-insights.yml:2:1 security-insights-are-complete repository is missing, as"
                  + " another file has the project");
    }

    @Test
    void asksWhereReportsGo() {
      String file = FILE.replaceAll("(?s)    contact:.*    in-scope", "    in-scope");

      assertThat(parse(file).lint(TODAY).findings())
          .extracting(SecurityInsightsTest::told)
          .containsExactly(
              "security-insights.yml:14:5 security-insights-name-contact reports are accepted, but"
                  + " nothing says where they go");
    }

    @Test
    void tellsOfAKeyThatAppearsTwice() {
      assertThat(parse(FILE + "  status: moved\n").lint(TODAY).findings())
          .extracting(Finding::rule)
          .hasToString("[security-insights-value-is-valid]");
    }
  }
}
