package dev.avow.disclosure.regime;

import dev.avow.disclosure.embargo.EmbargoLimits;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a regime is written. */
final class RegimeForm extends ObjectForm<Regime> {

  private static final String API_VERSION = "avow.dev/v1";
  private static final String KIND = "DisclosureRegime";
  private static final WorkingCalendar UTC = WorkingCalendar.of(ZoneId.of("UTC"));

  static final RegimeForm FORM = new RegimeForm();

  private final Entry<String> apiVersion =
      required("apiVersion", only(API_VERSION), "The version of this form.");
  private final Entry<String> kind = required("kind", only(KIND), "What this document is.");
  private final Entry<String> name = required("name", Forms.text(), "Its name, in kebab-case.");
  private final Entry<String> title = required("title", Forms.text(), "What it is called.");
  private final Entry<String> source =
      required("source", Forms.text(), "The web address where it was read.");
  private final Entry<LocalDate> asOf =
      required("as-of", Forms.date(), "The day on which it was read.");
  private final Entry<WorkingCalendar> calendar =
      optional("calendar", new CalendarForm(), "In which days are counted; UTC, unless said.");
  private final Entry<Boolean> ordered =
      optional("ordered", Forms.flag(), "Whether the clauses stand in the order of their steps.");
  private final Entry<List<Clause>> clauses =
      required("clauses", Forms.list(new ClauseForm()), "What it asks.");
  private final Entry<EmbargoLimits> embargo =
      optional("embargo", new LimitsForm(), "Which embargoes it agrees to.");
  private final Entry<ReleaseWindow> release =
      optional("release", new ReleaseWindowForm(), "When releases are best made.");
  private final Entry<List<String>> notes =
      optional("notes", Forms.list(Forms.text()), "What people should know.");

  static Form<String> only(String word) {
    return Forms.choice(Map.of(word, word), "");
  }

  @Override
  protected Regime build(Values values) {
    RegimeHead head =
        new RegimeHead(values.get(name), values.get(title), values.get(source), values.get(asOf));
    List<Clause> owned =
        values.get(clauses).stream().map(clause -> clause.by(head.title())).toList();
    return new Regime(
        head,
        values.or(calendar, UTC),
        Counting.AS_STATED,
        owned,
        new RegimeExtras(
            values.or(ordered, false),
            values.find(embargo).orElse(null),
            values.find(release).orElse(null),
            values.list(notes)));
  }

  @Override
  protected void show(Regime regime, Written into) {
    into.put(apiVersion, API_VERSION)
        .put(kind, KIND)
        .put(name, regime.name())
        .put(title, regime.title())
        .put(source, regime.source())
        .put(asOf, regime.asOf())
        .putUnless(calendar, regime.calendar(), UTC)
        .putUnless(ordered, regime.isOrdered(), false)
        .put(clauses, regime.clauses())
        .put(embargo, regime.embargo())
        .put(release, regime.release())
        .putItems(notes, regime.notes());
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://avow.dev/schema/v1/disclosure-regime.schema.json");
    schema.put("title", "Disclosure regime");
    schema.put("description", "What somebody else asks of a disclosure.");
    schema.putAll(super.schema());
    return schema;
  }
}
