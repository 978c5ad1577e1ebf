package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.time.Instant;
import java.util.Map;

/** How a fact of a case is written. */
final class FactForm extends ObjectForm<Fact> {

  private static final Form<Milestone> MILESTONE =
      Forms.text("be a milestone such as \"fix-released\"", Milestone::of, Milestone::name);
  private static final Form<Instant> INSTANT =
      Forms.text("be an instant such as 2026-11-20T10:00:00Z", Instants::parse, Instant::toString)
          .where("format", "date-time");

  // behind the forms that it is made of
  static final Form<Fact> FACT = Forms.located(new FactForm(), Fact::declaredAt);

  private final Entry<Milestone> what =
      required("what", MILESTONE, "What happened, such as acknowledged.");
  private final Entry<Instant> at =
      required("at", INSTANT, "When it happened, with an offset: 2026-11-20T10:00:00Z.");
  private final Entry<String> by = optional("by", Forms.text(), "Who did it.");
  private final Entry<Map<String, String>> details =
      optional(
          "details",
          Forms.map(name -> name, "\\S", new DetailForm()),
          "What else is known of it, such as severity, step, until, text, under.");

  @Override
  protected Fact build(Values values) {
    Fact fact = Fact.of(values.get(what), values.get(at));
    for (Map.Entry<String, String> detail : values.or(details, Map.of()).entrySet()) {
      fact = fact.with(detail.getKey(), detail.getValue());
    }
    return values.change(fact, by, Fact::by);
  }

  @Override
  protected void show(Fact fact, Written into) {
    into.put(what, fact.what())
        .put(at, fact.at())
        .put(by, fact.actor())
        .putUnless(details, fact.details(), Map.of());
  }
}
