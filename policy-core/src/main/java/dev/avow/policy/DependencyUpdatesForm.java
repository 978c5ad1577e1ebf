package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;

import dev.avow.policy.DependencyUpdates.Tool;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;

/** How the promise of regular dependency updates is written. */
final class DependencyUpdatesForm extends ObjectForm<DependencyUpdates> {

  static final Form<DependencyUpdates> UPDATES =
      Forms.located(new DependencyUpdatesForm(), DependencyUpdates::at);

  private final Entry<Tool> tool =
      required("tool", choice(Tool.values()), "What looks for updates.");
  private final Entry<Period> every =
      optional("every", Terms.PERIOD, "How long at most lies between two looks.");

  @Override
  protected DependencyUpdates build(Values values) {
    return values.change(DependencyUpdates.by(values.get(tool)), every, DependencyUpdates::every);
  }

  @Override
  protected void show(DependencyUpdates updates, Written into) {
    into.put(tool, updates.tool()).put(every, updates.every());
  }
}
