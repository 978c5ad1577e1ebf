package dev.avow.disclosure.publish;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.finding.Severity;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a promise is written in a list, and read from such a list again. */
final class WrittenCommitment {

  /** With these words a list of promises begins. */
  static final String INTRO = "This is what you can expect, and when:";

  private static final String IF_POSSIBLE = "if possible";
  private static final String UNDATED = "no date is promised";
  private static final String SEVERITY = " for severity ";
  private static final String ROLL = " counted with roll ";

  private static final Map<Milestone, String> STARTS = starts();

  private static final Map<Bound, String> BOUNDS =
      Map.of(
          Bound.AT_MOST, "within ",
          Bound.AT_LEAST, "no sooner than ",
          Bound.ABOUT, "about ",
          Bound.BEST_EFFORT, IF_POSSIBLE + " within ");

  private WrittenCommitment() {}

  private static Map<Milestone, String> starts() {
    Map<Milestone, String> starts = new LinkedHashMap<>();
    starts.put(Milestone.REPORTED, "the report");
    starts.put(Milestone.ACKNOWLEDGED, "the acknowledgement");
    starts.put(Milestone.TRIAGED, "triage");
    starts.put(Milestone.CONFIRMED, "confirmation");
    starts.put(Milestone.FIX_RELEASED, "the release of the fix");
    starts.put(Milestone.ADVISORY_PUBLISHED, "the advisory");
    return Collections.unmodifiableMap(starts);
  }

  static String write(Commitment promise) {
    StringBuilder text = new StringBuilder(Texts.words(promise.promised().name())).append(": ");
    text.append(terms(promise)).append(" after ");
    Milestone from = promise.from();
    text.append(STARTS.getOrDefault(from, "`" + from.name() + "`"));
    if (!promise.severities().isAny()) {
      text.append(SEVERITY).append(severities(promise.severities()));
    }
    if (promise.roll() != Roll.NONE) {
      text.append(ROLL).append(promise.roll().text());
    }
    return text.toString();
  }

  private static String terms(Commitment promise) {
    boolean effort = promise.bound() == Bound.BEST_EFFORT;
    if (promise.days().isPresent()) {
      return (effort ? IF_POSSIBLE + " " : "") + "on days " + promise.days().get();
    }
    if (promise.period().isEmpty()) {
      return effort ? IF_POSSIBLE : UNDATED;
    }
    return BOUNDS.get(promise.bound()) + promise.period().get().words();
  }

  private static String severities(SeverityCondition condition) {
    return condition.severities().stream()
        .sorted()
        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** Returns the promise that an item makes; nothing if it is in no such list. */
  static Optional<Commitment> read(Said one) {
    String intro = one.sentence().block().intro().map(block -> block.prose().plain()).orElse("");
    if (!one.isItem() || !intro.strip().equals(INTRO)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(parse(one.sentence().block().prose().marked()));
    } catch (IllegalArgumentException otherWords) {
      return Optional.empty();
    }
  }

  private static @Nullable Commitment parse(String text) {
    int colon = text.indexOf(": ");
    if (colon < 0) {
      return null;
    }
    String label = text.substring(0, colon).toLowerCase(Locale.ROOT).replace(' ', '-');
    String rest = text.substring(colon + 2);
    Roll roll = Roll.NONE;
    int at = rest.lastIndexOf(ROLL);
    if (at >= 0) {
      roll = Roll.parse(rest.substring(at + ROLL.length()));
      rest = rest.substring(0, at);
    }
    SeverityCondition severities = SeverityCondition.any();
    at = rest.lastIndexOf(SEVERITY);
    if (at >= 0) {
      severities = severities(rest.substring(at + SEVERITY.length()));
      rest = rest.substring(0, at);
    }
    int after = rest.indexOf(" after ");
    if (after < 0) {
      return null;
    }
    Commitment promise = terms(Commitment.to(Milestone.of(label)), rest.substring(0, after));
    return promise
        .after(start(rest.substring(after + " after ".length())))
        .when(severities)
        .rolling(roll);
  }

  private static SeverityCondition severities(String text) {
    return SeverityCondition.of(
        Arrays.stream(text.split(", ", -1))
            .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)))
            .toArray(Severity[]::new));
  }

  private static Milestone start(String text) {
    for (Map.Entry<Milestone, String> start : STARTS.entrySet()) {
      if (start.getValue().equals(text)) {
        return start.getKey();
      }
    }
    return Milestone.of(text.replace("`", ""));
  }

  private static Commitment terms(Commitment promise, String text) {
    boolean effort = text.startsWith(IF_POSSIBLE);
    String rest = (effort ? text.substring(IF_POSSIBLE.length()) : text).strip();
    Commitment dated = promise;
    if (rest.startsWith("on days ")) {
      dated = promise.during(DayRange.parse(rest.substring("on days ".length())));
    } else if (rest.startsWith("no sooner than ")) {
      dated = promise.notBefore(Period.parse(rest.substring("no sooner than ".length())));
    } else if (rest.startsWith("about ")) {
      dated = promise.about(Period.parse(rest.substring("about ".length())));
    } else if (rest.startsWith("within ")) {
      dated = promise.within(Period.parse(rest.substring("within ".length())));
    }
    return effort ? dated.bestEffort() : dated;
  }
}
