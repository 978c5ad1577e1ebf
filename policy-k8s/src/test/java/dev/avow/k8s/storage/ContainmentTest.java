package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainmentTest {

  @TempDir private Path folder;

  private ContainedDirectory claim;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("file"), "inside");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc"));
    claim = ContainedDirectory.at(folder).claim("prod", "uploads").open();
  }

  @AfterEach
  void close() {
    claim.close();
  }

  @Test
  void isAFindingLikeAnyOther() throws IOException {
    Finding finding = claim.check("a/../../b").finding().orElseThrow();

    assertThat(finding.rule()).isEqualTo(ContainedDirectory.RULE.id());
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.subject())
        .isEqualTo(
            Subject.of("PersistentVolumeClaim")
                .with("namespace", "prod")
                .with("name", "uploads")
                .with("path", "a/../../b"));
    assertThat(finding.location().source()).isEqualTo(folder.toRealPath().toString());
    assertThat(finding.location().path()).isEqualTo("a/../../b");
    assertThat(finding.sentence())
        .isEqualTo(
            "PersistentVolumeClaim prod/uploads, path a/../../b: must not climb but has the"
                + " component \"..\"");
  }

  @Test
  void namesTheComponentAtFault() {
    assertThat(claim.resolve("link/passwd").component()).contains("link");
    assertThat(claim.resolve("file/x/y").component()).contains("file");
    assertThat(claim.check("a/b\\c/d").component()).contains("b\\c");
    assertThat(claim.check("").component()).contains("");
    assertThat(claim.check("file").component()).isEmpty();
  }

  @Test
  void sumsWithOtherEvaluations() {
    Evaluation all =
        Evaluation.sum(
            claim.resolve("file").evaluation(),
            claim.resolve("link/passwd").evaluation(),
            claim.resolve("nothing").evaluation());

    assertThat(all.counts())
        .containsEntry(Verdict.PASS, 1L)
        .containsEntry(Verdict.FAIL, 1L)
        .containsEntry(Verdict.NOT_APPLICABLE, 1L);
    assertThat(all.findings())
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("must not pass a link but \"link\" is one");
  }

  @Test
  void isThrownByOperations() {
    ContainmentException refused =
        catchThrowableOfType(ContainmentException.class, () -> claim.read("link/passwd"));

    assertThat(refused.reason()).isEqualTo(Refusal.LINK);
    assertThat(refused.component()).isEqualTo("link");
    assertThat(refused)
        .hasMessage(
            "PersistentVolumeClaim prod/uploads, path link/passwd: must not pass a link but"
                + " \"link\" is one");
    assertThat(refused.finding()).isEqualTo(claim.resolve("link/passwd").finding());
  }

  @Test
  void hasNoFindingWhereNothingIsBroken() {
    ContainmentException refused =
        catchThrowableOfType(ContainmentException.class, () -> claim.read("nothing"));

    assertThat(refused.finding()).isEmpty();
    assertThat(claim.resolve("nothing").finding()).isEmpty();
    assertThat(claim.resolve("nothing").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void showsHostileTextWithoutObeyingIt() {
    Finding finding =
        claim
            .check("..\nINFO all is well\u001b[2J\u202e\ud800" + "x".repeat(400) + "\\")
            .finding()
            .orElseThrow();

    assertThat(finding.sentence())
        .contains("..\\u000aINFO all is well\\u001b[2J\\u202e\\ud800xxx")
        .doesNotContain("\n", "\u001b", "\u202e", "\ud800")
        .hasSizeLessThan(700);
  }

  @Test
  void neverTellsWhereALinkLeads() {
    try (ContainedDirectory following = ContainedDirectory.at(folder).followLinks().open()) {
      Containment resolved = following.resolve("link/passwd");

      assertThat(resolved.reason()).contains(Refusal.LINK_ESCAPES);
      assertThat(resolved.finding().orElseThrow().toString()).doesNotContain("/etc");
      assertThat(resolved.toString()).endsWith("path link/passwd: FAIL, LINK_ESCAPES (OPENED)");
    }
  }

  @Test
  void travels() throws IOException {
    ContainmentException refused =
        catchThrowableOfType(ContainmentException.class, () -> claim.read("link"));

    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(refused);
    }

    assertThat(refused.reason()).isEqualTo(Refusal.LINK);
  }

  @Test
  void hasAMessageForEveryReason() {
    for (Refusal refusal : Refusal.values()) {
      assertThat(refusal.message("\"x\"").text()).doesNotContain("{", "}").isNotBlank();
      assertThat(refusal.verdict()).isNotEqualTo(Verdict.PASS);
    }
  }
}
