package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;

/** How the words are written that several sections of a policy use. */
final class Terms {

  /** What an id and a rule's id look like. */
  static final String KEBAB_CASE = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

  /** A name in kebab-case. */
  static final Form<String> ID =
      text("be an id such as \"proof-of-concept\"", Require::id, id -> id)
          .where("pattern", KEBAB_CASE);

  /** The id of a rule. */
  static final Form<RuleId> RULE =
      text("be a rule id such as \"run-as-non-root\"", RuleId::of, RuleId::value)
          .where("pattern", KEBAB_CASE);

  /** A milestone. */
  static final Form<Milestone> MILESTONE =
      text("be a milestone such as \"fix-released\"", Milestone::of, Milestone::name)
          .where("pattern", KEBAB_CASE);

  /** A length of time. */
  static final Form<Period> PERIOD =
      text("be a period such as \"48h\" or \"5bd\"", Period::parse, Period::toString)
          .where("pattern", "^\\s*[0-9]{1,7}\\s*[A-Za-z]+( [A-Za-z]+)?\\s*$");

  /** Days of a timeline; a single one may be a number. */
  static final Form<DayRange> DAYS =
      text("be days such as 0, 3-7 or 14+", DayRange::parse, DayRange::toString)
          .where("pattern", "^\\s*[0-9]+\\s*(\\+|-\\s*[0-9]+)?\\s*$")
          .orNumber();

  /** A glob. */
  static final Form<Glob> GLOB = text("be a glob such as \"kube-*\"", Glob::of, Glob::pattern);

  /** A severity, but not the unknown one. */
  static final Form<Severity> SEVERITY =
      choice(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

  /** A mail address. */
  static final Form<String> MAIL =
      text("be a mail address such as security@example.org", Channel::checkMail, mail -> mail)
          .where("pattern", "^[^@\\s]+@[^@\\s]+$");

  /** A web address. */
  static final Form<String> URL =
      text("be a web address such as https://example.org", Channel::checkUrl, url -> url)
          .where("pattern", "^[hH][tT][tT][pP][sS]?://.+");

  private Terms() {}
}
