package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "run-as-non-root", "drops-all-9", "k8s", "a-1-b"})
  void idsAreKebabCase(String id) {
    assertThat(RuleId.of(id)).hasToString(id);
    assertThat(RuleId.isValid(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "Run", "run_as", "-run", "run-", "run--as", "9run", "rün", "run as", "a\n"
      })
  void anythingElseIsRefused(String id) {
    assertThat(RuleId.isValid(id)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleId.of(id))
        .withMessage("rule id must look like \"run-as-non-root\" but was \"%s\"", id);
  }

  @Test
  void idsSortByName() {
    Equality.ofOrder(List.of(RuleId.of("a"), RuleId.of("a-b"), RuleId.of("b")));
    Equality.ofAll(RuleId.of("a"), RuleId.of("a"), Serialized.copyOf(RuleId.of("a")));
  }
}
