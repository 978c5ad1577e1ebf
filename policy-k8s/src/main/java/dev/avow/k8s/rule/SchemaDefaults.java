package dev.avow.k8s.rule;

import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Reporter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds credentials among the defaults of a graph's schema: {@code string | default="…"}. */
final class SchemaDefaults {

  private static final Pattern DEFAULT =
      Pattern.compile("\\bdefault\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s|]+))");

  private SchemaDefaults() {}

  static void judge(Field fields, Reporter report) {
    for (Field field : fields.fields()) {
      field.text().ifPresent(text -> judge(field, text, report));
      judge(field, report);
    }
  }

  private static void judge(Field field, String text, Reporter report) {
    Matcher matcher = DEFAULT.matcher(text);
    if (!matcher.find()) {
      return;
    }
    String value =
        matcher.group(1) != null
            ? matcher.group(1)
            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    SecretSearch.credentials(report.settings())
        .named(field.name(), value)
        .ifPresent(
            found ->
                SecretSearch.report(
                    field,
                    "gives a credential to all who name none",
                    field.name(),
                    found,
                    "Remove the default of " + field.name(),
                    report));
  }
}
