package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How the calendar of a regime is written. */
final class CalendarForm extends ObjectForm<WorkingCalendar> {

  private static final Form<ZoneId> ZONE =
      Forms.text("be a time zone such as Europe/Berlin", CalendarForm::zone, ZoneId::getId);

  private final Entry<ZoneId> zone =
      required("zone", ZONE, "The time zone in which days begin and end.");
  private final Entry<List<DayOfWeek>> weekend =
      optional("weekend", Forms.list(Forms.choice(DayOfWeek.values())), "No business days.");
  private final Entry<List<LocalDate>> holidays =
      optional("holidays", Forms.list(Forms.date()), "Further days that are no business days.");

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "time zone must be a known one such as Europe/Berlin but was \"%s\"".formatted(text),
          unknown);
    }
  }

  @Override
  protected WorkingCalendar build(Values values) {
    WorkingCalendar calendar = WorkingCalendar.of(values.get(zone));
    calendar =
        values.change(
            calendar, weekend, (days, off) -> days.weekend(off.toArray(DayOfWeek[]::new)));
    return values.change(calendar, holidays, WorkingCalendar::holidays);
  }

  @Override
  protected void show(WorkingCalendar calendar, Written into) {
    if (calendar.holidayFunction().isPresent()) {
      throw new IllegalStateException(
          "holidays must be listed in a regime that is written but come from function "
              + calendar.holidayFunction().get());
    }
    into.put(zone, calendar.zone())
        .put(weekend, calendar.weekend().stream().sorted().toList())
        .putItems(holidays, List.copyOf(calendar.holidays()));
  }
}
