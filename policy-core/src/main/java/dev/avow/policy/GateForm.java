package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.flag;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Severity;

/** How a gate is written, without its waivers. */
final class GateForm extends ObjectForm<Gate> {

  private final Entry<Severity> failOn =
      optional(
          "fail-on", Terms.SEVERITY, "The severity from which findings block; high, unless said.");
  private final Entry<Severity> reportFrom =
      optional("report-from", Terms.SEVERITY, "The severity from which findings are reported.");
  private final Entry<Severity> unknownAs =
      optional(
          "unknown-as",
          Terms.SEVERITY,
          "What an unknown severity is taken for; undecided, unless said.");
  private final Entry<Boolean> acceptInconclusive =
      optional("accept-inconclusive", flag(), "Whether what could not be decided is let through.");
  private final Entry<Boolean> annotations =
      optional(
          "waiver-annotations",
          flag(),
          "Whether waivers count that are written beside what they are for; no, unless said.");

  @Override
  protected Gate build(Values values) {
    GateDraft draft = new GateDraft();
    draft = values.change(draft, failOn, GateDraft::failOn);
    draft = values.change(draft, reportFrom, GateDraft::reportFrom);
    draft = values.change(draft, unknownAs, GateDraft::unknownAs);
    draft = values.change(draft, acceptInconclusive, GateDraft::acceptInconclusive);
    return values.change(draft, annotations, GateDraft::heedAnnotations).build();
  }

  @Override
  protected void show(Gate gate, Written into) {
    into.put(failOn, gate.failAt())
        .putUnless(reportFrom, gate.reportFrom(), Severity.INFO)
        .put(unknownAs, gate.unknownAs())
        .putUnless(acceptInconclusive, gate.acceptsInconclusive(), false)
        .putUnless(annotations, gate.waiverTerms().heedsThoseBeside(), false);
  }
}
