package dev.avow.disclosure;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a case is written. */
final class CaseForm extends ObjectForm<DisclosureCase> {

  private static final String API_VERSION = "avow.dev/v1";
  private static final String KIND = "DisclosureCase";

  private static final Form<Tlp> MARK =
      Forms.text("be a mark such as TLP:AMBER", Tlp::parse, Tlp::label);

  static final CaseForm FORM = new CaseForm();

  static final Form<DisclosureCase> CASE = Forms.located(FORM, DisclosureCase::declaredAt);

  private final Entry<String> apiVersion =
      required("apiVersion", only(API_VERSION), "The version of this form.");
  private final Entry<String> kind = required("kind", only(KIND), "What this document is.");
  private final Entry<String> id = required("id", Forms.text(), "The case's name.");
  private final Entry<String> title =
      optional("title", new DetailForm(), "What it is about, for those who are cleared.");
  private final Entry<Tlp> tlp =
      optional("tlp", MARK, "How far it may be told; TLP:AMBER, unless said.");
  private final Entry<String> withheld =
      optional("withheld", new DetailForm(), "That this is a part of a case only.");
  private final Entry<Severity> severity =
      optional(
          "severity",
          Forms.choice(Severity.values()),
          "A first idea of its severity; unknown, unless said.");
  private final Entry<String> component =
      optional("component", Forms.text(), "What the report is about.");
  private final Entry<String> channel =
      optional("channel", Forms.text(), "How the report came in.");
  private final Entry<List<Fact>> facts =
      required("facts", Forms.list(FactForm.FACT), "What has happened, in the order of time.");

  private static Form<String> only(String word) {
    return Forms.choice(Map.of(word, word), "");
  }

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected DisclosureCase build(Values values) {
    DisclosureCase theCase = DisclosureCase.open(values.or(id, KIND));
    if (values.isWritten(withheld)) {
      values
          .problems()
          .add(
              values.at(withheld).keyLocation(),
              "a case must be whole to be read",
              "parts of this one were withheld");
    }
    theCase = values.change(theCase, title, DisclosureCase::title);
    theCase = values.change(theCase, tlp, DisclosureCase::marked);
    theCase = values.change(theCase, severity, DisclosureCase::severity);
    theCase = values.change(theCase, component, DisclosureCase::component);
    theCase = values.change(theCase, channel, DisclosureCase::channel);
    for (Fact fact : values.list(facts)) {
      List<Problem> problems = CaseChecks.problems(theCase, fact);
      problems.forEach(
          problem -> values.problems().add(problem.at(), problem.expected(), problem.found()));
      theCase = problems.isEmpty() ? theCase.with(fact) : theCase;
    }
    return theCase;
  }

  @Override
  protected void show(DisclosureCase theCase, Written into) {
    into.put(apiVersion, API_VERSION)
        .put(kind, KIND)
        .put(id, theCase.id())
        .put(title, theCase.title())
        .put(tlp, Optional.ofNullable(theCase.head().mark()))
        .putUnless(severity, theCase.head().severity(), Severity.UNKNOWN)
        .put(component, theCase.component())
        .put(channel, theCase.channel())
        .put(facts, theCase.facts());
  }

  /** Returns {@code theCase}, whose free texts are gone, as a tree that tells so. */
  Map<String, Object> writeWithheld(DisclosureCase theCase, String mark) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(withheld.name(), mark);
    ((Map<?, ?>) write(theCase)).forEach((key, value) -> tree.put(String.valueOf(key), value));
    return tree;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://avow.dev/schema/v1/disclosure-case.schema.json");
    schema.put("title", "Disclosure case");
    schema.put("description", "One report of a vulnerability and what has happened since.");
    schema.putAll(super.schema());
    // nobody is to write it
    ((Map<?, ?>) Objects.requireNonNull(schema.get("properties"))).remove(withheld.name());
    return schema;
  }
}
