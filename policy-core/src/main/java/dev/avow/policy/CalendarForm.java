package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.date;
import static dev.avow.policy.document.form.Forms.list;

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
import java.util.Set;

/** How the calendar is written in which a policy counts days. */
final class CalendarForm extends ObjectForm<WorkingCalendar> {

  private static final Form<ZoneId> ZONE =
      Forms.text("be a time zone such as Europe/Berlin", CalendarForm::zone, ZoneId::getId)
          .where("pattern", "\\S");

  private final Entry<ZoneId> zone =
      required("zone", ZONE, "The time zone in which days begin and end.");
  private final Entry<List<DayOfWeek>> weekend =
      optional(
          "weekend",
          list(choice(DayOfWeek.values())),
          "The days of the week that are no business days; saturday and sunday, unless said.");
  private final Entry<List<LocalDate>> holidays =
      optional("holidays", list(date()), "Further days that are no business days.");

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
    calendar = values.change(calendar, weekend, CalendarForm::weekend);
    return values.change(calendar, holidays, WorkingCalendar::holidays);
  }

  private static WorkingCalendar weekend(WorkingCalendar calendar, List<DayOfWeek> days) {
    return calendar.weekend(days.toArray(DayOfWeek[]::new));
  }

  @Override
  protected void show(WorkingCalendar calendar, Written into) {
    calendar
        .holidayFunction()
        .ifPresent(
            name -> {
              throw new IllegalStateException(
                  "holidays must be listed in a policy that is written but come from function "
                      + name);
            });
    Set<DayOfWeek> standard = WorkingCalendar.of(calendar.zone()).weekend();
    into.put(zone, calendar.zone()).putItems(holidays, List.copyOf(calendar.holidays()));
    if (!calendar.weekend().equals(standard)) {
      into.put(weekend, List.copyOf(calendar.weekend()));
    }
  }
}
