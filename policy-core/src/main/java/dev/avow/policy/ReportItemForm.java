package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.flag;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.ReportItem.Needs;
import dev.avow.policy.ReportItem.Part;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How something that a report contains is written. */
final class ReportItemForm extends ObjectForm<ReportItem> {

  static final Form<ReportItem> ITEM = Forms.located(new ReportItemForm(), ReportItem::at);

  private final Entry<String> id = required("id", Terms.ID, "Its name, in kebab-case.");
  private final Entry<String> text = required("text", text(), "What it is, for a person.");
  private final Entry<Boolean> optional =
      optional("optional", flag(), "Whether a report is complete without it.");
  private final Entry<List<Part>> oneOf =
      optional("one-of", list(new PartForm()), "Its parts, of which a report needs one.");
  private final Entry<List<Part>> allOf =
      optional("all-of", list(new PartForm()), "Its parts, all of which a report needs.");

  @Override
  protected ReportItem build(Values values) {
    if (values.isWritten(oneOf) && values.isWritten(allOf)) {
      throw new IllegalArgumentException("item must have one-of or all-of but has both");
    }
    boolean one = values.isWritten(oneOf);
    return new ReportItem(
        values.get(id),
        values.get(text),
        !values.or(optional, false),
        one ? Needs.ONE : Needs.ALL,
        values.list(one ? oneOf : allOf),
        Require.IN_CODE);
  }

  @Override
  protected void show(ReportItem item, Written into) {
    into.put(id, item.id())
        .put(text, item.text())
        .putUnless(optional, !item.required(), false)
        .putItems(item.needs() == Needs.ONE ? oneOf : allOf, item.parts());
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(super.schema());
    schema.put("not", Map.of("required", List.of(oneOf.name(), allOf.name())));
    return schema;
  }

  private static final class PartForm extends ObjectForm<Part> {

    private final Entry<String> id = required("id", Terms.ID, "Its name, in kebab-case.");
    private final Entry<String> text = required("text", text(), "What it is, for a person.");

    @Override
    protected Part build(Values values) {
      return new Part(values.get(id), values.get(text));
    }

    @Override
    protected void show(Part part, Written into) {
      into.put(id, part.id()).put(text, part.text());
    }
  }
}
