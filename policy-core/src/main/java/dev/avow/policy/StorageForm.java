package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.located;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import java.util.List;
import java.util.Optional;

/** How the security context by storage class and claim is written. */
final class StorageForm extends ObjectForm<StorageOverrides> {

  private final Entry<StorageContext> defaults =
      optional("defaults", new ContextForm(), "What holds where no override does.");
  private final Entry<List<StorageOverrides.Entry>> overrides =
      optional(
          "overrides",
          list(located(new OverrideForm(), StorageOverrides.Entry::at)),
          "Tried in order; the first match counts.");

  @Override
  protected StorageOverrides build(Values values) {
    return new StorageOverrides(
        values.or(defaults, StorageContext.unset()), values.list(overrides));
  }

  @Override
  protected void show(StorageOverrides storage, Written into) {
    into.putUnless(defaults, storage.defaults(), StorageContext.unset())
        .putItems(overrides, storage.overrides());
  }

  /** How a context is written. */
  private static final class ContextForm extends ObjectForm<StorageContext> {

    private final StorageContextEntries context = new StorageContextEntries(this::optional);

    @Override
    protected StorageContext build(Values values) {
      return context.build(values);
    }

    @Override
    protected void show(StorageContext value, Written into) {
      context.show(value, into);
    }
  }

  /** How a context for some claims is written. */
  private static final class OverrideForm extends ObjectForm<StorageOverrides.Entry> {

    private final Entry<Glob> storageClass =
        optional("storage-class", Terms.GLOB, "A glob on storage classes.");
    private final Entry<Glob> claim =
        optional("claim", Terms.GLOB, "A glob on the names of persistent volume claims.");
    private final StorageContextEntries context = new StorageContextEntries(this::optional);

    @Override
    protected StorageOverrides.Entry build(Values values) {
      return new StorageOverrides.Entry(
          values.find(storageClass).orElse(null),
          values.find(claim).orElse(null),
          context.build(values));
    }

    @Override
    protected void show(StorageOverrides.Entry override, Written into) {
      into.put(storageClass, Optional.ofNullable(override.match()))
          .put(claim, Optional.ofNullable(override.claim()));
      context.show(override.context(), into);
    }
  }
}
