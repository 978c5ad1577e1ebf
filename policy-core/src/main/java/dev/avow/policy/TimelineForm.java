package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.List;

/** How the days from a report to its disclosure are written. */
final class TimelineForm extends ObjectForm<Timeline> {

  private final Entry<List<TimelineRow>> rows =
      required("timeline", list(TimelineRowForm.ROW), "What happens when; day 0 is the report's.");
  private final Entry<Period> grace =
      optional("grace", Terms.PERIOD, "How long users have between a fix and its disclosure.");

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected Timeline build(Values values) {
    Timeline timeline = Timeline.none();
    // Where a row could not be read, what follows it cannot be told from a gap.
    boolean whole = values.isWhole(rows);
    for (TimelineRow row : values.list(rows)) {
      Timeline before = timeline;
      timeline =
          values
              .problems()
              .attempt(row.declaredAt(), () -> whole ? before.and(row) : before.append(row))
              .orElseGet(() -> before.append(row));
    }
    return values.change(timeline, grace, Timeline::grace);
  }

  @Override
  protected void show(Timeline timeline, Written into) {
    into.put(rows, timeline.rows()).put(grace, timeline.grace());
  }
}
