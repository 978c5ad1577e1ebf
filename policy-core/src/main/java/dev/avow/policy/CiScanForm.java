package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.CiScan.Target;
import dev.avow.policy.CiScan.Trigger;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** How a scan is written that continuous integration runs. */
final class CiScanForm extends ObjectForm<CiScan> {

  static final Form<CiScan> SCAN = Forms.located(new CiScanForm(), CiScan::at);

  private final Entry<String> id = required("id", Terms.ID, "Its name, in kebab-case.");
  private final Entry<String> scanner =
      optional("scanner", text(), "What it is made with, such as trivy; any, unless said.");
  private final Entry<List<Target>> targets =
      optional("targets", list(choice(Target.values())), "What is scanned.");
  private final Entry<List<Trigger>> triggers =
      optional("triggers", list(choice(Trigger.values())), "When it runs.");
  private final Entry<List<Severity>> failOn =
      optional("fail-on", list(Terms.SEVERITY), "The severities that fail the build.");
  private final Entry<List<Severity>> report =
      optional("report", list(Terms.SEVERITY), "The severities that are only reported.");

  @Override
  protected CiScan build(Values values) {
    CiScan scan = values.change(CiScan.named(values.get(id)), scanner, CiScan::by);
    return scan.of(values.list(targets).toArray(Target[]::new))
        .on(values.list(triggers).toArray(Trigger[]::new))
        .failingOn(values.list(failOn).toArray(Severity[]::new))
        .reporting(values.list(report).toArray(Severity[]::new));
  }

  @Override
  protected void show(CiScan scan, Written into) {
    into.put(id, scan.id())
        .put(scanner, scan.scanner())
        .putItems(targets, List.copyOf(scan.targets()))
        .putItems(triggers, List.copyOf(scan.triggers()))
        .putItems(failOn, List.copyOf(scan.failOn()))
        .putItems(report, List.copyOf(scan.report()));
  }
}
