package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.TextForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportEnd;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportRow.Kind;
import dev.avow.policy.version.SupportStatus;
import java.util.List;
import java.util.Map;

/** How a row of the supported versions is written; a supported line is just its text. */
final class SupportRowForm extends ObjectForm<SupportRow> {

  static final Form<SupportRow> ROW =
      Forms.located(
          Forms.shortly(row(Kind.LINE), SupportRowForm::isPlainLine, new SupportRowForm()),
          SupportRow::at);

  private final Entry<SupportRow> line =
      optional(
          "line",
          row(Kind.LINE),
          "Versions as projects write them: 0.1.x, < 2.0, Latest release in 8.x, last 3 minor"
              + " versions.");
  private final Entry<SupportRow> branch =
      optional("branch", row(Kind.BRANCH), "A branch, such as main.");
  private final Entry<SupportRow> images =
      optional("images", row(Kind.IMAGES), "Container images, such as released.");
  private final Entry<SupportStatus> status =
      optional(
          "status", choice(SupportStatus.values()), "What it can expect; supported, unless said.");
  private final Entry<SupportEnd> until =
      optional(
          "until",
          text("be a day, a month or an event", SupportRowForm::end, SupportEnd::text)
              .where("pattern", "\\S")
              .orNumber(),
          "The last day, month or year of this status, itself included, or an event: 2027-01-31,"
              + " June 2027, The release of 5.2.");
  private final Entry<List<Severity>> severities =
      optional(
          "severities",
          list(choice(Severity.values())),
          "For vulnerabilities of which severities; all, unless said.");
  private final Entry<String> cvss =
      optional(
          "cvss",
          text("be scores such as 4.0-8.9", text -> text, text -> text).orNumber(),
          "For vulnerabilities with which CVSS scores, such as 4.0-8.9; all, unless said.");

  private static SupportEnd end(String text) {
    SupportEnd end = SupportEnd.of(text);
    if (text.isBlank() || !end.isReadable()) {
      throw new IllegalArgumentException(
          "until must be a day or month such as 2027-01-31, or an event such as The release of 5.2,"
              + " but was \"%s\"".formatted(text));
    }
    return end;
  }

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
    row = values.change(row, until, SupportRow::until);
    if (values.isWritten(severities) && values.isWritten(cvss)) {
      throw new IllegalArgumentException("row must have severities or cvss but has both");
    }
    row = values.change(row, severities, SupportRowForm::when);
    return values.change(row, cvss, (said, band) -> said.when(SupportCondition.cvss(band)));
  }

  private static SupportRow when(SupportRow row, List<Severity> severities) {
    return row.when(SupportCondition.severities(severities.toArray(Severity[]::new)));
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
        .putUnless(until, row.end(), SupportRow.of(row.kind(), row.text()).end())
        .putItems(severities, row.condition().severities())
        .put(cvss, row.condition().cvss());
  }

  @Override
  public Map<String, Object> schema() {
    return OneOf.schema(super.schema(), List.of(line, branch, images));
  }
}
