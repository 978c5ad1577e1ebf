package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;

/** How a condition is written. */
final class ConditionForm extends ObjectForm<Condition> {

  private final Entry<Milestone> happened =
      required("happened", ClauseForm.MILESTONE, "What must have happened.");
  private final Entry<Period> within =
      optional("within", ClauseForm.PERIOD, "How soon it must have happened.");
  private final Entry<Milestone> of =
      optional("of", ClauseForm.MILESTONE, "From when on that is counted; reported, unless said.");

  @Override
  protected Condition build(Values values) {
    Condition condition = Condition.happened(values.get(happened));
    if (values.find(within).isEmpty() && values.isWritten(of)) {
      throw new IllegalArgumentException("of must stand with within but stands alone");
    }
    return values
        .find(within)
        .map(period -> condition.within(period, values.or(of, Milestone.REPORTED)))
        .orElse(condition);
  }

  @Override
  protected void show(Condition condition, Written into) {
    into.put(happened, condition.milestone()).put(within, condition.within());
    if (condition.within().isPresent()) {
      into.putUnless(of, condition.start(), Milestone.REPORTED);
    }
  }
}
