package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.SecurityPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCommandTest {

  private static final String HEAD = "apiVersion: avow.dev/v1\nkind: SecurityPolicy\nname: ";

  @TempDir private Path folder;

  private Path team(String overlay) throws IOException {
    Files.createDirectories(folder.resolve("org"));
    Files.writeString(
        folder.resolve("org/policy.yaml"),
        HEAD
            + """
            org
            hardening:
              profile: restricted
              rules:
                adds-no-capabilities: {allowed: [NET_BIND_SERVICE]}
            """);
    return Files.writeString(
        folder.resolve("team.yaml"), HEAD + "team\nextends: org/policy.yaml\n" + overlay + "\n");
  }

  @Test
  void showsThePolicyThatCountsAndWhereItComesFrom() throws IOException {
    Path team = team("gate: {fail-on: medium}");

    Run run = Run.of("policy", "show", "--policy", team);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "name: team # " + folder + "/team.yaml:3:1\n",
            "  profile: restricted # " + folder + "/org/policy.yaml:5:3\n",
            "  fail-on: medium # " + folder + "/team.yaml:5:8\n");
    assertThat(SecurityPolicy.parse(run.out())).isEqualTo(SecurityPolicy.read(team));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gate: {fail-on: critical} | :5:17 (gate.fail-on): gate.fail-on must not promise less than high
          hardening: {rules: {runs-as-non-root: off}} | :5:21 (hardening.rules.runs-as-non-root): runs-as-non-root must stay on as
          hardening: {rules: {is-not-privileged: {severity: low}}} | is-not-privileged must not matter less than CRITICAL as
          hardening: {rules: {adds-no-capabilities: {allowed: [NET_BIND_SERVICE, SYS_ADMIN]}}} | allowed must not be looser than
          hardening: {rules: {runs-as-non-root: {user-id-is-enough: true}}} | user-id-is-enough must not be looser than false as
          """)
  void refusesWhatIsWeakerWithBothPlaces(String overlay, String message) throws IOException {
    Path team = team(overlay);

    for (Run run :
        new Run[] {
          Run.of("policy", "show", "--policy", team), Run.of("check", "--policy", team, folder)
        }) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("avow: " + folder + "/team.yaml:")
          .contains(message, folder + "/org/policy.yaml:");
    }
  }

  @Test
  void acceptsWhatIsStricter() throws IOException {
    Path team =
        team("hardening: {rules: {adds-no-capabilities: {allowed: []}, runs-as-non-root: on}}");

    assertThat(Run.of("policy", "show", "--policy", team).code()).isZero();
  }
}
