package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.Cue;
import dev.avow.disclosure.publish.words.Severities;
import dev.avow.disclosure.publish.words.TimeSpan;
import dev.avow.disclosure.publish.words.TimeSpans;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads promises with a length of time: what will have happened how long after what. */
final class CommitmentReader {

  private final ReadingDraft draft;
  private final List<Commitment> taken = new ArrayList<>();

  private CommitmentReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    CommitmentReader reader = new CommitmentReader(draft);
    for (Said one : draft.said()) {
      reader.read(one);
    }
  }

  private void read(Said one) {
    boolean elsewhere =
        one.isIn(
            Topic.VERSIONS,
            Topic.SCOPE,
            Topic.OUT_OF_SCOPE,
            Topic.ADVICE,
            Topic.COMMENTS,
            Topic.ANNOUNCEMENTS);
    if (elsewhere
        || one.words().has(CommitmentWords.ASIDE)
        || one.words().has(CommitmentWords.OTHER_MATTERS)
        || one.words().tokens().stream().anyMatch(CommitmentReader::isPastDay)
        || one.words().begins("day ", "days ")
        || draft.isSettled(one)) {
      return;
    }
    Wording words = one.words();
    List<TimeSpan> spans = words.has("historically") ? List.of() : TimeSpans.in(words);
    if (words.has(CommitmentWords.ASKS)) {
      spans.stream().limit(1).forEach(span -> asked(one, span));
      return;
    }
    for (int i = 0; i < spans.size(); i++) {
      int from = i == 0 ? 0 : spans.get(i - 1).end();
      int to = i + 1 < spans.size() ? spans.get(i + 1).start() : words.size();
      span(one, spans.get(i), from, to);
    }
    if (spans.isEmpty()) {
      undated(one);
    }
  }

  /** A sentence with a day in it tells what happened then. */
  private static boolean isPastDay(String token) {
    return token.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  /** Reporters are asked to keep silent for a while: nothing becomes public before. */
  private void asked(Said one, TimeSpan span) {
    Wording behind = one.words().part(span.end(), one.words().size());
    boolean open = behind.has("public", "disclos", "publish");
    if (open && span.period().isPresent()) {
      Commitment promise = Commitment.to(Milestone.PUBLIC).notBefore(span.period().get());
      add(
          one,
          promise.after(
              start(one, span, one.words().part(0, 0), behind.part(0, 0), Milestone.PUBLIC)));
    }
  }

  private void span(Said one, TimeSpan span, int from, int to) {
    if (!CommitmentWords.BEFORE.contains(one.words().token(span.start() - 1))) {
      return;
    }
    Optional<Milestone> what = milestone(one, span, from, to);
    if (what.isEmpty()) {
      return;
    }
    if (span.period().isEmpty() && !what.get().equals(Milestone.ACKNOWLEDGED)) {
      vague(one);
      return;
    }
    Wording before = one.words().part(from, span.start());
    Wording behind = one.words().part(span.end(), to);
    Commitment promise =
        bounded(Commitment.to(what.get()), span, one.words().part(0, span.start()))
            .after(start(one, span, before, behind, what.get()));
    List<Severity> severities = severities(one, before, behind);
    if (!severities.isEmpty()) {
      promise = promise.when(SeverityCondition.of(severities.toArray(Severity[]::new)));
    }
    add(one, promise);
    boolean plan = behind.has("and provide", "and a ") && behind.has("plan");
    if (plan && what.get().equals(Milestone.ACKNOWLEDGED) && to == one.words().size()) {
      add(one, bounded(Commitment.to(Milestone.PLAN_SHARED), span, before));
    }
  }

  /** The nearest words before say what is promised, else the nearest behind, else what is above. */
  private Optional<Milestone> milestone(Said one, TimeSpan span, int from, int to) {
    Wording words = one.words();
    Optional<Cue> cue = Cue.last(words, from, span.start());
    if (cue.isEmpty()) {
      cue = Cue.first(words, behindStart(words, span.end(), to), to);
      Wording behind = words.part(span.end(), to);
      if (startsClock(behind) && cue.map(Cue::milestone).equals(Cue.start(behind))) {
        return Optional.empty(); // it is named as what starts the clock
      }
    }
    if (cue.isEmpty() && from > 0) {
      return Optional.empty();
    }
    if (cue.isPresent()) {
      return cue.map(Cue::milestone);
    }
    boolean bare = span.start() <= 5;
    Optional<Cue> above = Cue.first(one.intro(), 0, one.intro().size());
    if (above.isEmpty()
        && bare
        && words.has("delay", "timeframe", "time frame", "deadline", "target", "sla ")) {
      Wording title = Wording.of(one.sentence().section().title());
      above = Cue.first(title, 0, title.size());
    }
    return bare ? above.map(Cue::milestone) : Optional.empty();
  }

  /** What starts the clock is not what is promised: it ends with the next comma. */
  private static int behindStart(Wording words, int from, int to) {
    boolean start = Set.of("of", "after", "from", "following", "since").contains(words.token(from));
    for (int i = from; start && i < to; i++) {
      if (words.token(i).equals(",")) {
        return i;
      }
    }
    return from;
  }

  private static boolean startsClock(Wording behind) {
    return behind.begins("of ", "after ", "from ", "following ", "since ");
  }

  private static Commitment bounded(Commitment promise, TimeSpan span, Wording before) {
    Optional<Period> period = span.period();
    if (period.isEmpty()) {
      return promise;
    }
    boolean silent =
        promise.promised().equals(Milestone.PUBLIC) && before.has(CommitmentWords.SILENCE);
    if (silent || before.has(CommitmentWords.AT_LEAST)) {
      return promise.notBefore(period.get());
    }
    if (before.has(CommitmentWords.AIMS)) {
      return promise.within(period.get()).bestEffort();
    }
    return before.has(CommitmentWords.USUALLY)
        ? promise.about(period.get())
        : promise.within(period.get());
  }

  private static Milestone start(
      Said one, TimeSpan span, Wording before, Wording behind, Milestone what) {
    if (before.has("additional")) {
      return Milestone.ACKNOWLEDGED;
    }
    if (one.has(
            "once the fix",
            "once a fix",
            "after the fix",
            "after a fix",
            "once the patch",
            "once a patch")
        && !what.equals(Milestone.FIX_RELEASED)) {
      return Milestone.FIX_RELEASED;
    }
    if (startsClock(behind)) {
      Optional<Milestone> named = Cue.start(behind.part(0, 7));
      if (named.isPresent() && !named.get().equals(what)) {
        return named.get();
      }
    }
    boolean confirmed =
        one.words().part(0, span.start()).has("confirmed ,", "is confirmed", "once confirmed");
    return confirmed && !what.equals(Milestone.ACKNOWLEDGED)
        ? Milestone.CONFIRMED
        : Milestone.REPORTED;
  }

  private static List<Severity> severities(Said one, Wording before, Wording behind) {
    List<Severity> ahead = Severities.in(before);
    List<Severity> named = ahead.isEmpty() ? Severities.in(behind) : ahead;
    return one.has("severity , from") ? List.of() : named;
  }

  private void undated(Said one) {
    boolean soon = one.has(CommitmentWords.SOON);
    if (soon && promisesFix(one.words())) {
      Commitment promise = Commitment.to(Milestone.FIX_RELEASED);
      promise = one.has("confirmed") ? promise.after(Milestone.CONFIRMED) : promise;
      add(one, one.has("our best") ? promise.bestEffort() : promise);
    } else if (soon && Cue.first(one.words(), 0, one.words().size()).isPresent()) {
      vague(one);
    }
  }

  private static boolean promisesFix(Wording words) {
    int fix =
        Math.max(
            words.first("release a patch", 0, words.size()),
            words.first("release a fix", 0, words.size()));
    int soon = words.last("as soon as", 0, words.size());
    return fix >= 0 && fix < soon;
  }

  private void vague(Said one) {
    draft.use(one.sentence());
    draft.note(Passage.Kind.VAGUE, one.sentence(), "promises something without a number");
  }

  private void add(Said one, Commitment promise) {
    Commitment named = promise.called(id(promise)).declaredAt(draft.at(one));
    Optional<Commitment> known =
        taken.stream().filter(other -> other.id().equals(named.id())).findFirst();
    boolean repeated =
        known.isPresent() && (known.get().equals(named) || promise.period().isEmpty());
    boolean loose = known.isPresent() && one.has("usually", "goal", "aim ", "on the order of");
    if (repeated || loose) {
      draft.use(one.sentence());
      return;
    }
    if (draft.take(one, () -> draft.policy().commitTo(named))) {
      taken.add(named);
    }
    if (promise.period().isEmpty() && promise.bound() == Bound.AT_MOST) {
      draft.note(Passage.Kind.VAGUE, one.sentence(), "promises something without a number");
    }
  }

  static String id(Commitment promise) {
    String name = promise.promised().name();
    if (promise.severities().isAny()) {
      return name;
    }
    StringBuilder id = new StringBuilder(name);
    promise.severities().severities().stream()
        .sorted()
        .forEach(severity -> id.append('-').append(severity.name().toLowerCase(Locale.ROOT)));
    return id.toString();
  }
}
