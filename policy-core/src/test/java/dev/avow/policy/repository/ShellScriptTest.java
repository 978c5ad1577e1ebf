package dev.avow.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

  private static ShellCommand trivy(String script, boolean pipesFail) {
    return ShellScript.commands(script, true, pipesFail).stream()
        .filter(it -> it.words().get(0).equals("trivy"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wordsAreTakenAsAShellTakesThem() {
    List<ShellCommand> commands =
        ShellScript.commands(
            """
            # trivy none
            A=b trivy 'image' --severity "HIGH,CRITICAL" \\
              --exit-code=1 ${{ env.IMAGE }} $(id -u) 2>&1 > out.txt # trivy neither
            cat <<EOF > file
            trivy not this
            EOF
            echo done
            """,
            true,
            false);

    assertThat(commands)
        .extracting(it -> it.words().get(0))
        .containsExactly("trivy", "cat", "echo");
    assertThat(commands.get(0).words())
        .containsExactly(
            "trivy",
            "image",
            "--severity",
            "HIGH,CRITICAL",
            "--exit-code=1",
            "${{ env.IMAGE }}",
            "$(id -u)");
    assertThat(commands.get(0).assigned("A")).contains("b");
    assertThat(commands.get(0).guarded()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trivy x || true",
        "trivy x ||\n  echo no",
        "trivy x | tee log",
        "! trivy x",
        "if trivy x; then echo; fi",
        "while ! trivy x; do sleep 1; done",
        "set +e\ntrivy x\necho",
        "trivy x &",
        "trivy x && echo fine\necho more",
        "trivy x || exit 0"
      })
  void aFailureIsTakenBy(String script) {
    assertThat(trivy(script, false).guarded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trivy x",
        "sudo trivy x; echo",
        "trivy x || exit 1",
        "trivy x || false",
        "echo a && trivy x",
        "trivy x && echo fine",
        "if true; then\n  trivy x\nfi",
        "set +e\nset -e\ntrivy x",
        "set -o pipefail\ntrivy x | tee log"
      })
  void aFailureEnds(String script) {
    assertThat(trivy(script, false).guarded()).isFalse();
  }

  @Test
  void aPipeFailsInBash() {
    assertThat(trivy("trivy x | tee log", true).guarded()).isFalse();
  }

  @Test
  void aLongChainCostsNoStack() {
    assertThat(ShellScript.commands("a&&".repeat(20_000) + "trivy x", true, false)).hasSize(20_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\"", "$(", "${{", "`", "\\", "<<", "<<E", "a >", "((((", ""})
  void whatIsTornIsReadToItsEnd(String script) {
    assertThat(ShellScript.commands("trivy " + script, true, false)).hasSizeLessThan(3);
  }
}
