package dev.avow.k8s;

import dev.avow.k8s.rule.Facts;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an exception that a rule throws into a finding, so that it costs nothing but itself.
 *
 * <p>What the exception says may quote the input and is told nowhere; its type and the line that
 * threw it are enough to mend the rule, and are logged once.
 */
final class Mishaps {

  private static final Logger LOGGER = LoggerFactory.getLogger(KubernetesEvaluator.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Returns the finding that {@code rule}, which threw, could not be decided. */
  Finding ofRule(RuleDescription rule, Subject subject, Location at, Throwable thrown) {
    return finding(rule, "rule " + rule.id(), subject, at, thrown);
  }

  /** Returns the finding that {@code rule} could not be decided, as {@code facts} threw. */
  Finding ofFacts(
      RuleDescription rule, Facts<?> facts, Subject subject, Location at, Throwable thrown) {
    return finding(rule, "facts " + facts, subject, at, thrown);
  }

  private Finding finding(
      RuleDescription rule, String culprit, Subject subject, Location at, Throwable thrown) {
    String type = thrown.getClass().getName();
    if (told.add(culprit)) {
      LOGGER.warn("{} failed with {} {}", culprit, type, thrownAt(thrown));
    }
    Message message =
        Message.of(
            "cannot be decided: {culprit} failed with {exception}",
            mark -> mark.equals("culprit") ? culprit : type);
    return Finding.of(rule.id(), Verdict.INCONCLUSIVE, subject, at)
        .severity(rule.severity())
        .message(message)
        .build();
  }

  private static String thrownAt(Throwable broken) {
    StackTraceElement[] trace = broken.getStackTrace();
    return trace.length == 0 ? "at an unknown place" : "at " + trace[0];
  }
}
