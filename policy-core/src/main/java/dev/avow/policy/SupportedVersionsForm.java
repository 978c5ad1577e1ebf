package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import dev.avow.policy.version.SupportedVersions;
import java.util.List;

/** How the supported versions are written. */
final class SupportedVersionsForm extends ObjectForm<SupportedVersions> {

  private final Entry<List<SupportRow>> rows =
      optional(
          "rows",
          list(SupportRowForm.ROW),
          "Lines, branches and images, each with what it can expect; a text is a supported line.");
  private final Entry<SupportStatus> others =
      optional("others", choice(SupportStatus.values()), "What a version in no row can expect.");

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected SupportedVersions build(Values values) {
    SupportedVersions versions =
        values.add(SupportedVersions.none(), rows, SupportRow::declaredAt, SupportedVersions::and);
    return values.change(versions, others, SupportedVersions::others);
  }

  @Override
  protected void show(SupportedVersions versions, Written into) {
    into.putItems(rows, versions.rows()).put(others, versions.others());
  }
}
