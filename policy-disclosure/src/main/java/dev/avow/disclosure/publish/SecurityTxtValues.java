package dev.avow.disclosure.publish;

import static dev.avow.disclosure.publish.SecurityTxtRules.HTTPS;
import static dev.avow.disclosure.publish.SecurityTxtRules.VALUE;

import dev.avow.disclosure.publish.SecurityTxt.Field;
import dev.avow.policy.finding.Verdict;
import java.net.URI;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with the values of a {@code security.txt}. */
final class SecurityTxtValues {

  private final SecurityTxt txt;
  private final Rulings rulings;

  SecurityTxtValues(SecurityTxt txt, Rulings rulings) {
    this.txt = txt;
    this.rulings = rulings;
  }

  void judge() {
    List<Field> known = txt.fields().stream().filter(Field::isKnown).toList();
    rulings.whole(VALUE, known.isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.PASS);
    rulings.whole(HTTPS, known.isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.PASS);
    for (Field field : known) {
      if (field.is("Expires")) {
        must(
            Rfc3339.parse(field.value()).isPresent(), field, "a date such as 2027-01-31T18:00:00Z");
      } else if (field.is("Preferred-Languages")) {
        must(areLanguages(field.value()), field, "language tags such as en, de-CH");
      } else {
        uri(field);
      }
    }
  }

  private void must(boolean holds, Field field, String form) {
    if (!holds) {
      rulings.fail(
          VALUE,
          field.at(),
          "%s must be %s but was \"%s\""
              .formatted(field.name(), form, SecurityTxtText.quoted(field.value())));
    }
  }

  private void uri(Field field) {
    Optional<URI> uri = ContactUri.parse(field.value());
    must(uri.isPresent(), field, example(field));
    if (uri.isPresent() && ContactUri.is(uri.get(), "http")) {
      rulings.fail(
          HTTPS,
          field.at(),
          "%s must begin with https:// but was \"%s\""
              .formatted(field.name(), SecurityTxtText.quoted(field.value())));
    } else if (uri.isPresent()) {
      boolean page = !ContactUri.is(uri.get(), "https") || uri.get().getHost() != null;
      boolean mail =
          !ContactUri.is(uri.get(), "mailto")
              || !field.is("Contact")
              || !ContactUri.channels(field).isEmpty();
      must(page && mail, field, example(field));
    }
  }

  private static String example(Field field) {
    return field.is("Contact")
        ? "a URI such as mailto:security@example.org"
        : "a URI such as https://example.org/security";
  }

  private static boolean areLanguages(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(SecurityTxtText::stripped)
        .allMatch(SecurityTxtValues::isLanguage);
  }

  private static boolean isLanguage(String tag) {
    try {
      return !tag.isEmpty()
          && !new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().isEmpty();
    } catch (IllformedLocaleException malformed) {
      return false;
    }
  }
}
