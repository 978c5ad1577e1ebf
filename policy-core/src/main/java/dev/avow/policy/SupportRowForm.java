package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.date;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.TextForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportRow.Kind;
import dev.avow.policy.version.SupportStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How a row of the supported versions is written; a supported line is just its text. */
final class SupportRowForm extends ObjectForm<SupportRow> {

  static final Form<SupportRow> ROW =
      Forms.located(
          Forms.shortly(row(Kind.LINE), SupportRowForm::isPlainLine, new SupportRowForm()),
          SupportRow::at);

  private final Entry<SupportRow> line =
      optional("line", row(Kind.LINE), "A line of releases, such as 0.1.x.");
  private final Entry<SupportRow> branch =
      optional("branch", row(Kind.BRANCH), "A branch, such as main.");
  private final Entry<SupportRow> images =
      optional("images", row(Kind.IMAGES), "Container images, such as released.");
  private final Entry<SupportStatus> status =
      optional(
          "status", choice(SupportStatus.values()), "What it can expect; supported, unless said.");
  private final Entry<LocalDate> until =
      optional("until", date(), "The last day of this status, itself included.");

  private static TextForm<SupportRow> row(Kind kind) {
    return Forms.text(
            "be a text such as 0.1.x", text -> SupportRow.of(kind, text), SupportRow::text)
        .where("pattern", "\\S")
        .orNumber();
  }

  private static boolean isPlainLine(SupportRow row) {
    return row.equals(SupportRow.line(row.text()));
  }

  @Override
  protected SupportRow build(Values values) {
    SupportRow row = OneOf.the(values, "row", List.of(line, branch, images));
    row = values.change(row, status, SupportRow::status);
    return values.change(row, until, SupportRow::until);
  }

  @Override
  protected void show(SupportRow row, Written into) {
    Entry<SupportRow> what =
        switch (row.kind()) {
          case LINE -> line;
          case BRANCH -> branch;
          case IMAGES -> images;
        };
    into.put(what, row)
        .putUnless(status, row.status(), SupportStatus.SUPPORTED)
        .put(until, row.lastDay());
  }

  @Override
  public Map<String, Object> schema() {
    return OneOf.schema(super.schema(), List.of(line, branch, images));
  }
}
