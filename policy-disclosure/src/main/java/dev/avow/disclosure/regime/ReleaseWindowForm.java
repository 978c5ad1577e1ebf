package dev.avow.disclosure.regime;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** How the times are written at which releases are best made. */
final class ReleaseWindowForm extends ObjectForm<ReleaseWindow> {

  private final Entry<List<DayOfWeek>> days =
      required("days", Forms.list(Forms.choice(DayOfWeek.values())), "The days of the week.");
  private final Entry<LocalTime> time =
      optional(
          "time", ClauseForm.TIME, "The time of day in the calendar's zone; noon, unless said.");

  @Override
  protected ReleaseWindow build(Values values) {
    return new ReleaseWindow(Set.copyOf(values.get(days)), values.or(time, LocalTime.NOON));
  }

  @Override
  protected void show(ReleaseWindow window, Written into) {
    into.put(days, window.days().stream().sorted().toList())
        .putUnless(time, window.time(), LocalTime.NOON);
  }
}
