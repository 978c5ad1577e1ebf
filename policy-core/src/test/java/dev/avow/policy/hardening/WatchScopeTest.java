package dev.avow.policy.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import dev.avow.policy.hardening.WatchDecision.Dimension;
import dev.avow.policy.hardening.WatchDecision.Outcome;
import dev.avow.policy.hardening.WatchDecision.Step;
import dev.avow.policy.hardening.WatchScope.Globs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchScopeTest {

  private static final WatchScope SCOPE =
      new WatchScope(
          globs("team-*,shared", "team-secret,*-tmp"),
          globs("*", "scratch-*"),
          globs("fast,nfs-*", ""));

  private static Globs globs(String include, String exclude) {
    return Globs.of(list(include), list(exclude));
  }

  private static List<Glob> list(String globs) {
    return Arrays.stream(globs.split(",")).filter(glob -> !glob.isEmpty()).map(Glob::of).toList();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          team-a,      data,      fast,  true,  STORAGE_CLASS, INCLUDED,     0
          shared,      data,      nfs-a, true,  STORAGE_CLASS, INCLUDED,     1
          other,       data,      fast,  false, NAMESPACE,     NOT_INCLUDED, -1
          team-secret, data,      fast,  false, NAMESPACE,     EXCLUDED,     0
          team-x-tmp,  data,      fast,  false, NAMESPACE,     EXCLUDED,     1
          Team-a,      data,      fast,  false, NAMESPACE,     NOT_INCLUDED, -1
          team-a,      scratch-1, fast,  false, CLAIM,         EXCLUDED,     0
          team-a,      data,      slow,  false, STORAGE_CLASS, NOT_INCLUDED, -1
          team-a,      data,      '',    false, STORAGE_CLASS, NO_CLASS,     -1
          """)
  void explainsWhichGlobDecides(
      String namespace,
      String claim,
      String storageClass,
      boolean watched,
      Dimension dimension,
      Outcome outcome,
      int rule) {
    WatchDecision decision = SCOPE.explain(namespace, claim, storageClass);

    assertThat(decision.watched()).isEqualTo(watched);
    assertThat(decision.decisive()).isEqualTo(new Step(dimension, outcome, rule));
  }

  @Test
  void includeOfNothingIncludesNothingAndSilenceRestrictsNothing() {
    WatchScope nothing = new WatchScope(globs("", ""), Globs.unstated(), Globs.unstated());

    assertThat(nothing.explain("a", "b", "c").watched()).isFalse();
    assertThat(WatchScope.unstated().explain("a", "b", "c").watched()).isTrue();
    assertThat(WatchScope.unstated().explain("a", "b", "").watched()).isTrue();
  }

  @Test
  void aClaimWithoutClassIsNotEvenMatchedByTheGlobForEverything() {
    WatchScope all = new WatchScope(Globs.unstated(), Globs.unstated(), globs("*,**,", ""));

    assertThat(all.explain("a", "b", "").watched()).isFalse();
  }

  @Test
  void globsAreEqualWhereverTheyAreWritten() {
    Globs written = Globs.including("team-*", "shared").excluding("team-secret").excluding("*-tmp");

    assertThat(written).isEqualTo(SCOPE.namespaces()).hasSameHashCodeAs(SCOPE.namespaces());
    assertThat(written.at(Location.at("policy.yaml", 3, 5))).isEqualTo(written);
    assertThat(written).isNotEqualTo(Globs.including("team-*")).isNotEqualTo(Globs.unstated());
    assertThatIllegalArgumentException().isThrownBy(() -> Globs.including("a["));
  }

  @Test
  void saysItInWords() {
    assertThat(SCOPE.explain("team-a", "data", "fast"))
        .hasToString("watched: STORAGE_CLASS INCLUDED by include[0]");
    assertThat(SCOPE.explain("team-secret", "data", "fast"))
        .hasToString("not watched: NAMESPACE EXCLUDED by exclude[0]");
    assertThat(SCOPE.explain("team-a", "data", ""))
        .hasToString("not watched: STORAGE_CLASS NO_CLASS");
  }

  @Test
  void aDecisionHasSteps() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WatchDecision(List.of()))
        .withMessage("a decision must have steps but had none");
  }
}
