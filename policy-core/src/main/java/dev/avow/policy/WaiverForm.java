package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.anyText;
import static dev.avow.policy.document.form.Forms.date;
import static dev.avow.policy.document.form.Forms.map;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Selector.Term;
import dev.avow.policy.finding.Waiver;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a waiver is written. */
final class WaiverForm extends ObjectForm<Waiver> {

  static final Form<Waiver> WAIVER = Forms.located(new WaiverForm(), Waiver::at);

  private final Entry<Glob> rule =
      required("rule", Terms.GLOB, "A glob on the ids of the rules that are waived.");
  private final Entry<Map<String, Glob>> where =
      optional(
          "where",
          map(part -> Require.text("part", part), "\\S", Terms.GLOB),
          "Globs on parts of a subject, such as namespace or name; all must match.");
  private final Entry<String> because = required("because", text(), "Why.");
  private final Entry<String> by = optional("by", anyText(), "Who answers for it.");
  private final Entry<LocalDate> until =
      optional("until", date(), "The last day on which it covers anything.");

  @Override
  protected Waiver build(Values values) {
    List<Term> terms =
        values.or(where, Map.of()).entrySet().stream()
            .map(term -> new Term(term.getKey(), term.getValue()))
            .toList();
    Waiver waiver =
        Waiver.of(values.get(rule).pattern()).on(new Selector(terms)).because(values.get(because));
    waiver = values.change(waiver, by, Waiver::by);
    return values.change(waiver, until, Waiver::until);
  }

  @Override
  protected void show(Waiver waiver, Written into) {
    Map<String, Glob> terms = new LinkedHashMap<>();
    waiver.subject().terms().forEach(term -> terms.put(term.part(), term.glob()));
    into.put(rule, waiver.rule())
        .putUnless(where, terms, Map.of())
        .put(because, waiver.reason())
        .put(by, waiver.owner())
        .put(until, waiver.lastDay());
  }
}
