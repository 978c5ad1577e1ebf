package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.flag;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.number;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import java.util.List;
import java.util.Optional;

/** The fields of a storage's security context, wherever they stand. */
final class StorageContextEntries {

  /** Declares an entry that may be left out. */
  @FunctionalInterface
  interface Declaring {
    <V> Entry<V> optional(String name, Form<V> form, String meaning);
  }

  private final Entry<Long> runAsUser;
  private final Entry<Long> runAsGroup;
  private final Entry<Long> fsGroup;
  private final Entry<List<Long>> supplementalGroups;
  private final Entry<Boolean> readOnly;

  StorageContextEntries(Declaring form) {
    runAsUser = form.optional("run-as-user", number(), "The user id.");
    runAsGroup = form.optional("run-as-group", number(), "The primary group id.");
    fsGroup = form.optional("fs-group", number(), "The group that owns the volume.");
    supplementalGroups = form.optional("supplemental-groups", list(number()), "Further groups.");
    readOnly =
        form.optional(
            "read-only", flag(), "Whether the volume is mounted read-only; false, unless said.");
  }

  StorageContext build(Values values) {
    return new StorageContext(
        values.find(runAsUser).orElse(null),
        values.find(runAsGroup).orElse(null),
        values.find(fsGroup).orElse(null),
        values.list(supplementalGroups),
        values.or(readOnly, false));
  }

  void show(StorageContext context, Written into) {
    into.put(runAsUser, Optional.ofNullable(context.runAsUser()))
        .put(runAsGroup, Optional.ofNullable(context.runAsGroup()))
        .put(fsGroup, Optional.ofNullable(context.fsGroup()))
        .putItems(supplementalGroups, context.supplementalGroups())
        .putUnless(readOnly, context.readOnly(), false);
  }
}
