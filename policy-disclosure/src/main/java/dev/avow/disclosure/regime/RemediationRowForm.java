package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Period;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;

/** How a row of a remediation regime is written. */
final class RemediationRowForm extends ObjectForm<RemediationRow> {

  private final Entry<Boolean> exploited =
      required("exploited", Forms.flag(), "Whether it is known to be exploited.");
  private final Entry<Boolean> exposed =
      required("exposed", Forms.flag(), "Whether the asset is exposed to the public.");
  private final Entry<Boolean> automatable =
      required("automatable", Forms.flag(), "Whether exploiting it can be automated.");
  private final Entry<Boolean> total =
      required("total", Forms.flag(), "Whether the impact is total, not partial.");
  private final Entry<Boolean> onUpgrade =
      optional("on-upgrade", Forms.flag(), "Whether it waits for the next upgrade.");
  private final Entry<Period> within =
      optional("within", ClauseForm.PERIOD, "How long it may take.");
  private final Entry<Boolean> forensics =
      optional("forensics", Forms.flag(), "Whether a forensic investigation is needed.");

  @Override
  protected RemediationRow build(Values values) {
    if (values.or(onUpgrade, false) == values.isWritten(within)) {
      throw new IllegalArgumentException("row must have one of within and on-upgrade");
    }
    Remediation asked =
        values
            .find(within)
            .map(period -> Remediation.within(period, values.or(forensics, false)))
            .orElseGet(Remediation::onUpgrade);
    Exposure exposure =
        new Exposure(
            values.get(exploited), values.get(exposed), values.get(automatable), values.get(total));
    return new RemediationRow(exposure, asked);
  }

  @Override
  protected void show(RemediationRow row, Written into) {
    into.put(exploited, row.exposure().exploited())
        .put(exposed, row.exposure().exposed())
        .put(automatable, row.exposure().automatable())
        .put(total, row.exposure().totalImpact())
        .putUnless(onUpgrade, row.remediation().within().isEmpty(), false)
        .put(within, row.remediation().within())
        .putUnless(forensics, row.remediation().needsForensics(), false);
  }
}
