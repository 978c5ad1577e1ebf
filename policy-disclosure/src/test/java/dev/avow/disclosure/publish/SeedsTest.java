package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disclosure.Conformance;
import dev.avow.policy.PolicyChange;
import dev.avow.policy.PolicyDiff;
import dev.avow.policy.PolicySection;
import dev.avow.policy.SecurityPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two documents that the project began from, against the policies made of them by hand. */
class SeedsTest {

  private static final Path POLICIES = Path.of("..", "docs", "policies");

  @Test
  void nothingOfTypekroIsNotUnderstood() {
    assertThat(typekro().notUnderstood()).isEmpty();
  }

  @Test
  void typekroSaysWhatItsPolicySays() {
    SecurityPolicy policy = SecurityPolicy.read(POLICIES.resolve("typekro.yaml"));

    assertThat(SecurityMarkdown.drift(policy, typekro()).differences()).isEmpty();
  }

  @Test
  void theLaterRevisionOfTypekroAddsAChannel() {
    SecurityPolicy later =
        SecurityMarkdown.read(Conformance.file("securitymd/files/yehudacohen__typekro.md"))
            .policy();

    PolicyDiff diff = PolicyDiff.between(typekro().policy(), later);

    assertThat(diff.in(PolicySection.REPORTING))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.toString())
                  .startsWith("strengthens: reporting.channels.private-advisory is added (")
                  .contains("yehudacohen__typekro.md:23");
              assertThat(change.effect()).isEqualTo(PolicyChange.Effect.STRENGTHENS);
            });
    assertThat(diff.changes())
        .extracting(PolicyChange::section)
        .containsExactly(PolicySection.NAME, PolicySection.REPORTING);
  }

  @Test
  void nothingOfPvcViewerIsNotUnderstood() {
    assertThat(pvcViewer().notUnderstood()).isEmpty();
  }

  @Test
  void pvcViewerSaysWhatItsPolicySaysApartFromWhatThatSaysInTypes() {
    SecurityPolicy policy = SecurityPolicy.read(POLICIES.resolve("pvc-viewer.yaml"));

    assertThat(SecurityMarkdown.drift(policy, pvcViewer()).differences())
        .extracting(Difference::section)
        .containsOnly(PolicySection.CONSIDERATIONS);
  }

  @Test
  void thePromiseOfAPatchWithoutADateIsTold() {
    assertThat(typekro().passages())
        .singleElement()
        .satisfies(
            passage -> {
              assertThat(passage.kind()).isEqualTo(Passage.Kind.VAGUE);
              assertThat(passage.at().line()).isEqualTo(19);
            });
  }

  private static PolicyReading typekro() {
    return SecurityMarkdown.read(Conformance.file("../spec/seeds/typekro-SECURITY.md"));
  }

  private static PolicyReading pvcViewer() {
    return SecurityMarkdown.read(Conformance.file("../spec/seeds/pvc-viewer-SECURITY.md"));
  }
}
