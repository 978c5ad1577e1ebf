package dev.avow.policy;

import static dev.avow.policy.Phase.FIX;
import static dev.avow.policy.Phase.PUBLIC_DISCLOSURE;
import static dev.avow.policy.Phase.RELEASE_AND_ADVISORY;
import static dev.avow.policy.Phase.REPORTED;
import static dev.avow.policy.Phase.TRIAGE;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.finding.Selector.where;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.INFO;
import static dev.avow.policy.hardening.Profile.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Waiver;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityPolicyTest {

  private static SecurityPolicy sample() {
    return SecurityPolicy.named("typekro")
        .supports("0.1.x")
        .reportTo(Channel.email("security@typekro.run"))
        .neverTo(Channel.publicIssue())
        .acknowledgeWithin(hours(48))
        .disclosure(
            plan ->
                plan.day(0, REPORTED)
                    .days(1, 2, TRIAGE)
                    .days(3, 7, FIX)
                    .days(7, 14, RELEASE_AND_ADVISORY)
                    .fromDay(14, PUBLIC_DISCLOSURE))
        .harden(
            with ->
                with.profile(RESTRICTED).trustRegistries("ghcr.io/typekro", "docker.io/library"))
        .waive(
            Waiver.of("image-tag-is-specific")
                .on(where("namespace", "dev"))
                .because("preview builds")
                .until(LocalDate.of(2027, 1, 31)))
        .failOn(HIGH)
        .build();
  }

  @Test
  void isWrittenAsAMaintainerWouldWriteIt() {
    assertThat(sample().toYaml())
        .isEqualTo(
            """
            apiVersion: avow.dev/v1
            kind: SecurityPolicy
            name: typekro
            supported-versions:
              rows:
                - 0.1.x
            reporting:
              channels:
                - email: security@typekro.run
              never:
                - public-issue
            commitments:
              - to: acknowledged
                within: 48h
            disclosure:
              timeline:
                - days: 0
                  phase: reported
                - days: 1-2
                  phase: triage
                - days: 3-7
                  phase: fix
                - days: 7-14
                  phase: release-and-advisory
                - days: 14+
                  phase: public-disclosure
            hardening:
              profile: restricted
              trusted-registries:
                - ghcr.io/typekro
                - docker.io/library
            gate:
              fail-on: high
            waivers:
              - rule: image-tag-is-specific
                where:
                  namespace: dev
                because: preview builds
                until: 2027-01-31
            """);
  }

  @Test
  void isReadAsYamlAndAsJson() {
    assertThat(SecurityPolicy.parse(sample().toYaml())).isEqualTo(sample());
    assertThat(SecurityPolicy.parse(sample().toJson())).isEqualTo(sample());
  }

  @Test
  void itsGateHasItsWaivers() {
    SecurityPolicy policy = sample();

    assertThat(policy.gate().failAt()).isEqualTo(HIGH);
    assertThat(policy.gate().waivers()).isEqualTo(policy.waivers()).hasSize(1);
  }

  @Test
  void saysNothingThatItWasNotTold() {
    SecurityPolicy policy = SecurityPolicy.named("small").build();

    assertThat(policy.supportedVersions().isEmpty()).isTrue();
    assertThat(policy.reporting().isEmpty()).isTrue();
    assertThat(policy.commitments()).isEmpty();
    assertThat(policy.disclosure().isEmpty()).isTrue();
    assertThat(policy.incidentResponse()).isEmpty();
    assertThat(policy.announcements()).isEmpty();
    assertThat(policy.scope().isEmpty()).isTrue();
    assertThat(policy.ciChecks().isEmpty()).isTrue();
    assertThat(policy.hardening().isEmpty()).isTrue();
    assertThat(policy.considerations()).isEmpty();
    assertThat(policy.waivers()).isEmpty();
  }

  @Test
  void failsAtHighReportsAllAndCountsInUtcUnlessToldOtherwise() {
    SecurityPolicy policy = SecurityPolicy.named("small").build();

    assertThat(policy.gate().failAt()).isEqualTo(HIGH);
    assertThat(policy.gate().reportFrom()).isEqualTo(INFO);
    assertThat(policy.gate().acceptsInconclusive()).isFalse();
    assertThat(policy.calendar()).isEqualTo(WorkingCalendar.of(ZoneId.of("UTC")));
  }

  @Test
  void wherePartsAreWrittenDoesNotCount() {
    SecurityPolicy early = SecurityPolicy.parse("a.yaml", sample().toYaml());
    SecurityPolicy late = SecurityPolicy.parse("b.yaml", "# moved down\n" + sample().toYaml());

    assertThat(early).isEqualTo(late).hasSameHashCodeAs(late);
    assertThat(early.commitments().get(0).declaredAt())
        .isNotEqualTo(late.commitments().get(0).declaredAt());
  }

  @Test
  void everyPromiseKnowsItsPlace() {
    SecurityPolicy policy = SecurityPolicy.parse("p.yaml", sample().toYaml());

    assertThat(
            List.of(
                policy.supportedVersions().rows().get(0).declaredAt(),
                policy.reporting().channels().get(0).declaredAt(),
                policy.commitments().get(0).declaredAt(),
                policy.disclosure().rows().get(2).declaredAt(),
                policy.waivers().get(0).declaredAt()))
        .extracting(place -> place + " " + place.path())
        .containsExactly(
            "p.yaml:6:7 supported-versions.rows[0]",
            "p.yaml:9:7 reporting.channels[0]",
            "p.yaml:13:5 commitments[0]",
            "p.yaml:21:7 disclosure.timeline[2]",
            "p.yaml:35:5 waivers[0]");
  }

  @Test
  void differsWhereAnyPartDiffers() {
    SecurityPolicy shorter =
        SecurityPolicy.named("typekro").supports("0.1.x").acknowledgeWithin(hours(24)).build();
    SecurityPolicy longer =
        SecurityPolicy.named("typekro").supports("0.1.x").acknowledgeWithin(hours(48)).build();

    assertThat(shorter).isNotEqualTo(longer).isNotEqualTo(sample());
  }

  @Test
  void cannotBeWrittenIfItsHolidaysComeFromAFunction() {
    WorkingCalendar calendar =
        WorkingCalendar.of(ZoneId.of("Europe/Berlin")).holidays("DE-BE", day -> false);
    SecurityPolicy policy = SecurityPolicy.named("small").calendar(calendar).build();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(policy::toYaml)
        .withMessage(
            "holidays must be listed in a policy that is written but come from function DE-BE");
  }
}
