package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

  private static final String HEAD =
      """
      apiVersion: avow.dev/v1
      kind: SecurityPolicy
      name: %s
      """;

  /** Says something in every section. */
  private static final String FLOOR =
      HEAD.formatted("org")
          + """
          supported-versions:
            rows: [1.x, {line: 0.x, status: best-effort, until: 2027-06-30}]
            others: best-effort
          reporting:
            channels: [{email: security@example.org}, private-advisory]
            never: [public-issue]
            contents: [{id: impact, text: The impact, optional: true}]
          commitments:
            - {to: acknowledged, within: 48h}
            - {to: triaged, within: 5bd, severities: [high, critical]}
            - {to: fix-released, after: confirmed}
          disclosure:
            timeline: [{days: 0, phase: reported}, {days: 1-7, phase: fix}]
            grace: 14d
          incident-response: [advisory-published]
          announcements: [github-advisories]
          scope:
            in: [{id: core, text: The core, components: [core, "core-*"]}]
            out: [{id: samples, text: Samples}]
          ci:
            scans:
              - {id: image, targets: [image], triggers: [pull-request], fail-on: [high], report: [medium]}
            dependency-updates: {tool: dependabot, every: 7d}
            scanned-in-registry-on-push: required
            base-image: {from: ["gcr.io/distroless/*"], non-root: true, shell: false}
          hardening:
            profile: restricted
            trusted-registries: [ghcr.io/acme]
            rules:
              is-not-privileged: {enabled: on, severity: critical, waivable: false}
              runs-as-non-root: on
            watch: {namespaces: {include: ["team-*"], exclude: [kube-system]}}
            storage: {defaults: {run-as-user: 1000}}
          considerations: [{id: access, advice: [Least privilege], checked-by: [runs-as-non-root]}]
          gate: {fail-on: high, report-from: low}
          waivers:
            - {rule: image-*, where: {namespace: dev}, because: preview, until: 2027-01-31}
          calendar: {zone: Europe/Berlin, holidays: [2026-12-25]}
          """;

  private static SecurityPolicy team(String floor, String overlay) {
    return SecurityPolicy.parse(
        "team/policy.yaml",
        HEAD.formatted("team") + "extends: ../org.yaml\n" + overlay.replace("\\n", "\n"),
        (reference, from) -> new PolicyResolver.Found("org.yaml", floor));
  }

  private static SecurityPolicy team(String overlay) {
    return team(FLOOR, overlay);
  }

  @Nested
  class AnOverlay {

    @Test
    void keepsWhatItDoesNotSay() {
      SecurityPolicy floor = SecurityPolicy.parse(FLOOR);

      SecurityPolicy team = team("");

      assertThat(team.name()).isEqualTo("team");
      assertThat(team.toYaml()).isEqualTo(floor.toYaml().replace("name: org", "name: team"));
    }

    @Test
    void keepsTheVersionOfKubernetes() {
      SecurityPolicy team =
          team(HEAD.formatted("org") + "hardening: {kubernetes: \"1.31\"}", "gate: {fail-on: low}");

      assertThat(team.hardening().statedKubernetes()).hasToString("Optional[1.31]");
    }

    @Test
    void addsAndSharpens() {
      SecurityPolicy team =
          team(
              """
              commitments: [{to: acknowledged, within: 1d}, {to: plan-shared, within: 72h}]
              hardening:
                profile: multi-tenant
                rules: {runs-as-non-root: {severity: critical}, host-ports-are-off: on}
              gate: {fail-on: medium}
              """);

      assertThat(team.commitments())
          .extracting(c -> c.id() + " " + c.period().map(Object::toString).orElse("-"))
          .containsExactly("acknowledged 1d", "triaged 5bd", "fix-released -", "plan-shared 72h");
      assertThat(team.hardening().profile()).contains(Profile.MULTI_TENANT);
      assertThat(team.hardening().rules().values())
          .extracting(rule -> rule.on().orElse(null) + " " + rule.severity().orElse(null))
          .containsExactly("true null", "true CRITICAL", "true CRITICAL");
      assertThat(team.gate().failAt()).isEqualTo(Severity.MEDIUM);
      assertThat(team.gate().reportFrom()).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            supported-versions: {rows: [2.x, {line: 0.x, status: supported}]}
            supported-versions: {rows: [{line: 3.x, status: best-effort}]}
            reporting: {channels: [private-advisory, {email: security@example.org}, maintainer]}
            reporting: {never: [public-issue, pull-request]}
            reporting: {contents: [{id: impact, text: The impact, optional: true}, {id: logs, text: Logs, optional: true}]}
            commitments: [{to: acknowledged, within: 2d}, {to: triaged, within: 4bd}]
            disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-5, phase: fix, text: soon}], grace: 21d}
            incident-response: [fix-released]
            announcements: [npm-advisory]
            scope: {in: [{id: core, text: The core, components: [core, "core-*", more]}, {id: web, text: Web}]}
            ci: {scans: [{id: image, targets: [image, helm], triggers: [pull-request], fail-on: [high, medium]}]}
            ci: {dependency-updates: {tool: dependabot, every: 1d}, base-image: {from: ["gcr.io/distroless/*"], non-root: true, shell: false, package-manager: false}}
            ci: {base-image-pinned-in-production: required}
            hardening: {trusted-registries: [ghcr.io/acme/team]}
            hardening: {rules: {is-not-privileged: on, pod-is-isolated-for-ingress: {waivable: false}}}
            hardening: {watch: {namespaces: {include: [team-a], exclude: [kube-system, other]}, claims: {include: []}}}
            considerations: [{id: access, advice: [More, Least privilege], checked-by: [runs-as-non-root]}]
            gate: {fail-on: low, report-from: info, unknown-as: high}
            waivers: [{rule: image-*, where: {namespace: dev, name: web}, because: narrower, until: 2026-12-31}]
            calendar: {holidays: []}
            """)
    void mayPromiseMore(String overlay) {
      assertThat(team(overlay).name()).isEqualTo("team");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            supported-versions: {rows: [{line: 1.x, status: best-effort}]}   | supported-versions.rows.1.x.status must not promise less than unset | was best-effort
            supported-versions: {rows: [{line: 0.x, status: best-effort, until: 2027-06-29}]} | rows.0.x.until must not promise less than 2027-06-30 | was 2027-06-29
            supported-versions: {rows: [{line: 1.x, until: 2027-06-29}]}     | rows.1.x.until must not promise less than unset | was 2027-06-29
            supported-versions: {rows: [{line: 0.1.x, status: unsupported}]} | rows.0.1.x must be left out | is added
            supported-versions: {others: unsupported}                        | supported-versions.others must not promise less than best-effort | was unsupported
            reporting: {channels: [private-advisory]}                        | reporting.channels must not promise less | was [private-advisory]
            reporting: {never: []}                                           | reporting.never must not promise less | is not set
            reporting: {contents: [{id: impact, text: The impact}]}          | reporting.contents.impact.optional must not promise less than true | is not set
            reporting: {contents: [{id: logs, text: Logs}]}                  | reporting.contents.logs must be left out | is added
            reporting: {contents: [{id: impact, text: Other, optional: true}]} | text must stay The impact, as nobody can tell | was Other
            commitments: [{to: acknowledged, within: 72h}]                   | commitments.acknowledged.within must not promise less than 48h | was 72h
            commitments: [{to: acknowledged}]                                | within must not promise less than 48h | is not set
            commitments: [{to: acknowledged, within: 1bd}]                   | within must stay 48h, as nobody can tell | was 1bd
            commitments: [{to: acknowledged, within: 48h, best-effort: true}] | best-effort must not promise less than unset | was true
            commitments: [{to: acknowledged, within: 48h, severities: [critical]}] | severities must not promise less than unset | was [critical]
            commitments: [{to: triaged, within: 5bd, severities: [critical]}] | severities must not promise less than [high, critical] | was [critical]
            commitments: [{to: acknowledged, within: 48h, after: confirmed}] | after must stay unset, as nobody can tell | was confirmed
            disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-8, phase: fix}]} | disclosure.timeline must not promise less | was [
            disclosure: {timeline: [{days: 0, phase: fix}]}                  | disclosure.timeline must not promise less | was [
            disclosure: {timeline: [{days: 0, phase: reported}, {days: 1-7, phase: fix}], grace: 7d} | disclosure.grace must not promise less than 14d | was 7d
            incident-response: [{to: advisory-published, if-applicable: true}] | incident-response.advisory-published.if-applicable must not promise less | was true
            announcements: [{in: github-advisories, if-applicable: true}]    | announcements.github-advisories.if-applicable must not promise less | was true
            scope: {in: [{id: core, text: The core, components: [core]}]}    | scope.in.core.components must not promise less | was [core]
            scope: {out: [{id: web, text: The web}]}                         | scope.out.web must be left out | is added
            ci: {scans: [{id: image, targets: [image], triggers: [push-to-main], fail-on: [high], report: [medium]}]} | ci.scans.image.triggers must not promise less | was [push-to-main]
            ci: {scans: [{id: image, targets: [image], triggers: [pull-request], fail-on: [high]}]} | ci.scans.image.report must not promise less | is not set
            ci: {dependency-updates: {every: 30d}}                           | ci.dependency-updates.every must not promise less than 7d | was 30d
            ci: {dependency-updates: {tool: renovate}}                       | tool must stay dependabot, as nobody can tell | was renovate
            ci: {scanned-in-registry-on-push: recommended}                   | must not promise less than required | was recommended
            ci: {base-image: {from: ["gcr.io/distroless/*", busybox]}}       | ci.base-image.from must not promise less | was [
            ci: {base-image: {shell: true}}                                  | ci.base-image.shell must not promise less | is not set
            hardening: {profile: baseline}                                   | hardening.profile must not promise less than restricted | was baseline
            hardening: {trusted-registries: [ghcr.io/acme, docker.io]}       | hardening.trusted-registries must not promise less | was [
            hardening: {trusted-registries: [ghcr.io/acme-evil]}             | hardening.trusted-registries must not promise less | was [
            hardening: {trusted-registries: []}                              | hardening.trusted-registries must not promise less | is not set
            hardening: {rules: {runs-as-non-root: off}}                      | hardening.rules.runs-as-non-root.enabled must not promise less than on | was off
            hardening: {rules: {is-not-privileged: {severity: high}}}        | is-not-privileged.severity must not promise less than critical | was high
            hardening: {rules: {is-not-privileged: {waivable: true}}}        | is-not-privileged.waivable must not promise less than false | was true
            hardening: {watch: {namespaces: {include: ["*"]}}}               | hardening.watch.namespaces.include must not promise less | was [*]
            hardening: {watch: {namespaces: {include: [team-a], exclude: []}}} | hardening.watch.namespaces.exclude must not promise less | is not set
            hardening: {storage: {defaults: {run-as-user: 0}}}               | hardening.storage.defaults.run-as-user must stay 1000 | was 0
            considerations: [{id: access, advice: [Other], checked-by: [runs-as-non-root]}] | considerations.access.advice must not promise less | was [Other]
            gate: {fail-on: critical}                                        | gate.fail-on must not promise less than high | was critical
            gate: {report-from: medium}                                      | gate.report-from must not promise less than low | was medium
            gate: {unknown-as: medium}                                       | gate.unknown-as must not promise less than unset | was medium
            gate: {accept-inconclusive: true}                                | gate.accept-inconclusive must not promise less | was true
            gate: {waiver-annotations: true}                                 | gate.waiver-annotations must not promise less | was true
            waivers: [{rule: image-*, because: wider, until: 2027-01-31}]    | must be left out or end no later | waives more
            waivers: [{rule: image-*, where: {namespace: dev}, because: longer, until: 2027-02-01}] | must be left out or end no later | waives more
            waivers: [{rule: image-*, where: {namespace: dev}, because: endless}] | must be left out or end no later | waives more
            calendar: {zone: America/New_York}                               | calendar.zone must stay Europe/Berlin | was America/New_York
            calendar: {holidays: [2026-12-25, 2026-12-24]}                   | calendar.holidays must not promise less | was [
            calendar: {weekend: [friday, saturday, sunday]}                  | calendar.weekend must stay unset | was [
            """)
    void mustNotPromiseLess(String overlay, String must, String found) {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> team(overlay))
          .satisfies(
              refused -> {
                assertThat(refused.problems()).hasSize(1);
                assertThat(refused).hasMessageStartingWith("team/policy.yaml:");
                assertThat(refused).hasMessageContaining(must).hasMessageContaining("but " + found);
                assertThat(refused.problems().get(0).expected()).contains("as org.yaml:");
                assertThat(refused.problems().get(0).at().line()).isEqualTo(5);
              });
    }

    @Test
    void isRefusedWithBothPlaces() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> team("commitments:\n  - to: acknowledged\n    within: 72h"))
          .withMessage(
              "team/policy.yaml:7:13 (commitments[0].within): commitments.acknowledged.within must"
                  + " not promise less than 48h as org.yaml:12:32 has it but was 72h");
    }

    @Test
    void isRefusedWithAllThatIsWeakerAtOnce() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> team("hardening: {profile: baseline}\ngate: {fail-on: critical}\n"))
          .satisfies(refused -> assertThat(refused.problems()).hasSize(2));
    }
  }

  @Nested
  class WhatTheFloorMarksAsFree {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            calendar                            | calendar: {zone: America/New_York}
            commitments.acknowledged.within     | commitments: [{to: acknowledged, within: 72h}]
            commitments.*.within                | commitments: [{to: acknowledged, within: 72h}]
            hardening.rules.runs-as-non-root    | hardening: {rules: {runs-as-non-root: off}}
            waivers                             | waivers: [{rule: image-*, because: wider}]
            gate.waiver-annotations             | gate: {waiver-annotations: true}
            scope.out                           | scope: {out: [{id: web, text: The web}]}
            reporting.contents.*.text           | reporting: {contents: [{id: impact, text: Other, optional: true}]}
            """)
    void mayBeWeaker(String path, String overlay) {
      String floor = FLOOR.replace("name: org", "name: org\noverlays-may-change: [" + path + "]");

      assertThat(team(floor, overlay).overlaysMayChange()).containsExactly(path);
    }

    @Test
    void isNotMoreThanItSays() {
      String floor =
          FLOOR.replace("name: org", "name: org\noverlays-may-change: [commitments.triaged]");

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> team(floor, "commitments: [{to: acknowledged, within: 72h}]"));
    }

    @Test
    void cannotBeWidenedByALevelBetween() {
      Map<String, String> files =
          Map.of(
              "org.yaml",
              FLOOR,
              "mid.yaml",
              HEAD.formatted("mid") + "extends: org.yaml\noverlays-may-change: [commitments]\n");

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(
              () ->
                  SecurityPolicy.parse(
                      "team.yaml",
                      HEAD.formatted("team")
                          + "extends: mid.yaml\ncommitments: [{to: acknowledged, within: 72h}]",
                      resolver(files)))
          .withMessageContaining("as org.yaml:12:32 has it");
    }

    @Test
    void mustBeASectionOfAPolicy() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(
              () ->
                  SecurityPolicy.parse(
                      HEAD.formatted("org") + "overlays-may-change: [calendar, waviers]"))
          .withMessage(
              "(text):4:33 (overlays-may-change[1]): path must begin with a section of a policy,"
                  + " perhaps \"waivers\", but was \"waviers\"");
    }
  }

  private static PolicyResolver resolver(Map<String, String> files) {
    return (reference, from) -> {
      if (!files.containsKey(reference)) {
        throw new IllegalArgumentException("extends must be known but was " + reference);
      }
      return new PolicyResolver.Found(reference, files.get(reference));
    };
  }

  @Nested
  class TheParents {

    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    }

    @Test
    void areFilesBesideThePolicyOverSeveralLevels() throws IOException {
      file("org/policy.yaml", FLOOR);
      file(
          "unit/policy.yaml",
          HEAD.formatted("unit") + "extends: ../org/policy.yaml\ngate: {fail-on: medium}\n");
      Path team =
          file(
              "unit/team/policy.yaml",
              HEAD.formatted("team") + "extends: ../policy.yaml\ngate: {fail-on: high}\n");

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> SecurityPolicy.read(team))
          .withMessageContaining(folder + "/unit/team/policy.yaml:5:17")
          .withMessageContaining("as " + folder + "/unit/policy.yaml:5:17 has it but was high");
    }

    @Test
    void maybeSeveralOfWhichTheResultIsWeakerThanNone() {
      Map<String, String> files =
          Map.of(
              "a.yaml",
                  HEAD.formatted("a") + "gate: {fail-on: low}\nhardening: {profile: baseline}\n",
              "b.yaml",
                  HEAD.formatted("b")
                      + "gate: {fail-on: high}\nreporting: {never: [public-issue]}\n");
      String team = HEAD.formatted("team") + "extends: [a.yaml, b.yaml]\n";

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> SecurityPolicy.parse("team.yaml", team, resolver(files)))
          .withMessage(
              "b.yaml:4:17 (gate.fail-on): gate.fail-on must not promise less than low as"
                  + " a.yaml:4:17 has it but was high");
      SecurityPolicy policy =
          SecurityPolicy.parse("team.yaml", team + "gate: {fail-on: info}", resolver(files));
      assertThat(policy.hardening().profile()).contains(Profile.BASELINE);
      assertThat(policy.reporting().never()).hasSize(1);
    }

    @Test
    void thatMeetAgainCountOnce() {
      Map<String, String> files =
          Map.of(
              "org.yaml", FLOOR,
              "a.yaml", HEAD.formatted("a") + "extends: org.yaml\n",
              "b.yaml", HEAD.formatted("b") + "extends: org.yaml\n");

      SecurityPolicy policy =
          SecurityPolicy.parse(
              "team.yaml", HEAD.formatted("team") + "extends: [a.yaml, b.yaml]\n", resolver(files));

      assertThat(policy.waivers()).hasSize(1);
    }

    @Test
    void mustNotLeadBack() throws IOException {
      Path a = file("a.yaml", HEAD.formatted("a") + "extends: b.yaml\n");
      file("b.yaml", HEAD.formatted("b") + "extends: ./a.yaml\n");

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> SecurityPolicy.read(a))
          .withMessageContaining(
              "b.yaml:4:10 (extends): extends must not lead back to where it started")
          .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            nowhere.yaml                  | extends must name a file that is there but
            /etc/policy.yaml              | extends must be a path from the policy's own place but was /etc/policy.yaml
            https://example.org/p.yaml    | extends must be a path from the policy's own place but was https://example.org/p.yaml
            [good.yaml, nowhere.yaml]     | (extends[1]): extends must name a file that is there but
            3                             | extends must be a text but is 3
            []                            | extends must name a policy
            bad.yaml                      | bad.yaml:4:1 (gatte): field must be a known one
            torn.yaml                     | torn.yaml:
            """)
    void mustBeThereAndSound(String reference, String message) throws IOException {
      file("good.yaml", HEAD.formatted("good"));
      file("bad.yaml", HEAD.formatted("bad") + "gatte: {}\n");
      file("torn.yaml", "a: [");
      Path team = file("team.yaml", HEAD.formatted("team") + "extends: " + reference + "\n");

      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> SecurityPolicy.read(team))
          .withMessageContaining(message);
    }

    @Test
    void areNotReadBehindTheBackOfWhoeverParsesAText() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> SecurityPolicy.parse(HEAD.formatted("x") + "extends: org.yaml\n"))
          .withMessage(
              "(text):4:10 (extends): extends must be left out where no resolver is given but names"
                  + " org.yaml");
    }

    @Test
    void doNotSayWhatTheOverlayIs() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(
              () ->
                  SecurityPolicy.parse(
                      "team.yaml", "extends: org.yaml\n", resolver(Map.of("org.yaml", FLOOR))))
          .withMessageContaining("apiVersion must be")
          .withMessageContaining("kind must be");
    }
  }

  @Nested
  class TheEffectivePolicy {

    @Test
    void knowsThePlaceOfAllThatItSays() {
      SecurityPolicy team =
          team(
              "waivers:\n"
                  + "  - {rule: image-*, where: {namespace: dev}, because: x, until:"
                  + " 2026-12-01}\n");

      assertThat(team.waivers())
          .extracting(Waiver::declaredAt)
          .extracting(Object::toString)
          .containsExactly("org.yaml:40:5", "team/policy.yaml:6:5");
    }

    @Test
    void isShownWithWhereEachLineComesFrom() {
      String floor =
          HEAD.formatted("org") + "hardening:\n  profile: restricted\n  rules: {a-rule: on}\n";

      String shown =
          team(floor, "commitments:\n  - to: acknowledged\n    within: 24h\n").toYamlWithPlaces();

      assertThat(shown)
          .isEqualTo(
              """
              apiVersion: avow.dev/v1 # team/policy.yaml:1:1
              kind: SecurityPolicy # team/policy.yaml:2:1
              name: team # team/policy.yaml:3:1
              commitments: # team/policy.yaml:5:1
                - to: acknowledged # team/policy.yaml:6:5
                  within: 24h # team/policy.yaml:7:5
              hardening: # org.yaml:4:1
                profile: restricted # org.yaml:5:3
                rules: # org.yaml:6:3
                  a-rule: on # org.yaml:6:11
              gate: # standard
                fail-on: high # standard
              """);
    }

    @Test
    void readsBackAsItself() {
      SecurityPolicy team = team("commitments: [{to: acknowledged, within: 24h}]");

      assertThat(SecurityPolicy.parse(team.toYamlWithPlaces())).isEqualTo(team);
    }
  }
}
