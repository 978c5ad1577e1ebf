package dev.avow.disclosure.publish;

import static dev.avow.disclosure.publish.InsightsRules.COMPLETE;
import static dev.avow.disclosure.publish.InsightsRules.CONTACT;
import static dev.avow.disclosure.publish.InsightsRules.DATED;
import static dev.avow.disclosure.publish.InsightsRules.KNOWN;
import static dev.avow.disclosure.publish.InsightsRules.VALID;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.time.LocalDate;
import java.util.List;

/** Says what is wrong with a file of Security Insights; not thread-safe. */
final class InsightsLint {

  private final Document document;
  private final Field file;
  private final LocalDate day;
  private final Rulings rulings;

  InsightsLint(Document document, LocalDate day) {
    this.document = document;
    this.file = document.field();
    this.day = day;
    this.rulings =
        new Rulings(
            InsightsRules.ALL, Subject.of("SecurityInsights").with("file", document.source()));
  }

  Evaluation evaluate() {
    List.of(COMPLETE, KNOWN, VALID, DATED).forEach(rule -> rulings.whole(rule, Verdict.PASS));
    for (Problem again : document.duplicates()) {
      rulings.fail(VALID, again.at(), again.expected());
    }
    InsightsShape.mistakes(file).forEach(this::tell);
    parts();
    dated("last-updated");
    dated("last-reviewed");
    contact();
    return rulings.evaluation();
  }

  private void tell(InsightsShape.Mistake mistake) {
    String path = mistake.field().path();
    switch (mistake.kind()) {
      case MISSING -> fail(COMPLETE, mistake.field(), path + " is missing");
      case UNKNOWN -> rulings.fail(KNOWN, mistake.field().keyLocation(), path + " is unknown");
      case MALFORMED ->
          fail(
              VALID,
              mistake.field(),
              "%s must %s but %s".formatted(path, mistake.must(), mistake.field().found()));
    }
  }

  private void fail(RuleDescription rule, Field field, String message) {
    rulings.fail(rule, field.location(), message);
  }

  /** A file of its own has the project, one of a family what the family does not say. */
  private void parts() {
    boolean child = file.field("header").field("project-si-source").isPresent();
    Field part = file.field(child ? "repository" : "project");
    if (part.isAbsent()) {
      String why =
          child ? ", as another file has the project" : ", as no project-si-source is named";
      fail(COMPLETE, part, part.path() + " is missing" + why);
    }
  }

  private void dated(String name) {
    Field date = file.field("header").field(name);
    if (InsightsValue.DATE.accepts(date)
        && LocalDate.parse(date.text().orElseThrow()).isAfter(day)) {
      fail(DATED, date, "%s is ahead of %s".formatted(date.path(), day));
    }
  }

  private void contact() {
    Field reporting = file.field("project").field("vulnerability-reporting");
    if (reporting.field("reports-accepted").flag().filter(accepted -> accepted).isEmpty()) {
      rulings.whole(CONTACT, Verdict.NOT_APPLICABLE);
      return;
    }
    rulings.whole(CONTACT, Verdict.PASS);
    Field contact = reporting.field("contact");
    boolean reached =
        List.of(contact.field("email"), contact.field("social"), reporting.field("policy")).stream()
            .anyMatch(Field::isPresent);
    if (!reached) {
      fail(CONTACT, contact, "reports are accepted, but nothing says where they go");
    }
  }
}
