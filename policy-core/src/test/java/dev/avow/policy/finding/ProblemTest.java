package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void thePlaceComesFirstThenTheRightFormThenWhatCame() {
    Location place = Location.at("policy.yaml", 4, 5);

    assertThat(new Problem(place, "duration must look like \"48h\"", "was \"soon\""))
        .hasToString("policy.yaml:4:5: duration must look like \"48h\" but was \"soon\"");
  }

  @Test
  void thePathIsToldWhereItIsKnown() {
    Location place = new Location("policy.yaml", 4, 5, 4, 9, "response.acknowledge");

    assertThat(new Problem(place, "must be set", ""))
        .hasToString("policy.yaml:4:5 (response.acknowledge): must be set");
  }

  @Test
  void problemsAreEqualIfAllThatTheySayIs() {
    Problem problem = new Problem(Location.in("a"), "b", "c");

    Equality.ofAll(problem, new Problem(Location.in("a"), "b", "c"), Serialized.copyOf(problem));
    Equality.ofNone(problem, new Problem(Location.in("a"), "b", "d"));
  }
}
