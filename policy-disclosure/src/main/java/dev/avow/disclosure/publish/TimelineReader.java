package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.TimeSpan;
import dev.avow.disclosure.publish.words.TimeSpans;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.Phase;
import dev.avow.policy.Timeline;
import dev.avow.policy.TimelineRow;
import dev.avow.policy.commitment.DayRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the days from a report to its disclosure: "Day 7-14: patch release and advisory". */
final class TimelineReader {

  /** What decides first stands first. */
  private static final List<Map.Entry<Phase, List<String>>> PHASES =
      List.of(
          Map.entry(
              Phase.PUBLIC_DISCLOSURE,
              List.of(
                  "public disclosure",
                  "publicly disclose",
                  "full disclosure",
                  "details become public")),
          Map.entry(Phase.RELEASE_AND_ADVISORY, List.of("release", "advisory", "advisories")),
          Map.entry(Phase.FIX, List.of("fix", "investigation", "development", "patch")),
          Map.entry(
              Phase.TRIAGE,
              List.of("triage", "response", "acknowledg", "assessment", "confirmation")),
          Map.entry(Phase.REPORTED, List.of("reported", "report", "receive", "received")),
          Map.entry(Phase.PUBLIC_DISCLOSURE, List.of("disclos", "public")));

  private final ReadingDraft draft;

  private TimelineReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    TimelineReader reader = new TimelineReader(draft);
    draft.said().forEach(reader::read);
  }

  private void read(Said one) {
    boolean days = one.words().begins("day ", "days ");
    String marked =
        one.isItem() ? one.sentence().block().prose().marked() : one.sentence().marked();
    int colon = marked.indexOf(':');
    if (days && colon > 0 && !draft.isUsed(one.sentence())) {
      row(one, marked.substring(0, colon), marked.substring(colon + 1).strip());
    } else if (one.isIn(Topic.TIMELINE)
        && one.has("at least")
        && one.has("between")
        && one.has("disclosure")) {
      grace(one);
    }
  }

  private void row(Said one, String head, String text) {
    Optional<Phase> labelled = labelled(head);
    int open = labelled.isPresent() ? head.lastIndexOf('(') : head.length();
    Optional<DayRange> range = range(Wording.of(head.substring(0, open)));
    Optional<Phase> phase = labelled.or(() -> phase(Wording.of(text)));
    if (range.isEmpty() || phase.isEmpty()) {
      return;
    }
    TimelineRow row =
        TimelineRow.of(range.get(), phase.get()).saying(Items.withoutStop(text)).at(draft.at(one));
    draft.take(one, () -> draft.policy().disclosure(known -> known.and(row)));
    one.sentence().block().sentences().forEach(draft::settle);
  }

  /** Returns a row as it is read again, with its phase where the words do not say it. */
  static String write(TimelineRow row) {
    String text = Texts.item(row.text());
    boolean said = phase(Wording.of(text)).filter(phase -> phase == row.phase()).isPresent();
    String head = "Day " + row.days();
    return said ? head + ": " + text : "%s (%s): %s".formatted(head, row.phase().label(), text);
  }

  private static Optional<Phase> labelled(String head) {
    return Arrays.stream(Phase.values())
        .filter(phase -> head.endsWith("(" + phase.label() + ")"))
        .findFirst();
  }

  private static Optional<DayRange> range(Wording head) {
    StringBuilder days = new StringBuilder();
    for (String word : head.tokens().subList(1, head.size())) {
      days.append(
          word.equals("to") ? "-" : word.equals("onwards") || word.equals("on") ? "+" : word);
    }
    try {
      return Optional.of(DayRange.parse(days.toString()));
    } catch (IllegalArgumentException notDays) {
      return Optional.empty();
    }
  }

  private static Optional<Phase> phase(Wording words) {
    for (Phase phase : Phase.values()) {
      if (words.begins(Wording.of(phase.text()).toString())) {
        return Optional.of(phase);
      }
    }
    return PHASES.stream()
        .filter(entry -> words.has(entry.getValue()))
        .findFirst()
        .map(Map.Entry::getKey);
  }

  private void grace(Said one) {
    List<TimeSpan> spans = TimeSpans.in(one.words());
    if (spans.size() == 1 && spans.get(0).period().isPresent()) {
      draft.take(one, () -> draft.policy().disclosure(known -> grace(known, spans.get(0))));
      draft.settle(one.sentence());
    }
  }

  private static Timeline grace(Timeline known, TimeSpan span) {
    return span.period().map(known::grace).orElse(known);
  }
}
