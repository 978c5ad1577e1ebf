package dev.avow.disclosure.publish;

import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@code security.txt}, as the standard's grammar has it or not.
 *
 * @param text the line without its end; inside a signature without the dash that escapes it
 * @param at where it begins
 * @param optionalField the field on it, or null
 * @param optionalMistake what is wrong with its form, or null
 */
record SecurityTxtLine(
    String text,
    Location at,
    SecurityTxt.@Nullable Field optionalField,
    @Nullable String optionalMistake) {

  /** The fields that RFC 9116 defines. */
  static final List<String> KNOWN =
      List.of(
          "Acknowledgments",
          "Canonical",
          "Contact",
          "Encryption",
          "Expires",
          "Hiring",
          "Policy",
          "Preferred-Languages");

  private static final Location IN_CODE = Location.in("(code)");

  /**
   * Returns the line of a field.
   *
   * @throws IllegalArgumentException if the name or the value cannot stand on a line
   */
  static SecurityTxtLine of(String name, String value) {
    SecurityTxtLine line = read(name + ": " + value, IN_CODE);
    boolean whole =
        line.field()
            .filter(field -> field.name().equals(name) && field.value().equals(value))
            .isPresent();
    if (!whole || line.mistake().isPresent()) {
      throw new IllegalArgumentException(
          "field must be a name without blanks and a value on one line but was \"%s\" and \"%s\""
              .formatted(SecurityTxtText.quoted(name), SecurityTxtText.quoted(value)));
    }
    return line;
  }

  /** Reads a line, whatever it is. */
  static SecurityTxtLine read(String text, Location at) {
    if (SecurityTxtText.isBlank(text)) {
      return new SecurityTxtLine(text, at, null, null);
    }
    String control = SecurityTxtText.hasControl(text) ? "holds a control character" : null;
    if (text.startsWith("#")) {
      return new SecurityTxtLine(text, at, null, control);
    }
    int colon = text.indexOf(':');
    if (colon < 1 || !SecurityTxtText.isName(text.substring(0, colon))) {
      return new SecurityTxtLine(text, at, null, "is neither a field nor a comment");
    }
    return field(text, colon, at, control);
  }

  private static SecurityTxtLine field(
      String text, int colon, Location at, @Nullable String control) {
    String value = SecurityTxtText.stripped(text.substring(colon + 1));
    Location place =
        new Location(at.source(), at.line(), at.column(), at.line(), text.length() + 1, "");
    SecurityTxt.Field field =
        new SecurityTxt.Field(text.substring(0, colon), value, at.hasLine() ? place : at);
    String blank =
        value.isEmpty()
            ? "has no value"
            : text.charAt(colon + 1) == ' ' ? null : "has no blank behind its colon";
    return new SecurityTxtLine(text, at, field, control == null ? blank : control);
  }

  Optional<SecurityTxt.Field> field() {
    return Optional.ofNullable(optionalField);
  }

  Optional<String> mistake() {
    return Optional.ofNullable(optionalMistake);
  }

  Optional<String> comment() {
    return text.startsWith("#") ? Optional.of(text.substring(1).strip()) : Optional.empty();
  }

  /**
   * Returns the line with its end, in front of which a stray carriage return would be part of it.
   */
  String written() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(0, end) + "\n";
  }

  /** Returns this line with {@code what} wrong with it, unless something else is. */
  SecurityTxtLine butWrong(String what) {
    return new SecurityTxtLine(
        text, at, optionalField, optionalMistake == null ? what : optionalMistake);
  }

  /** Returns this line as one that says nothing, as it stands where nothing may. */
  SecurityTxtLine ignored(String why) {
    return new SecurityTxtLine(text, at, null, why);
  }
}
