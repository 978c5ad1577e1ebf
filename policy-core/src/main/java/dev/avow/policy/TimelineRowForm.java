package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;

/** How a row of a disclosure timeline is written. */
final class TimelineRowForm extends ObjectForm<TimelineRow> {

  static final Form<TimelineRow> ROW = Forms.located(new TimelineRowForm(), TimelineRow::at);

  private final Entry<DayRange> days =
      required("days", Terms.DAYS, "The days after the report, both included: 0, 3-7 or 14+.");
  private final Entry<Phase> phase =
      required("phase", choice(Phase.values()), "What happens in these days.");
  private final Entry<String> text =
      optional("text", text(), "What happens, in the project's own words.");

  @Override
  protected TimelineRow build(Values values) {
    TimelineRow row = TimelineRow.of(values.get(days), values.get(phase));
    return values.change(row, text, TimelineRow::saying);
  }

  @Override
  protected void show(TimelineRow row, Written into) {
    into.put(days, row.days())
        .put(phase, row.phase())
        .putUnless(text, row.text(), row.phase().text());
  }
}
