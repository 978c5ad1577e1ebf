package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.PolicyChange.Effect;
import dev.avow.policy.PolicyChange.Kind;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDiffTest {

  private static final String HEAD =
      """
      apiVersion: avow.dev/v1
      kind: SecurityPolicy
      name: p
      """;

  private static SecurityPolicy policy(String source, String sections) {
    return SecurityPolicy.parse(source, HEAD + sections);
  }

  private static PolicyDiff diff(String before, String after) {
    return PolicyDiff.between(
        policy("old.yaml", before == null ? "" : before),
        policy("new.yaml", after == null ? "" : after));
  }

  private static String told(PolicyChange change) {
    return change.effect().label() + ": " + change.sentence();
  }

  @Nested
  class AChange {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            supported-versions: {rows: [0.1.x]} | | weakens: supported-versions.rows.0.1.x is dropped
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [1.x, 2.x]} | strengthens: supported-versions.rows.2.x is added
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [{line: 1.x, status: unsupported}]} | weakens: supported-versions.rows.1.x.status was not set and is unsupported
            supported-versions: {rows: [{line: 1.x, status: best-effort}]} | supported-versions: {rows: [1.x]} | strengthens: supported-versions.rows.1.x.status was best-effort and is not set
            supported-versions: {rows: [{line: 1.x, status: development}]} | supported-versions: {rows: [1.x]} | unclear: supported-versions.rows.1.x.status was development and is not set
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [1.x, {line: 0.x, status: unsupported}]} | neither: supported-versions.rows.0.x is added: line: 0.x, status: unsupported
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [1.x, {line: 1.2.x, status: unsupported}]} | weakens: supported-versions.rows.1.2.x is added: line: 1.2.x, status: unsupported
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [1.x, 1.2.x]} | neither: supported-versions.rows.1.2.x is added
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [1.x, 0.x], others: best-effort} | strengthens: supported-versions.rows.0.x is added ; strengthens: supported-versions.others was not set and is best-effort
            supported-versions: {rows: [{branch: main}]} | supported-versions: {rows: [{branch: main}, {images: released}]} | strengthens: supported-versions.rows.images released is added
            supported-versions: {rows: [{line: 1.x, severities: [high]}]} | supported-versions: {rows: [{line: 1.x, severities: [high]}, {line: 1.x, severities: [low], status: unsupported}]} | unclear: supported-versions.rows.1.x for [low] is added: line: 1.x, status: unsupported, severities: [low]
            supported-versions: {rows: [{line: 1.x, until: 2027-06-30}]} | supported-versions: {rows: [{line: 1.x, until: 2027-01-31}]} | weakens: supported-versions.rows.1.x.until was 2027-06-30 and is 2027-01-31
            supported-versions: {rows: [1.x]} | supported-versions: {rows: [{line: 1.x, until: TBD}]} | weakens: supported-versions.rows.1.x.until was not set and is TBD
            supported-versions: {rows: [{line: 1.x, until: June 2027}]} | supported-versions: {rows: [{line: 1.x, until: 2027-05-01}]} | weakens: supported-versions.rows.1.x.until was June 2027 and is 2027-05-01
            supported-versions: {rows: [{line: 1.x, until: The release of 5.2}]} | supported-versions: {rows: [{line: 1.x, until: 2027-05-01}]} | unclear: supported-versions.rows.1.x.until was The release of 5.2 and is 2027-05-01
            supported-versions: {rows: [{line: 1.x, status: unsupported, until: 2027-01-01}]} | supported-versions: {rows: [{line: 1.x, status: unsupported}]} | unclear: supported-versions.rows.1.x.until was 2027-01-01 and is not set
            supported-versions: {rows: [1.x, 2.x]} | supported-versions: {rows: [2.x, 1.x]} | neither: supported-versions.rows was [1.x, 2.x] and is [2.x, 1.x], in another order
            supported-versions: {rows: ["branch main", {branch: main}]} | supported-versions: {rows: ["branch main"]} | weakens: supported-versions.rows.branch main (2) is dropped: main
            supported-versions: {rows: [1.x], scheme: npm} | supported-versions: {rows: [1.x]} | unclear: supported-versions.scheme was npm and is not set
            supported-versions: {rows: [1.x], pre-releases: unsupported} | supported-versions: {rows: [1.x]} | strengthens: supported-versions.pre-releases was unsupported and is not set
            supported-versions: {rows: [1.x], packages: ["pkg:npm/a"]} | supported-versions: {rows: [1.x]} | unclear: supported-versions.packages was [pkg:npm/a] and is not set
            """)
    void ofSupportedVersions(String before, String after, String expected) {
      assertChanges(before, after, expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            reporting: {channels: [{email: s@example.org}]} | reporting: {channels: [{email: s@example.org}, private-advisory]} | strengthens: reporting.channels.private-advisory is added
            reporting: {channels: [private-advisory]} | reporting: {channels: [maintainer]} | weakens: reporting.channels.private-advisory is dropped ; strengthens: reporting.channels.maintainer is added
            reporting: {channels: [{email: a@example.org}]} | reporting: {channels: [{email: b@example.org}]} | neither: reporting.channels.email was email a@example.org and is email b@example.org
            reporting: {channels: [{email: a@example.org}, {email: b@example.org}]} | reporting: {channels: [{email: b@example.org}]} | weakens: reporting.channels.email a@example.org is dropped
            reporting: {channels: [private-advisory, maintainer]} | reporting: {channels: [maintainer, private-advisory]} | neither: reporting.channels was [private-advisory, maintainer] and is [maintainer, private-advisory], in another order
            reporting: {channels: [maintainer]} | reporting: {channels: [{maintainer: Ann}]} | neither: reporting.channels.maintainer was maintainer and is maintainer Ann
            reporting: {channels: [maintainer, {maintainer: Ann}]} | reporting: {channels: [maintainer, {maintainer: Bea}]} | weakens: reporting.channels.maintainer Ann is dropped ; strengthens: reporting.channels.maintainer Bea is added
            reporting: {never: [public-issue]} | | weakens: reporting.never.public-issue is dropped
            | reporting: {comments: [pull-request]} | strengthens: reporting.comments.pull-request is added
            | reporting: {contents: [{id: logs, text: Logs}]} | weakens: reporting.contents.logs is added: id: logs, text: Logs
            | reporting: {contents: [{id: logs, text: Logs, optional: true}]} | neither: reporting.contents.logs is added: id: logs, text: Logs, optional: true
            reporting: {contents: [{id: logs, text: Logs, optional: true}]} | reporting: {contents: [{id: logs, text: Logs}]} | weakens: reporting.contents.logs.optional was true and is not set
            reporting: {contents: [{id: logs, text: Logs}]} | reporting: {contents: [{id: logs, text: All logs}]} | neither: reporting.contents.logs.text was Logs and is All logs
            reporting: {contents: [{id: a, text: A, one-of: [{id: x, text: X}, {id: y, text: Y}]}]} | reporting: {contents: [{id: a, text: A, one-of: [{id: x, text: X}, {id: y, text: Y}, {id: z, text: Z}]}]} | strengthens: reporting.contents.a.one-of was [{id: x, text: X}, {id: y, text: Y}] and is [{id: x, text: X}, {id: y, text: Y}, {id: z, text: Z}]
            reporting: {contents: [{id: a, text: A, all-of: [{id: x, text: X}]}]} | reporting: {contents: [{id: a, text: A, all-of: [{id: x, text: X}, {id: y, text: Y}]}]} | weakens: reporting.contents.a.all-of was [{id: x, text: X}] and is [{id: x, text: X}, {id: y, text: Y}]
            reporting: {contents: [{id: a, text: A}]} | reporting: {contents: [{id: a, text: A, all-of: [{id: x, text: X}]}]} | unclear: reporting.contents.a.all-of was not set and is [{id: x, text: X}]
            """)
    void ofReporting(String before, String after, String expected) {
      assertChanges(before, after, expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            within: 72h                     | within: 48h                       | strengthens: commitments.triaged.within was 72h and is 48h
            within: 48h                     | within: 2d                        | neither: commitments.triaged.within was 48h and is 2d
            within: 48h                     | within: 2bd                       | unclear: commitments.triaged.within was 48h and is 2bd
            within: 48h                     | within: 5bd                       | weakens: commitments.triaged.within was 48h and is 5bd
            within: 3bd                     | within: 72h                       | unclear: commitments.triaged.within was 3bd and is 72h
            within: 5cd                     | within: 5bd                       | weakens: commitments.triaged.within was 5cd and is 5bd
            within: 5bd                     | within: 7cd                       | unclear: commitments.triaged.within was 5bd and is 7cd
            within: 90d                     | within: 3mo                       | unclear: commitments.triaged.within was 90d and is 3mo
            within: 5bd                     | within: 3bd                       | strengthens: commitments.triaged.within was 5bd and is 3bd
            within: 48h                     |                                   | weakens: commitments.triaged was within: 48h and is without a date
            about: 48h                      |                                   | weakens: commitments.triaged was about: 48h and is without a date
            within: 48h                     | about: 48h                        | weakens: commitments.triaged was within: 48h and is about: 48h
            within: 48h                     | about: 24h                        | unclear: commitments.triaged was within: 48h and is about: 24h
            within: 48h                     | `within: 48h, best-effort: true`  | weakens: commitments.triaged was within: 48h and is within: 48h, best-effort: true
            best-effort: true               |                                   | strengthens: commitments.triaged was best-effort: true and is without a date
            not-before: 14d                 | not-before: 30d                   | unclear: commitments.triaged.not-before was 14d and is 30d
            within: 14d                     | not-before: 14d                   | unclear: commitments.triaged was within: 14d and is not-before: 14d
            days: 1-2                       | days: 1-3                         | weakens: commitments.triaged.days was 1-2 and is 1-3
            days: 1-2                       | days: 3+                          | unclear: commitments.triaged.days was 1-2 and is 3+
            days: 1-2                       | within: 24h                       | strengthens: commitments.triaged was days: 1-2 and is within: 24h
            days: 1-2                       | within: 48h                       | unclear: commitments.triaged was days: 1-2 and is within: 48h
            within: 48h                     | `within: 48h, severities: [high]` | weakens: commitments.triaged.severities was not set and is [high]
            within: 48h                     | `within: 48h, after: confirmed`   | unclear: commitments.triaged.after was not set and is confirmed
            within: 2bd                     | `within: 2bd, roll: next-business-day` | unclear: commitments.triaged.roll was not set and is next-business-day
            within: 48h                     | `within: 48h, source: contract`   | neither: commitments.triaged.source was not set and is contract
            """)
    void ofCommitments(String before, String after, String expected) {
      assertChanges(commitment(before), commitment(after), expected);
    }

    private String commitment(String terms) {
      return "commitments: [{to: triaged%s}]".formatted(terms == null ? "" : ", " + terms);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            commitments: [{to: triaged, within: 5d}] | | weakens: commitments.triaged is dropped: to: triaged, within: 5d
            disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-7, phase: fix}]} | disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-14, phase: fix}]} | weakens: disclosure.timeline.fix.days was 1-7 and is 1-14
            disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-7, phase: fix}]} | disclosure: {timeline: [{days: 0-1, phase: reported}, {days: 1-7, phase: fix}]} | weakens: disclosure.timeline.reported.days was 0 and is 0-1
            disclosure: {timeline: [{days: 0-1, phase: reported}, {days: 1-7, phase: fix}]} | disclosure: {timeline: [{days: 0-1, phase: reported}, {days: 2-5, phase: fix}]} | unclear: disclosure.timeline.fix.days was 1-7 and is 2-5
            disclosure: {timeline: [{days: 0, phase: reported}]} | disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-7, phase: fix}]} | strengthens: disclosure.timeline.fix is added: days: 1-7, phase: fix
            disclosure: {timeline: [{days: 0, phase: reported}]} | disclosure: {timeline: [{days: 0, phase: reported, text: By mail}]} | neither: disclosure.timeline.reported.text was not set and is By mail
            disclosure: {timeline: [{days: 0, phase: reported}], grace: 14d} | disclosure: {timeline: [{days: 0, phase: reported}], grace: 7d} | weakens: disclosure.grace was 14d and is 7d
            disclosure: {timeline: [{days: 0, phase: reported}], grace: 14d} | disclosure: {timeline: [{days: 0, phase: reported}]} | weakens: disclosure.grace was 14d and is not set
            incident-response: [advisory-published] | | weakens: incident-response.advisory-published is dropped
            incident-response: [cve-assigned] | incident-response: [{to: cve-assigned, if-applicable: true}] | weakens: incident-response.cve-assigned.if-applicable was not set and is true
            announcements: [github-advisories] | announcements: [npm-advisory, github-advisories] | strengthens: announcements.npm-advisory is added
            announcements: [{in: web, url: "https://a.example"}] | announcements: [{in: web, url: "https://b.example"}] | neither: announcements.web.url was https://a.example and is https://b.example
            announcements: [{in: npm-advisory, if-applicable: true}] | announcements: [npm-advisory] | strengthens: announcements.npm-advisory.if-applicable was true and is not set
            announcements: [{in: web, id: news, url: "https://a.example"}] | announcements: [{in: github-advisories, id: news}] | unclear: announcements.news.in was web and is github-advisories ; neither: announcements.news.url was https://a.example and is not set
            scope: {in: [{id: core, text: Core}]} | | weakens: scope.in.core is dropped: id: core, text: Core
            scope: {in: [{id: core, text: Core}]} | scope: {out: [{id: core, text: Core}]} | weakens: scope.in.core is dropped: id: core, text: Core ; weakens: scope.out.core is added: id: core, text: Core
            scope: {out: [{id: web, text: Web}]} | | strengthens: scope.out.web is dropped: id: web, text: Web
            scope: {in: [{id: core, text: Core, components: [a]}]} | scope: {in: [{id: core, text: Core, components: [a, b]}]} | strengthens: scope.in.core.components was [a] and is [a, b]
            scope: {out: [{id: web, text: Web, components: [a]}]} | scope: {out: [{id: web, text: Web, components: [a, b]}]} | weakens: scope.out.web.components was [a] and is [a, b]
            scope: {out: [{id: web, text: Web}]} | scope: {out: [{id: web, text: Web, redirect: user}]} | neither: scope.out.web.redirect was not set and is user
            considerations: [{id: access, advice: [A]}] | considerations: [{id: access, advice: [A], checked-by: [runs-as-non-root]}] | strengthens: considerations.access.checked-by was not set and is [runs-as-non-root]
            considerations: [{id: access, advice: [A]}] | considerations: [{id: access, advice: [B]}] | unclear: considerations.access.advice was [A] and is [B]
            """)
    void ofDisclosureAndScope(String before, String after, String expected) {
      assertChanges(before, after, expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            ci: {scans: [{id: image, fail-on: [high, critical]}]} | ci: {scans: [{id: image, fail-on: [critical]}]} | weakens: ci.scans.image.fail-on was [high, critical] and is [critical]
            ci: {scans: [{id: image, triggers: [pull-request]}]} | ci: {scans: [{id: image, triggers: [push-to-main]}]} | unclear: ci.scans.image.triggers was [pull-request] and is [push-to-main]
            ci: {scans: [{id: image}]} | ci: {scans: [{id: image, scanner: trivy}]} | strengthens: ci.scans.image.scanner was not set and is trivy
            ci: {scans: [{id: image, scanner: grype}]} | ci: {scans: [{id: image, scanner: trivy}]} | unclear: ci.scans.image.scanner was grype and is trivy
            ci: {scans: [{id: image}]} | | weakens: ci.scans.image is dropped
            ci: {dependency-updates: {tool: any, every: 7d}} | ci: {dependency-updates: {tool: any, every: 1mo}} | weakens: ci.dependency-updates.every was 7d and is 1mo
            ci: {dependency-updates: {tool: any}} | ci: {dependency-updates: {tool: renovate}} | strengthens: ci.dependency-updates.tool was any and is renovate
            ci: {scanned-in-registry-on-push: required} | ci: {scanned-in-registry-on-push: recommended} | weakens: ci.scanned-in-registry-on-push was required and is recommended
            ci: {base-image: {from: [a], shell: false}} | ci: {base-image: {from: [a]}} | weakens: ci.base-image.shell was false and is not set
            ci: {base-image: {from: [a]}} | ci: {base-image: {from: [a, b]}} | weakens: ci.base-image.from was [a] and is [a, b]
            ci: {base-image: {from: [a]}} | ci: {base-image: {from: [a], non-root: true}} | strengthens: ci.base-image.non-root was not set and is true
            hardening: {profile: restricted} | hardening: {profile: baseline} | weakens: hardening.profile was restricted and is baseline
            | hardening: {profile: baseline} | strengthens: hardening.profile was not set and is baseline
            hardening: {kubernetes: "1.31"} | hardening: {kubernetes: "1.32"} | unclear: hardening.kubernetes was 1.31 and is 1.32
            hardening: {trusted-registries: [ghcr.io]} | hardening: {trusted-registries: [ghcr.io/acme]} | strengthens: hardening.trusted-registries was [ghcr.io] and is [ghcr.io/acme]
            hardening: {trusted-registries: [ghcr.io]} | hardening: {trusted-registries: [docker.io]} | unclear: hardening.trusted-registries was [ghcr.io] and is [docker.io]
            hardening: {watch: {namespaces: {include: ["team-*"]}}} | hardening: {watch: {namespaces: {include: ["*"]}}} | weakens: hardening.watch.namespaces.include was [team-*] and is [*]
            hardening: {watch: {namespaces: {include: ["*"], exclude: [kube-system]}}} | hardening: {watch: {namespaces: {include: ["*"]}}} | weakens: hardening.watch.namespaces.exclude was [kube-system] and is not set
            hardening: {storage: {defaults: {run-as-user: 1000}}} | hardening: {storage: {defaults: {run-as-user: 0}}} | unclear: hardening.storage.defaults.run-as-user was 1000 and is 0
            hardening: {storage: {defaults: {run-as-user: 1}}} | hardening: {storage: {defaults: {run-as-user: 1, read-only: true}}} | strengthens: hardening.storage.defaults.read-only was not set and is true
            hardening: {storage: {overrides: [{claim: a, read-only: true}]}} | | unclear: hardening.storage.overrides was [{claim: a, read-only: true}] and is not set
            hardening: {rules: {a: {severity: high}}} | hardening: {rules: {a: {severity: low}}} | weakens: hardening.rules.a.severity was high and is low
            hardening: {rules: {a: on}} | hardening: {rules: {a: off}} | weakens: hardening.rules.a.enabled was on and is off
            hardening: {rules: {a: on}} | | unclear: hardening.rules.a.enabled was on and is not set
            hardening: {rules: {a: {waivable: false}}} | | weakens: hardening.rules.a.waivable was false and is not set
            hardening: {rules: {a: {limit: 3}}} | hardening: {rules: {a: {limit: 4}}} | unclear: hardening.rules.a.limit was 3 and is 4
            """)
    void ofRepositoryAndHardening(String before, String after, String expected) {
      assertChanges(before, after, expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            gate: {fail-on: high} | gate: {fail-on: critical} | weakens: gate.fail-on was high and is critical
            gate: {report-from: low} | | strengthens: gate.report-from was low and is not set
            gate: {unknown-as: low} | | strengthens: gate.unknown-as was low and is not set
            gate: {unknown-as: critical} | gate: {unknown-as: high} | neither: gate.unknown-as was critical and is high
            | gate: {accept-inconclusive: true} | weakens: gate.accept-inconclusive was not set and is true
            | gate: {waiver-annotations: true} | weakens: gate.waiver-annotations was not set and is true
            | waivers: [{rule: a, where: {namespace: dev}, because: B, until: 2027-01-31}] | weakens: waivers.a where namespace=dev is added: until 2027-01-31, because B
            waivers: [{rule: a, because: B}] | waivers: [{rule: a, because: B}, {rule: a, where: {namespace: dev}, because: C}] | neither: waivers.a where namespace=dev is added: without an end, because C
            waivers: [{rule: a, because: B}] | | strengthens: waivers.a is dropped: without an end, because B
            waivers: [{rule: a, because: B, until: 2027-01-31}] | waivers: [{rule: a, because: B, until: 2027-03-31}] | weakens: waivers.a.until was 2027-01-31 and is 2027-03-31
            waivers: [{rule: a, because: B, until: 2027-01-31}] | waivers: [{rule: a, because: C}] | neither: waivers.a.because was B and is C ; weakens: waivers.a.until was 2027-01-31 and is not set
            waivers: [{rule: a, because: B}] | waivers: [{rule: a, because: B, by: Ann}] | neither: waivers.a.by was not set and is Ann
            waivers: [{rule: a, because: A}, {rule: b, because: B}] | waivers: [{rule: b, because: B}, {rule: a, because: A}] | neither: waivers was [a without an end, because A, b without an end, because B] and is [b without an end, because B, a without an end, because A], in another order
            calendar: {zone: UTC, holidays: [2026-12-25]} | calendar: {zone: UTC, holidays: [2026-12-25, 2026-12-26]} | weakens: calendar.holidays was [2026-12-25] and is [2026-12-25, 2026-12-26]
            calendar: {zone: Europe/Berlin} | calendar: {zone: Europe/Paris} | unclear: calendar.zone was Europe/Berlin and is Europe/Paris
            calendar: {zone: Europe/Berlin} | calendar: {zone: Europe/Berlin, weekend: [friday]} | unclear: calendar.weekend was not set and is [friday]
            overlays-may-change: [gate] | overlays-may-change: [gate, calendar] | weakens: overlays-may-change was [gate] and is [gate, calendar]
            """)
    void ofGateWaiversAndCalendar(String before, String after, String expected) {
      assertChanges(before, after, expected);
    }

    @Test
    void ofTheNameIsNoneOfAPromise() {
      PolicyDiff diff =
          PolicyDiff.between(SecurityPolicy.named("a").build(), SecurityPolicy.named("b").build());

      assertThat(diff.changes())
          .extracting(PolicyDiffTest::told)
          .containsExactly("neither: name was a and is b");
    }

    @Test
    void ofHolidaysThatAFunctionKnowsIsUnclear() {
      WorkingCalendar calendar = WorkingCalendar.of(ZoneId.of("UTC"));
      SecurityPolicy plain = SecurityPolicy.named("p").calendar(calendar).build();
      SecurityPolicy knowing =
          SecurityPolicy.named("p")
              .calendar(calendar.holidays("Bavaria", day -> day.getDayOfYear() == 6))
              .build();

      PolicyDiff diff = PolicyDiff.between(plain, knowing);

      assertThat(diff.in(PolicySection.CALENDAR))
          .extracting(PolicyDiffTest::told)
          .contains("unclear: calendar.holidays-by was not set and is Bavaria");
      assertThat(PolicyDiff.between(knowing, knowing).isEmpty()).isTrue();
    }

    private void assertChanges(String before, String after, String expected) {
      PolicyDiff diff = diff(before, after);

      assertThat(diff.changes())
          .extracting(PolicyDiffTest::told)
          .containsExactlyInAnyOrder(expected.split(" ; "));
      assertThat(diff(after, before)).isEqualTo(diff.reversed());
    }
  }

  @Nested
  class Places {

    private static final String OLD =
        """
        commitments:
          - {to: acknowledged, within: 48h}
        supported-versions:
          rows:
            - 0.1.x
        """;
    private static final String NEW =
        """
        supported-versions:
          rows:
            - 0.2.x
        commitments:
          - {to: acknowledged, within: 72h}
        """;

    @Test
    void areGivenOnBothSides() {
      assertThat(diff(OLD, NEW).toString())
          .isEqualTo(
              """
              weakens: supported-versions.rows.0.1.x is dropped (new.yaml:6:5, was old.yaml:8:7)
              strengthens: supported-versions.rows.0.2.x is added (new.yaml:6:7, was old.yaml:8:5)
              weakens: commitments.acknowledged.within was 48h and is 72h (new.yaml:8:32, was old.yaml:5:32)\
              """);
    }

    @Test
    void areTheNearestOnesWhereARevisionIsSilent() {
      String rule = "hardening: {rules: {a: on}}";
      String waiver = "waivers: [{rule: a, because: B}]";

      assertThat(diff("gate: {fail-on: high}", rule).in(PolicySection.HARDENING).toString())
          .contains("(new.yaml:4:21, was old.yaml:1:1)");
      assertThat(diff(waiver, "gate: {fail-on: high}").in(PolicySection.WAIVERS).toString())
          .contains("(new.yaml:1:1, was old.yaml:4:11)");
    }

    @Test
    void areThoseThatPartsNameWhereThePolicyWasReadFromAnotherForm() {
      Location line = Location.at("SECURITY.md", 12, 1);
      SecurityPolicy read =
          SecurityPolicy.named("p")
              .commitTo(
                  Commitment.to(Milestone.ACKNOWLEDGED).within(Period.hours(48)).declaredAt(line))
              .build();
      SecurityPolicy later = SecurityPolicy.named("p").acknowledgeWithin(Period.hours(24)).build();

      assertThat(PolicyDiff.between(read, later).changes())
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.beforeAt()).isEqualTo(line);
                assertThat(change.afterAt()).hasToString("(code)");
              });
    }

    @Test
    void standInTheJson() {
      assertThat(diff("gate: {fail-on: high}", "gate: {fail-on: critical}").toJson())
          .isEqualTo(
              """
              {
                "counts": {
                  "weakens": 1,
                  "strengthens": 0,
                  "neither": 0,
                  "unclear": 0
                },
                "changes": [
                  {
                    "section": "gate",
                    "path": "gate.fail-on",
                    "kind": "changed",
                    "effect": "weakens",
                    "before": {
                      "value": "high",
                      "source": "old.yaml",
                      "line": 4,
                      "column": 17
                    },
                    "after": {
                      "value": "critical",
                      "source": "new.yaml",
                      "line": 4,
                      "column": 17
                    }
                  }
                ]
              }
              """);
    }
  }

  @Test
  void theSeedsDifferInTheirAcknowledgement() {
    PolicyDiff diff = PolicyDiff.between(Seeds.typekro(), Seeds.pvcViewer());

    assertThat(diff.in(PolicySection.COMMITMENTS))
        .extracting(PolicyDiffTest::told)
        .contains("weakens: commitments.acknowledged.within was 48h and is 72h");
    assertThat(PolicyDiff.between(Seeds.pvcViewer(), Seeds.typekro()).with(Effect.STRENGTHENS))
        .extracting(PolicyChange::path)
        .contains("commitments.acknowledged.within");
  }

  /** As the newer revision among the conformance data does. */
  @Test
  void aChannelThatIsPreferredFromNowOnIsAdded() throws IOException {
    String seed = Files.readString(Seeds.file(Seeds.typekro()));
    String later = seed.replace("  channels:\n", "  channels:\n    - private-advisory\n");

    PolicyDiff diff =
        PolicyDiff.between(SecurityPolicy.parse("s", seed), SecurityPolicy.parse("l", later));

    assertThat(diff.changes())
        .extracting(PolicyDiffTest::told)
        .containsExactly("strengthens: reporting.channels.private-advisory is added");
  }

  @Test
  void everySectionCanDiffer() {
    Set<PolicySection> differing =
        LongStream.range(0, 60)
            .mapToObj(seed -> PolicyDiff.between(RandomPolicy.of(seed), RandomPolicy.of(seed + 1)))
            .flatMap(diff -> diff.changes().stream())
            .map(PolicyChange::section)
            .collect(Collectors.toSet());

    assertThat(differing).containsExactlyInAnyOrder(PolicySection.values());
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingDiffersFromItself(long seed) {
    SecurityPolicy policy = RandomPolicy.of(seed);

    assertThat(PolicyDiff.between(policy, policy).changes()).isEmpty();
    assertThat(PolicyDiff.between(policy, SecurityPolicy.parse(policy.toYaml())).changes())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatDiffersOneWayDiffersTheOtherWay(long seed) {
    SecurityPolicy one = RandomPolicy.of(seed);
    SecurityPolicy other = RandomPolicy.of(seed + 1000);

    PolicyDiff diff = PolicyDiff.between(one, other);

    assertThat(PolicyDiff.between(other, one)).isEqualTo(diff.reversed());
    assertThat(diff.isEmpty()).isEqualTo(one.equals(other));
    assertThat(diff.reversed().reversed()).isEqualTo(diff);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSectionLessIsSeen(long seed) {
    SecurityPolicy whole = RandomPolicy.of(seed);
    SecurityPolicy bare = SecurityPolicy.named(whole.name()).build();

    PolicyDiff diff = PolicyDiff.between(bare, whole);

    assertThat(diff.changes()).noneMatch(change -> change.kind() == Kind.REMOVED);
    assertThat(diff.isEmpty()).isEqualTo(whole.equals(bare));
  }
}
