package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.List;

/** How it is written what a policy covers and what not. */
final class PolicyScopeForm extends ObjectForm<PolicyScope> {

  private final Entry<List<ScopeItem>> in =
      optional("in", list(ScopeItemForm.ITEM), "What is covered.");
  private final Entry<List<ScopeItem>> out =
      optional("out", list(ScopeItemForm.ITEM), "What is not covered, and who answers for it.");

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected PolicyScope build(Values values) {
    PolicyScope scope =
        values.add(PolicyScope.none(), in, ScopeItem::declaredAt, PolicyScope::covers);
    return values.add(scope, out, ScopeItem::declaredAt, PolicyScope::leavesOut);
  }

  @Override
  protected void show(PolicyScope scope, Written into) {
    into.putItems(in, scope.in()).putItems(out, scope.out());
  }
}
