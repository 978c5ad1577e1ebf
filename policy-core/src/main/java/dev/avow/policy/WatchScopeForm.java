package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.located;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.hardening.WatchScope.Globs;
import java.util.List;

/** How it is written what a controller may watch. */
final class WatchScopeForm extends ObjectForm<WatchScope> {

  private static final Form<Globs> GLOBS = located(new GlobsForm(), Globs::at);

  private final Entry<Globs> namespaces = optional("namespaces", GLOBS, "Which namespaces.");
  private final Entry<Globs> claims =
      optional("claims", GLOBS, "Which persistent volume claims, by name.");
  private final Entry<Globs> storageClasses =
      optional("storage-classes", GLOBS, "Which storage classes.");

  @Override
  protected WatchScope build(Values values) {
    return new WatchScope(
        values.or(namespaces, Globs.unstated()),
        values.or(claims, Globs.unstated()),
        values.or(storageClasses, Globs.unstated()));
  }

  @Override
  protected void show(WatchScope scope, Written into) {
    into.putUnless(namespaces, scope.namespaces(), Globs.unstated())
        .putUnless(claims, scope.claims(), Globs.unstated())
        .putUnless(storageClasses, scope.storageClasses(), Globs.unstated());
  }

  /** How names to include and to exclude are written. */
  private static final class GlobsForm extends ObjectForm<Globs> {

    private final Entry<List<Glob>> include =
        required("include", list(Terms.GLOB), "What is included; an empty list includes nothing.");
    private final Entry<List<Glob>> exclude =
        optional("exclude", list(Terms.GLOB), "What is excluded though it is included.");

    @Override
    protected Globs build(Values values) {
      return Globs.of(values.get(include), values.list(exclude));
    }

    @Override
    protected void show(Globs globs, Written into) {
      into.put(include, globs.include()).putItems(exclude, globs.exclude());
    }
  }
}
