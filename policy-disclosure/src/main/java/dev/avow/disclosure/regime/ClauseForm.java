package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.Roll;
import dev.avow.policy.commitment.SeverityCondition;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Severity;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** How a clause of a regime is written. */
final class ClauseForm extends ObjectForm<Clause> {

  static final Form<Milestone> MILESTONE =
      Forms.text("be a milestone such as \"fix-released\"", Milestone::of, Milestone::name);
  static final Form<Period> PERIOD =
      Forms.text("be a period such as 90d", Period::parse, Period::toString);
  static final Form<LocalTime> TIME =
      Forms.text("be a time of day such as \"12:00\"", ClauseForm::time, LocalTime::toString);
  private static final Form<DayRange> DAYS =
      Forms.text("be days such as 3-7", DayRange::parse, DayRange::toString).orNumber();

  private final Entry<Milestone> to = required("to", MILESTONE, "What must have happened.");
  private final Entry<String> id =
      optional("id", Forms.text(), "Its name; that of the milestone, unless said.");
  private final Entry<Milestone> after =
      optional("after", MILESTONE, "What starts the clock; reported, unless said.");
  private final Entry<Milestone> before =
      optional("before", MILESTONE, "From when on the period is counted back.");
  private final Entry<Period> within =
      optional("within", PERIOD, "The time after which it is late.");
  private final Entry<Period> notBefore =
      optional("not-before", PERIOD, "The time before which it is too early.");
  private final Entry<Period> about =
      optional("about", PERIOD, "The time after which it is to be expected.");
  private final Entry<DayRange> days = optional("days", DAYS, "The days on which it is met.");
  private final Entry<Boolean> bestEffort =
      optional("best-effort", Forms.flag(), "Whether it is never broken.");
  private final Entry<Roll> roll =
      optional("roll", Forms.choice(Roll.values()), "What becomes of a deadline on a day off.");
  private final Entry<LocalTime> time = optional("time", TIME, "The time of day of the deadline.");
  private final Entry<List<Severity>> severities =
      optional("severities", Forms.list(Forms.choice(Severity.values())), "For which severities.");
  private final Entry<List<Condition>> onlyIf =
      optional("if", Forms.list(new ConditionForm()), "What must be met, all of it.");
  private final Entry<List<Condition>> unless =
      optional("unless", Forms.list(new ConditionForm()), "What must not be met, none of it.");
  private final Entry<Boolean> ifApplicable =
      optional("if-applicable", Forms.flag(), "Whether it is owed only where it applies.");
  private final Entry<List<String>> contents =
      optional("contents", Forms.list(Forms.text()), "What the step must contain.");
  private final Entry<String> note = optional("note", Forms.text(), "What people should know.");

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(
          "time of day must look like 12:00 but was \"%s\"".formatted(text), none);
    }
  }

  @Override
  protected Clause build(Values values) {
    Commitment promise = bounded(Commitment.to(values.get(to)), values);
    promise = values.change(promise, id, Commitment::called);
    promise = values.change(promise, after, Commitment::after);
    promise = values.change(promise, before, Commitment::after);
    promise = values.change(promise, roll, Commitment::rolling);
    promise = values.change(promise, severities, ClauseForm::when);
    Clause clause =
        Clause.of(promise)
            .onlyIf(values.list(onlyIf).toArray(Condition[]::new))
            .unless(values.list(unless).toArray(Condition[]::new))
            .contents(values.list(contents));
    clause = values.isWritten(before) ? clause.ahead() : clause;
    clause = values.or(ifApplicable, false) ? clause.ifApplicable() : clause;
    clause = values.change(clause, time, Clause::atTime);
    return values.change(clause, note, Clause::note);
  }

  private Commitment bounded(Commitment promise, Values values) {
    atMostOne(values, Stream.of(within, notBefore, about, days));
    atMostOne(values, Stream.of(after, before));
    Commitment bounded = values.change(promise, within, Commitment::within);
    bounded = values.change(bounded, notBefore, Commitment::notBefore);
    bounded = values.change(bounded, about, Commitment::about);
    bounded = values.change(bounded, days, Commitment::during);
    if (values.isWritten(before) && bounded.period().isEmpty()) {
      throw new IllegalArgumentException("before must stand with a period but has none");
    }
    return values.or(bestEffort, false) ? bounded.bestEffort() : bounded;
  }

  private static void atMostOne(Values values, Stream<Entry<?>> entries) {
    List<String> names = entries.filter(values::isWritten).map(Entry::name).toList();
    if (names.size() > 1) {
      throw new IllegalArgumentException(
          "clause must have one of %s but has all of them".formatted(String.join(", ", names)));
    }
  }

  private static Commitment when(Commitment promise, List<Severity> severities) {
    return promise.when(SeverityCondition.of(severities.toArray(Severity[]::new)));
  }

  @Override
  protected void show(Clause clause, Written into) {
    Commitment promise = clause.commitment();
    into.put(to, promise.promised())
        .putUnless(id, promise.id(), promise.promised().name())
        .put(bound(promise.bound()), promise.period())
        .put(days, promise.days())
        .putUnless(bestEffort, promise.bound() == Bound.BEST_EFFORT, false)
        .putUnless(roll, promise.roll(), Roll.NONE)
        .put(time, clause.time())
        .putItems(onlyIf, clause.onlyIf())
        .putItems(unless, clause.unless())
        .putUnless(ifApplicable, clause.isConditional(), false)
        .putItems(contents, clause.contents())
        .put(note, clause.note());
    if (clause.isAhead()) {
      into.put(before, promise.from());
    } else {
      into.putUnless(after, promise.from(), Milestone.REPORTED);
    }
    if (!promise.severities().isAny()) {
      into.put(severities, promise.severities().severities().stream().sorted().toList());
    }
  }

  private Entry<Period> bound(Bound bound) {
    return switch (bound) {
      case AT_MOST, BEST_EFFORT -> within;
      case AT_LEAST -> notBefore;
      case ABOUT -> about;
    };
  }
}
