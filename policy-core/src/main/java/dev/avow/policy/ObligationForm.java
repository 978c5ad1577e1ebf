package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.flag;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;

/** How it is written what users are owed; shortly as the milestone alone. */
final class ObligationForm extends ObjectForm<Obligation> {

  static final Form<Obligation> OBLIGATION =
      Forms.located(
          Forms.shortly(
              Forms.mapped(Terms.MILESTONE, Obligation::to, Obligation::milestone),
              obligation -> !obligation.conditional(),
              new ObligationForm()),
          Obligation::at);

  private final Entry<Milestone> to =
      required("to", Terms.MILESTONE, "What will have happened, such as advisory-published.");
  private final Entry<Boolean> ifApplicable =
      optional("if-applicable", flag(), "Whether it is owed only where it applies.");

  @Override
  protected Obligation build(Values values) {
    Obligation obligation = Obligation.to(values.get(to));
    return values.or(ifApplicable, false) ? obligation.ifApplicable() : obligation;
  }

  @Override
  protected void show(Obligation obligation, Written into) {
    into.put(to, obligation.milestone()).putUnless(ifApplicable, obligation.conditional(), false);
  }
}
