package dev.avow.policy.baseline;

import static dev.avow.policy.document.form.Forms.anyText;
import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Baseline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a baseline is written. */
final class BaselineForm extends ObjectForm<Baseline> {

  private static final String API_VERSION = "avow.dev/v1";
  private static final String KIND = "Baseline";

  static final BaselineForm BASELINE = new BaselineForm();

  private final Entry<String> apiVersion =
      required("apiVersion", only(API_VERSION), "The version of this form.");
  private final Entry<String> kind = required("kind", only(KIND), "What this document is.");
  private final Entry<String> rules =
      required("rules", anyText(), "The fingerprint of the rules, as the policy sets them.");
  private final Entry<List<Baseline.Entry>> findings =
      required("findings", list(new EntryForm()), "What is known.");

  private static Form<String> only(String word) {
    return choice(Map.of(word, word), "");
  }

  @Override
  protected Baseline build(Values values) {
    List<Baseline.Entry> known = values.list(findings);
    if (values.isWhole(findings)) {
      tellRepeated(known, values);
    }
    return values.problems().isEmpty() ? Baseline.of(values.get(rules), known) : Baseline.none();
  }

  private void tellRepeated(List<Baseline.Entry> known, Values values) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < known.size(); i++) {
      Integer before = first.putIfAbsent(known.get(i).fingerprint(), i);
      if (before != null) {
        values
            .problems()
            .add(
                values.at(findings).item(i).field("fingerprint").location(),
                "fingerprint must be listed once",
                "was already in findings[%d]".formatted(before));
      }
    }
  }

  @Override
  protected void show(Baseline baseline, Written into) {
    into.put(apiVersion, API_VERSION)
        .put(kind, KIND)
        .put(rules, baseline.rules())
        .put(findings, baseline.entries());
  }
}
