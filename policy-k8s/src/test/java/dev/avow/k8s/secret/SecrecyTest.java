package dev.avow.k8s.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.rule.Catalogue;
import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.report.Excerpt;
import dev.avow.policy.report.Excerpts;
import dev.avow.policy.report.JsonStyle;
import dev.avow.policy.report.PolicyReportStyle;
import dev.avow.policy.report.ReportStyle;
import dev.avow.policy.report.Reports;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is found, no value of a credential is ever told. */
class SecrecyTest {

  private static final String CANARY = "Qc7Zb1Vh9T";

  private static final String ENCODED =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: s
        annotations: {db-password: CANARY}
        labels: {token: CANARY}
      data:
        password: ENCODED
      stringData:
        client-secret: CANARY
        url: postgres://a:CANARY@b/c
        config: '{"auths": {"r": {"auth": "CANARY"}}}'
        tls.key: |
          -----BEGIN PRIVATE KEY-----
          CANARY
          CANARY
          -----END PRIVATE KEY-----
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {password: CANARY}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: files}
      data:
        app.yaml: |
          db: {password: CANARY}
        app.properties: |
          db.password=CANARY
        app.json: '{"token": "CANARY"}'
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        containers:
          - name: a
            image: nginx:latest
            env:
              - {name: PASSWORD, value: CANARY}
              - {name: PASSWORD, value: CANARY}
              - name: API_TOKEN
                value: >-
                  CANARY
            args: [--password=CANARY, --token, CANARY, "curl -u a:CANARY http://b"]
            command: ["sh", "-c", "PASSWORD=CANARY server"]
            livenessProbe:
              httpGet: {port: 1, httpHeaders: [{name: Authorization, value: Bearer CANARY}]}
            readinessProbe:
              exec: {command: [redis-cli, -a, CANARY]}
            securityContext: {privileged: true}
          - {name: b, image: a, env: "PASSWORD=CANARY", args: "--password=CANARY"}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: mistaken}
      data: CANARY
      stringData: [CANARY]
      ---
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: g}
      spec: {schema: {spec: {password: string | default="CANARY"}}}
      """
          .replace("CANARY", CANARY)
          .replace("ENCODED", ENCODED);

  /** All rules that there are. */
  private static KubernetesEvaluator evaluator() {
    HardeningProfile.Builder profile = HardeningProfile.builder().profile(Profile.MULTI_TENANT);
    Catalogue.rules().stream()
        .map(rule -> rule.description())
        .filter(RuleDescription::isConfidential)
        .forEach(rule -> profile.with(rule.id().value()));
    return KubernetesEvaluator.builder(profile.build()).build();
  }

  private static Excerpts lines(String source) {
    List<String> lines = source.lines().toList();
    return finding -> Excerpt.around(finding.location(), lines, 3);
  }

  private static Map<String, String> reports(String source) {
    Evaluation evaluation = evaluator().evaluate(Manifests.of("m.yaml", source));
    Decision decision = Gate.failingAt(Severity.LOW).decide(evaluation, LocalDate.of(2026, 11, 25));
    ReportStyle style = ReportStyle.standard().withExcerpts(lines(source));
    Map<String, String> reports = new LinkedHashMap<>();
    StringWriter text = new StringWriter();
    Reports.text(decision, text);
    reports.put("text", text.toString());
    StringWriter json = new StringWriter();
    Reports.json(decision, json, JsonStyle.compact().withAllResults());
    reports.put("json", json.toString());
    StringWriter sarif = new StringWriter();
    Reports.sarif(decision, sarif, style);
    reports.put("sarif", sarif.toString());
    StringWriter gitLab = new StringWriter();
    Reports.gitLab(decision, gitLab, style);
    reports.put("gitlab", gitLab.toString());
    StringWriter junit = new StringWriter();
    Reports.junit(decision, junit, style);
    reports.put("junit", junit.toString());
    StringWriter markdown = new StringWriter();
    Reports.markdown(decision, markdown, style);
    reports.put("markdown", markdown.toString());
    StringWriter html = new StringWriter();
    Reports.html(decision, html, style);
    reports.put("html", html.toString());
    StringWriter cluster = new StringWriter();
    Reports.policyReport(decision, cluster, PolicyReportStyle.openReports().ofPolicy("p"));
    reports.put("policyreport", cluster.toString());
    return reports;
  }

  @Test
  void noReportTellsAValueThoughAllShowLinesOfTheSource() {
    Map<String, String> reports = reports(MANIFESTS);

    assertThat(reports.get("html")).contains("is-not-privileged", "privileged: ", "…");
    reports.forEach(
        (form, report) ->
            assertThat(report)
                .as(form)
                .contains("environment-holds-no-credentials")
                .doesNotContain(CANARY)
                .doesNotContain(ENCODED));
  }

  @Test
  void noFindingHoldsAValueInAnyOfItsParts() {
    List<String> parts = new ArrayList<>();
    for (Finding finding : evaluator().evaluate(Manifests.of("m.yaml", MANIFESTS)).findings()) {
      parts.add(finding.toString());
      parts.add(finding.location().path());
      finding.fix().ifPresent(fix -> parts.add(fix.toString()));
      finding.trail().forEach(hop -> parts.add(hop.toString()));
      finding.members().forEach(member -> parts.add(member.toString()));
    }

    assertThat(parts).isNotEmpty().noneMatch(part -> part.contains(CANARY));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noValueIsToldWhateverItIs(long seed) {
    Random random = new Random(seed);
    StringBuilder value = new StringBuilder("Z9");
    for (int i = 0; i < 10; i++) {
      value.append((char) ('!' + random.nextInt(90)));
    }
    String quoted = "'" + value.toString().replace("'", "''") + "'";
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, annotations: {password: VALUE}}
        spec:
          containers:
            - name: a
              env:
                - name: PASSWORD
                  value: VALUE
              args:
                - --password
                - VALUE
        """
            .replace("VALUE", quoted);

    reports(manifest)
        .forEach((form, report) -> assertThat(report).as(form).doesNotContain(value.toString()));
  }
}
