package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.flag;
import static dev.avow.policy.document.form.Forms.list;

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
import java.util.List;
import java.util.stream.Stream;

/** How a promise that something will have happened after something else is written. */
final class CommitmentForm extends ObjectForm<Commitment> {

  static final Form<Commitment> COMMITMENT =
      Forms.located(new CommitmentForm(), Commitment::declaredAt);

  private final Entry<Milestone> to =
      required("to", Terms.MILESTONE, "What will have happened, such as acknowledged.");
  private final Entry<String> id =
      optional("id", Terms.ID, "The promise's name; that of the milestone, unless said.");
  private final Entry<Milestone> after =
      optional("after", Terms.MILESTONE, "What starts the clock; reported, unless said.");
  private final Entry<Period> within =
      optional("within", Terms.PERIOD, "The time after which it is late, such as 48h or 5bd.");
  private final Entry<Period> notBefore =
      optional("not-before", Terms.PERIOD, "The time before which it is too early.");
  private final Entry<Period> about =
      optional("about", Terms.PERIOD, "The time after which it is to be expected.");
  private final Entry<DayRange> days =
      optional("days", Terms.DAYS, "The days on which it is kept: 3-7, or 14+ for no sooner.");
  private final Entry<Boolean> bestEffort =
      optional("best-effort", flag(), "Whether it is never broken.");
  private final Entry<Roll> roll =
      optional("roll", choice(Roll.values()), "What becomes of a deadline on a day off.");
  private final Entry<List<Severity>> severities =
      optional(
          "severities", list(choice(Severity.values())), "For which severities; all, unless said.");
  private final Entry<String> source =
      optional("source", Forms.anyText(), "Whose promise it is; the policy's, unless said.");

  @Override
  protected Commitment build(Values values) {
    Commitment promise = bounded(Commitment.to(values.get(to)), values);
    promise = values.change(promise, id, Commitment::called);
    promise = values.change(promise, after, Commitment::after);
    promise = values.change(promise, roll, Commitment::rolling);
    promise = values.change(promise, severities, CommitmentForm::when);
    return values.change(promise, source, Commitment::source);
  }

  private Commitment bounded(Commitment promise, Values values) {
    List<String> times =
        Stream.of(within, notBefore, about, days)
            .filter(values::isWritten)
            .map(Entry::name)
            .toList();
    boolean effort = values.or(bestEffort, false);
    if (times.size() > 1) {
      throw new IllegalArgumentException(
          "commitment must have one of within, not-before, about and days but has "
              + String.join(", ", times));
    }
    if (effort && (values.isWritten(notBefore) || values.isWritten(about))) {
      throw new IllegalArgumentException(
          "best-effort must stand alone or with within or days but stands with " + times.get(0));
    }
    Commitment bounded = values.change(promise, within, Commitment::within);
    bounded = values.change(bounded, notBefore, Commitment::notBefore);
    bounded = values.change(bounded, about, Commitment::about);
    bounded = values.change(bounded, days, Commitment::during);
    return effort ? bounded.bestEffort() : bounded;
  }

  private static Commitment when(Commitment promise, List<Severity> severities) {
    return promise.when(SeverityCondition.of(severities.toArray(Severity[]::new)));
  }

  @Override
  protected void show(Commitment promise, Written into) {
    into.put(to, promise.promised())
        .putUnless(id, promise.id(), promise.promised().name())
        .putUnless(after, promise.from(), Milestone.REPORTED)
        .put(bound(promise.bound()), promise.period())
        .put(days, promise.days())
        .putUnless(bestEffort, promise.bound() == Bound.BEST_EFFORT, false)
        .putUnless(roll, promise.roll(), Roll.NONE)
        .putUnless(source, promise.source(), Commitment.to(promise.promised()).source());
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
