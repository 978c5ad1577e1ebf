package dev.avow.k8s;

import dev.avow.policy.finding.RuleId;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of an annotation that waives a rule: {@code waive.avow.dev/runs-as-non-root} for all
 * that it stands beside, {@code api.waive.avow.dev/runs-as-non-root} for the container {@code api}.
 *
 * <p>The container comes first in the prefix, where Kubernetes allows a name of any length that a
 * container can have; behind the slash a rule's name may take all 63 characters.
 *
 * @param container the container, if it is for one
 * @param rule the rule
 */
record WaiverKey(Optional<String> container, RuleId rule) {

  private static final String DOMAIN = "avow.dev";
  private static final String PREFIX = "waive.avow.dev";

  /** Returns whether {@code key} is one of ours, be it right or wrong. */
  static boolean isMeant(String key) {
    int slash = key.indexOf('/');
    String prefix = (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
    return prefix.equals(DOMAIN)
        || prefix.endsWith("." + DOMAIN)
        || (slash < 0 && prefix.contains(DOMAIN));
  }

  /**
   * Reads {@code key}.
   *
   * @throws IllegalArgumentException if it is malformed; the message says what is wrong, as the end
   *     of a sentence
   */
  static WaiverKey parse(String key) {
    int slash = key.indexOf('/');
    String prefix = slash < 0 ? key : key.substring(0, slash);
    String rule = slash < 0 ? "" : key.substring(slash + 1);
    if (!prefix.equals(PREFIX) && !prefix.endsWith("." + PREFIX)) {
      throw new IllegalArgumentException("does not begin with " + PREFIX + "/");
    }
    if (!RuleId.isValid(rule)) {
      throw new IllegalArgumentException("names no rule such as runs-as-non-root behind a slash");
    }
    String container =
        prefix.equals(PREFIX) ? "" : prefix.substring(0, prefix.length() - PREFIX.length() - 1);
    if (container.contains(".")) {
      throw new IllegalArgumentException("names no container before ." + PREFIX);
    }
    return new WaiverKey(Optional.of(container).filter(name -> !name.isEmpty()), RuleId.of(rule));
  }
}
