package dev.avow.disclosure.publish;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Severity;
import java.util.List;

/** The rules by which a {@code security.txt} is judged. */
final class SecurityTxtRules {

  static final RuleDescription CONTACT =
      rule("security-txt-has-contact", Severity.HIGH, "section-2.5.3")
          .reason("A file without a contact tells nobody where to report.")
          .advice("Add Contact: with a URI, the preferred one first.")
          .build();

  static final RuleDescription EXPIRES =
      rule("security-txt-expires-once", Severity.HIGH, "section-2.5.5")
          .reason("Without exactly one end nobody can tell whether the file still holds.")
          .advice("Add Expires: with a date such as 2027-01-31T18:00:00Z, once.")
          .build();

  static final RuleDescription CURRENT =
      rule("security-txt-is-current", Severity.HIGH, "section-2.5.5")
          .reason("A file that has expired must not be used, so reports go elsewhere.")
          .advice("Look through the file, and move Expires.")
          .build();

  static final RuleDescription YEAR =
      rule("security-txt-expires-within-a-year", Severity.LOW, "section-2.5.5")
          .reason("What nobody has to look through for years goes stale.")
          .advice("Set Expires to less than a year ahead.")
          .build();

  static final RuleDescription VALUE =
      rule("security-txt-value-is-valid", Severity.MEDIUM, "section-4")
          .reason("A value of another form is passed over by programs that read the file.")
          .build();

  static final RuleDescription HTTPS =
      rule("security-txt-page-is-under-https", Severity.MEDIUM, "section-2.5")
          .reason("What comes over a plain connection can be changed on its way.")
          .advice("Use the address under https.")
          .build();

  static final RuleDescription LANGUAGES =
      rule("security-txt-names-languages-once", Severity.MEDIUM, "section-2.5.8")
          .reason("Of several lists of languages nobody can tell which one counts.")
          .advice("Put all languages on one line, between commas.")
          .build();

  static final RuleDescription CANONICAL =
      rule("security-txt-is-where-it-says", Severity.MEDIUM, "section-2.5.2")
          .reason("A file that was copied from elsewhere may be old, or somebody else's.")
          .advice("Add Canonical: with the address under which the file is found.")
          .build();

  static final RuleDescription LINE =
      rule("security-txt-line-is-well-formed", Severity.MEDIUM, "section-4")
          .reason("What is neither a field nor a comment is passed over, or stops the reader.")
          .advice("Write a name, a colon, a blank and a value, or begin the line with #.")
          .build();

  static final RuleDescription SIGNATURE =
      rule("security-txt-signature-is-verified", Severity.LOW, "section-2.3")
          .reason("A signature that nobody has verified shows nothing.")
          .advice("Verify it with OpenPGP and the project's key.")
          .build();

  static final RuleSet ALL =
      RuleSet.of(
          List.of(
              CONTACT, EXPIRES, CURRENT, YEAR, VALUE, HTTPS, LANGUAGES, CANONICAL, LINE,
              SIGNATURE));

  private SecurityTxtRules() {}

  private static RuleDescription.Builder rule(String id, Severity severity, String section) {
    return RuleDescription.of(RuleId.of(id))
        .severity(severity)
        .target("security.txt")
        .see("https://www.rfc-editor.org/rfc/rfc9116#" + section);
  }
}
