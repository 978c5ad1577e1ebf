package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  @TempDir private Path folder;

  private Path policy(String name, String sections) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "apiVersion: avow.dev/v1\nkind: SecurityPolicy\nname: viewer\n" + sections);
  }

  private String place(String place) {
    return folder.toString().replace('\\', '/') + "/" + place;
  }

  @Test
  void whatWeakensComesFirstAndEndsWithOne() throws IOException {
    Path before =
        policy("old.yaml", "commitments: [{to: acknowledged, within: 72h}]\ngate: {fail-on: high}");
    Path after =
        policy("new.yaml", "commitments: [{to: acknowledged, within: 48h}]\ngate: {fail-on: low}");

    Run run = Run.of("diff", after, before);

    assertThat(run.out())
        .isEqualTo(
            """
            weakens: commitments.acknowledged.within was 48h and is 72h (%s, was %s)
            weakens: gate.fail-on was low and is high (%s, was %s)
            2 changes: weakens 2, unclear 0, strengthens 0, neither 0
            """
                .formatted(
                    place("old.yaml:4:42"),
                    place("new.yaml:4:42"),
                    place("old.yaml:5:17"),
                    place("new.yaml:5:17")));
    assertThat(run.code()).isEqualTo(1);
    assertThat(Run.of("diff", before, after).code()).isZero();
  }

  @Test
  void whatNobodyCanTellEndsWithThree() throws IOException {
    Path before = policy("old.yaml", "commitments: [{to: triaged, within: 48h}]");
    Path after = policy("new.yaml", "commitments: [{to: triaged, within: 2bd}]");

    Run run = Run.of("diff", before, after);

    assertThat(run.out()).startsWith("unclear: commitments.triaged.within was 48h and is 2bd");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void theSamePolicyTwiceHasNoChange() throws IOException {
    Path policy = policy("policy.yaml", "gate: {fail-on: high}");

    Run run = Run.of("diff", policy, policy);

    assertThat(run.out()).isEqualTo("no change\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void theBuiltInRulesAreKnown() throws IOException {
    Path before = policy("old.yaml", "hardening: {profile: restricted}");
    Path after =
        policy("new.yaml", "hardening: {profile: restricted, rules: {runs-as-non-root: off}}");

    assertThat(Run.of("diff", before, after).out())
        .startsWith("weakens: hardening.rules.runs-as-non-root.enabled was not set and is off");
  }

  @Test
  void jsonHasBothPlaces() {
    Path policies = Checkout.file("docs/policies");

    Run run =
        Run.of(
            "diff",
            policies.resolve("typekro.yaml"),
            policies.resolve("pvc-viewer.yaml"),
            "--format",
            "json");

    assertThat(run.out())
        .contains("\"path\": \"commitments.acknowledged.within\"", "\"value\": \"72h\"")
        .contains("typekro.yaml\"", "pvc-viewer.yaml\"");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aSecurityMdIsReadAsAPolicy() throws IOException {
    Path before =
        Files.writeString(
            folder.resolve("old.md"),
            "# Security Policy\n\nReport vulnerabilities to security@viewer.dev."
                + " We respond within 48 hours.\n");
    Path after =
        Files.writeString(
            folder.resolve("SECURITY.md"),
            "# Security Policy\n\nReport vulnerabilities to security@viewer.dev."
                + " We respond within 72 hours.\n");

    Run run = Run.of("diff", before, after);

    assertThat(run.out())
        .contains("weakens", "old.md:3", "SECURITY.md:3", "48", "72")
        .endsWith("2 changes: weakens 1, unclear 0, strengthens 0, neither 1\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aBadPolicyIsToldWithItsPlace() throws IOException {
    Path good = policy("good.yaml", "");
    Path bad = policy("bad.yaml", "gate: {fail-on: never}");

    Run run = Run.of("diff", good, bad);

    assertThat(run.err()).contains("bad.yaml:4:17", "fail-on");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aPolicyThatIsNotGivenIsAskedFor() {
    assertThat(Run.of("diff", "old.yaml").err()).contains("Missing required parameter: 'NEW'");
  }
}
