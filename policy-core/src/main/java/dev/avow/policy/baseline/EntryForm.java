package dev.avow.policy.baseline;

import static dev.avow.policy.document.form.Forms.anyText;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.number;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Baseline;
import dev.avow.policy.finding.RuleId;
import java.util.List;
import java.util.regex.Pattern;

/** How a known finding is written. */
final class EntryForm extends ObjectForm<Baseline.Entry> {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

  private final Entry<RuleId> rule =
      required(
          "rule",
          text("be a rule id such as \"run-as-non-root\"", RuleId::of, RuleId::value),
          "The rule that says it.");
  private final Entry<String> source =
      required("source", anyText(), "Where it was found, usually a file.");
  private final Entry<String> subject = required("subject", anyText(), "What was judged.");
  private final Entry<String> message = required("message", anyText(), "What is wrong with it.");
  private final Entry<List<String>> members =
      optional("members", list(anyText()), "Those whom a finding about a group concerns.");
  private final Entry<Long> count = optional("count", number(), "How often; once, unless said.");
  private final Entry<String> fingerprint =
      required("fingerprint", fingerprint(), "By what it is known again.");

  private static Form<String> fingerprint() {
    return text("be 32 hexadecimal digits", EntryForm::check, digits -> digits);
  }

  private static String check(String text) {
    if (!FINGERPRINT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "fingerprint must be 32 hexadecimal digits but was \"%s\"".formatted(text));
    }
    return text;
  }

  @Override
  protected Baseline.Entry build(Values values) {
    return new Baseline.Entry(
        values.get(fingerprint),
        values.get(rule),
        values.get(source),
        values.get(subject),
        values.get(message),
        (int) Math.max(0, Math.min(values.or(count, 1L), Integer.MAX_VALUE)),
        values.list(members));
  }

  @Override
  protected void show(Baseline.Entry entry, Written into) {
    into.put(rule, entry.rule())
        .put(source, entry.source())
        .put(subject, entry.subject())
        .put(message, entry.message())
        .putItems(members, entry.members())
        .putUnless(count, (long) entry.count(), 1L)
        .put(fingerprint, entry.fingerprint());
  }
}
