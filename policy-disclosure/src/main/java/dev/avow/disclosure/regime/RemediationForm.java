package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a remediation regime is written. */
final class RemediationForm extends ObjectForm<RemediationRegime> {

  static final RemediationForm FORM = new RemediationForm();

  /** How many answers four questions have. */
  private static final int ALL = 16;

  private final Entry<String> apiVersion =
      required("apiVersion", RegimeForm.only("avow.dev/v1"), "The version of this form.");
  private final Entry<String> kind =
      required("kind", RegimeForm.only("RemediationRegime"), "What this document is.");
  private final Entry<String> name = required("name", Forms.text(), "Its name, in kebab-case.");
  private final Entry<String> title = required("title", Forms.text(), "What it is called.");
  private final Entry<String> source =
      required("source", Forms.text(), "The web address where it was read.");
  private final Entry<LocalDate> asOf =
      required("as-of", Forms.date(), "The day on which it was read.");
  private final Entry<WorkingCalendar> calendar =
      required("calendar", new CalendarForm(), "In which days are counted.");
  private final Entry<List<RemediationRow>> rows =
      required("rows", Forms.list(new RemediationRowForm()), "What it asks, case by case.");
  private final Entry<List<String>> notes =
      optional("notes", Forms.list(Forms.text()), "What people should know.");

  @Override
  protected RemediationRegime build(Values values) {
    RegimeHead head =
        new RegimeHead(values.get(name), values.get(title), values.get(source), values.get(asOf));
    Map<Exposure, Remediation> table = new HashMap<>();
    values.get(rows).forEach(row -> table.put(row.exposure(), row.remediation()));
    if (table.size() != ALL || values.get(rows).size() != ALL) {
      throw new IllegalArgumentException(
          "rows must answer each of %d cases once but are %d about %d"
              .formatted(ALL, values.get(rows).size(), table.size()));
    }
    return new RemediationRegime(head, values.get(calendar), table, values.list(notes));
  }

  @Override
  protected void show(RemediationRegime regime, Written into) {
    into.put(apiVersion, "avow.dev/v1")
        .put(kind, "RemediationRegime")
        .put(name, regime.name())
        .put(title, regime.title())
        .put(source, regime.source())
        .put(asOf, regime.asOf())
        .put(calendar, regime.calendar())
        .put(
            rows,
            regime.rows().entrySet().stream()
                .map(row -> new RemediationRow(row.getKey(), row.getValue()))
                .toList())
        .putItems(notes, regime.notes());
  }
}
