package dev.avow.disclosure.regime;

import dev.avow.disclosure.embargo.EmbargoLength;
import dev.avow.disclosure.embargo.EmbargoLimits;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.time.Duration;

/** How the limits of an embargo are written. */
final class LimitsForm extends ObjectForm<EmbargoLimits> {

  private static final Form<Duration> LENGTH =
      Forms.text("be a length such as P14D", EmbargoLength::parse, LimitsForm::show);

  private final Entry<Duration> minimum = required("minimum", LENGTH, "The shortest.");
  private final Entry<Duration> preferred =
      required("preferred-below", LENGTH, "What is to be stayed below.");
  private final Entry<Duration> maximum = required("maximum", LENGTH, "The longest.");

  private static String show(Duration length) {
    return length.equals(Duration.ofDays(length.toDays()))
        ? "P" + length.toDays() + "D"
        : length.toString();
  }

  @Override
  protected EmbargoLimits build(Values values) {
    return new EmbargoLimits(values.get(minimum), values.get(preferred), values.get(maximum));
  }

  @Override
  protected void show(EmbargoLimits limits, Written into) {
    into.put(minimum, limits.minimum())
        .put(preferred, limits.preferred())
        .put(maximum, limits.maximum());
  }
}
