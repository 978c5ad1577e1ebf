package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.ScopeItem.Redirect;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Glob;
import java.util.List;

/** How something is written that a policy covers, or does not. */
final class ScopeItemForm extends ObjectForm<ScopeItem> {

  static final Form<ScopeItem> ITEM = Forms.located(new ScopeItemForm(), ScopeItem::at);

  private final Entry<String> id = required("id", Terms.ID, "Its name, in kebab-case.");
  private final Entry<String> text = required("text", text(), "What it is, for a person.");
  private final Entry<List<Glob>> components =
      optional(
          "components",
          list(Terms.GLOB),
          "Globs on the names or package URLs of components that are meant.");
  private final Entry<Redirect> redirect =
      optional("redirect", choice(Redirect.values()), "Who answers for it instead.");

  @Override
  protected ScopeItem build(Values values) {
    String[] globs = values.list(components).stream().map(Glob::pattern).toArray(String[]::new);
    ScopeItem item = ScopeItem.of(values.get(id), values.get(text)).matching(globs);
    return values.change(item, redirect, ScopeItem::redirectedTo);
  }

  @Override
  protected void show(ScopeItem item, Written into) {
    into.put(id, item.id())
        .put(text, item.text())
        .putItems(components, item.components())
        .put(redirect, item.redirect());
  }
}
