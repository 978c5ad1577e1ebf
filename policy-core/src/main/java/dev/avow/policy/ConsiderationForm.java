package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.RuleId;
import java.util.List;

/** How advice to those who use a project is written. */
final class ConsiderationForm extends ObjectForm<Consideration> {

  static final Form<Consideration> CONSIDERATION =
      Forms.located(new ConsiderationForm(), Consideration::at);

  private final Entry<String> id = required("id", Terms.ID, "Its name, in kebab-case.");
  private final Entry<List<String>> advice =
      required("advice", list(text()), "What to do, a sentence each.");
  private final Entry<List<RuleId>> rules =
      optional("checked-by", list(Terms.RULE), "The rules that check some of it.");

  @Override
  protected Consideration build(Values values) {
    return new Consideration(
        values.get(id), values.get(advice), values.list(rules), Require.IN_CODE);
  }

  @Override
  protected void show(Consideration consideration, Written into) {
    into.put(id, consideration.id())
        .put(advice, consideration.advice())
        .putItems(rules, consideration.rules());
  }
}
