package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

  private static final List<Ruling> ALL = Sample.decision().rulings();

  private static List<String> names(List<Ruling> rulings) {
    return rulings.stream()
        .map(ruling -> RulingKind.of(ruling) + " " + ruling.finding().rule())
        .toList();
  }

  @Test
  void everythingIsToldWhereThereIsRoom() {
    Selection selection = Selection.of(ALL, ALL.size(), ALL.size());

    assertThat(selection.told()).isEqualTo(ALL);
    assertThat(selection.counted()).isEmpty();
    assertThat(selection.rest()).isZero();
  }

  @Test
  void ofEachRuleTheWeightiestAreToldInTheirPlaces() {
    Selection selection = Selection.of(ALL, 1, Integer.MAX_VALUE);

    assertThat(names(selection.told()))
        .containsExactly(
            "REPORTED image-tag-is-specific",
            "BLOCKS drops-all-capabilities",
            "REPORTED secrets-stay-secret",
            "UNDECIDED runs-as-non-root");
    assertThat(selection.counted().keySet()).containsExactly(Sample.TAG, Sample.ROOT);
    assertThat(names(selection.counted().getOrDefault(Sample.ROOT, List.of())))
        .containsExactly("HIDDEN runs-as-non-root");
  }

  @Test
  void whatBlocksComesBeforeWhatIsSevere() {
    Finding low = Written.root("low", Written.root("x").location()).severity(Severity.LOW).build();
    List<Ruling> rulings =
        new ArrayList<>(Written.decision(Written.GATE, low, Written.root("high")).rulings());

    assertThat(Selection.of(rulings, 9, 1).told())
        .singleElement()
        .matches(ruling -> ruling.finding().severity() == Severity.HIGH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 100})
  void nothingIsLostWhateverTheLimits(int limit) {
    for (Selection selection :
        List.of(Selection.of(ALL, limit, 1000), Selection.of(ALL, 1000, limit))) {
      List<Ruling> both = new ArrayList<>(selection.told());
      selection.counted().values().forEach(both::addAll);

      assertThat(both).containsExactlyInAnyOrderElementsOf(ALL);
      assertThat(selection.told().size() + selection.rest()).isEqualTo(ALL.size());
    }
  }

  @Test
  void aStyleThatShowsNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportStyle.standard().showingPerRule(0))
        .withMessage("a report must show 1 finding of a rule or more but was to show 0");
    assertThatIllegalArgumentException().isThrownBy(() -> TextStyle.plain().showingPerRule(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> JsonStyle.compact().showingPerRule(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyReportStyle.wgPolicy().showingPerRule(0));
  }

  @Test
  void theTextReportCountsWhatItDoesNotTellAndItsTotalsAreTrue() {
    StringBuilder out = new StringBuilder();
    Reports.text(
        Written.decision(Written.GATE, Written.roots(12)),
        out,
        TextStyle.plain().withoutAdvice().showingPerRule(2));

    assertThat(out)
        .hasToString(
            """
            pod00000.yaml:3:5  ! HIGH  runs-as-non-root  Pod a/pod00000: may run as root
            pod00001.yaml:3:5  ! HIGH  runs-as-non-root  Pod a/pod00001: may run as root
            … and 10 more of runs-as-non-root: 10 blocks

            12 findings by severity: 12 high
            12 findings by ruling: 12 blocks
            12 verdicts of 4 rules on 12 subjects: 12 fail
            BROKEN on 2026-11-22: 12 findings block at HIGH or above
            """);
  }
}
