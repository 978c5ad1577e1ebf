package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternParameterTest {

  private final Parameter<List<Glob>> names =
      Parameter.globs("names", List.of("*_IMAGE"), "which names count");

  @Test
  void acceptsTextsAsPatterns() {
    assertThat(names.standard()).containsExactly(Glob.of("*_IMAGE"));
    assertThat(names.accept(List.of("a*", "b"))).contains(List.of(Glob.of("a*"), Glob.of("b")));
  }

  @Test
  void acceptsWhatItHasAcceptedBefore() {
    List<Glob> accepted = List.of(Glob.of("a*"));

    assertThat(names.accept(accepted)).contains(accepted);
  }

  @Test
  void refusesMalformedPatternsAndOtherTypes() {
    assertThat(names.accept(List.of("a", "[a"))).isEmpty();
    assertThat(names.accept("a*")).isEmpty();
    assertThat(names.accept(List.of(1L))).isEmpty();
    assertThat(names.expects()).isEqualTo("a list of patterns");
  }
}
