package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The name of a rule: kebab-case, saying what holds when the rule passes.
 *
 * @param value the name, such as {@code drops-all-capabilities}
 */
public record RuleId(String value) implements Comparable<RuleId>, Serializable {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Creates an id; anything but kebab-case is refused. */
  public RuleId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "rule id must look like \"run-as-non-root\" but was \"%s\"".formatted(value));
    }
  }

  /** Returns the id written as {@code value}. */
  public static RuleId of(String value) {
    return new RuleId(value);
  }

  /** Returns whether {@code value} can be a rule id. */
  public static boolean isValid(String value) {
    return KEBAB_CASE.matcher(value).matches();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
