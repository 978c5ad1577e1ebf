package dev.avow.k8s.rule;

import dev.avow.k8s.secret.Credential;
import dev.avow.k8s.secret.Credentials;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Optional;

/** What the rules about credentials have in common: how they look, and what they tell of it. */
final class SecretSearch {

  static final Parameter<List<Glob>> HARMLESS =
      Parameter.globs(
              "harmless-names",
              List.of(),
              "names whose values are no credentials, such as \"DEMO_*\"")
          .stricterIf(Parameter.Stricter.FEWER);

  static final Parameter<Boolean> PLACEHOLDERS_PASS =
      Parameter.flag(
              "placeholders-pass", true, "whether values such as CHANGEME and **** are let pass")
          .stricterIf(Parameter.Stricter.FALSE);

  private SecretSearch() {}

  /** Starts a rule that finds credentials, and shows none of them. */
  static NamedRule named(String id) {
    return Rule.named(id)
        .severity(Severity.HIGH)
        .see("https://kubernetes.io/docs/concepts/security/secrets-good-practices/")
        .see("https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html")
        .confidential()
        .with(HARMLESS)
        .with(PLACEHOLDERS_PASS);
  }

  static Credentials credentials(Settings settings) {
    Credentials all = Credentials.standard().leavingOut(settings.get(HARMLESS));
    return settings.get(PLACEHOLDERS_PASS) ? all : all.countingPlaceholders();
  }

  /** Returns what is written at {@code field}, be it a text or a number. */
  static Optional<String> written(Field field) {
    return field.node().orElse(null) instanceof Scalar scalar && scalar.kind() != Kind.NULL
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Returns the items of {@code list}; what is no list is missing, and is not shown. */
  static List<Field> items(Field list, Reporter report) {
    expect(list, list.isList(), "a list", report);
    return list.items();
  }

  /** Returns the fields of {@code mapping}; what is no mapping is missing, and is not shown. */
  static List<Field> fields(Field mapping, Reporter report) {
    expect(mapping, mapping.isMapping(), "a mapping", report);
    return mapping.fields();
  }

  private static void expect(Field field, boolean fits, String noun, Reporter report) {
    if (field.isUnresolved()) {
      report.missing("the value of " + field.path(), field);
    } else if (field.isPresent() && !fits) {
      report.missing(noun + " at " + field.path(), field);
    }
  }

  /** Reports {@code credential} as {@code wrong}, in front of what it is and its name. */
  static void report(
      Field at, String wrong, String name, Credential credential, String advice, Reporter report) {
    Message message =
        Message.of(
            wrong + ": {name} holds {credential}",
            mark -> mark.equals("name") ? name : credential.toString());
    report.fail(at, message, Fix.advice(advice));
  }
}
