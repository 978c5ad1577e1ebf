package dev.avow.policy.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule that knows what must hold, and not yet what to say otherwise.
 *
 * @param <T> the type of the targets
 */
public final class RequiringRule<T extends Target> {

  private final ScopedRule<T> scoped;
  private final BiFunction<? super T, Settings, Check> condition;
  private String template = "";
  private @Nullable Function<? super T, Fix> fix;

  RequiringRule(ScopedRule<T> scoped, BiFunction<? super T, Settings, Check> condition) {
    this.scoped = scoped;
    this.condition = condition;
  }

  /** Says what is wrong when it does not hold: a predicate of the target. */
  public RequiringRule<T> otherwise(String message) {
    template = message;
    return this;
  }

  /** Says what would mend it. */
  public RequiringRule<T> fix(Function<? super T, Fix> remedy) {
    fix = remedy;
    return this;
  }

  /**
   * Returns the rule.
   *
   * @throws IllegalArgumentException if there is no message, or it marks something that is neither
   *     a part of the scope's subjects nor a parameter
   */
  public Rule<T> build() {
    MessageTemplate message = new MessageTemplate(template, scoped);
    return new Rule<>(scoped, judge(condition, message, fix));
  }

  private static <T extends Target> Rule.Judge<T> judge(
      BiFunction<? super T, Settings, Check> condition,
      MessageTemplate template,
      @Nullable Function<? super T, Fix> fix) {
    return (target, findings) -> {
      Check check = condition.apply(target, findings.settings());
      if (check.isUnknown()) {
        findings.missing(check);
      } else if (check.fails()) {
        Message message = template.fill(target.subject(), check.at(), findings.settings());
        if (fix == null) {
          findings.fail(check.at(), message);
        } else {
          findings.fail(check.at(), message, fix.apply(target));
        }
      }
    };
  }
}
