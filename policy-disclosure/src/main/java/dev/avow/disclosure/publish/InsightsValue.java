package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.document.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The plain values of Security Insights. */
enum InsightsValue {
  TEXT("be a text", text -> true),
  URL("be a web address such as https://example.org", InsightsValue::isUrl),
  EMAIL("be a mail address such as security@example.org", InsightsValue::isMail),
  DATE("be a date such as 2027-01-31", InsightsValue::isDate),
  VERSION("be a version such as 2.2.0", InsightsValue::isVersion),
  FLAG("be true or false", text -> false),
  STATUS(
      "be one of active, abandoned, concept, inactive, moved, suspended, unsupported, WIP",
      List.of(
              "active",
              "abandoned",
              "concept",
              "inactive",
              "moved",
              "suspended",
              "unsupported",
              "WIP")
          ::contains),
  TOOL_TYPE(
      "be one of fuzzing, container, secret, SCA, SAST, other",
      List.of("fuzzing", "container", "secret", "SCA", "SAST", "other")::contains);

  private final String must;
  private final Predicate<String> form;

  InsightsValue(String must, Predicate<String> form) {
    this.must = must;
    this.form = form;
  }

  /** Returns the type that {@link InsightsShape} writes as {@code name}. */
  static InsightsValue of(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().replace('_', '-').equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow();
  }

  String must() {
    return must;
  }

  boolean accepts(Field field) {
    return this == FLAG ? field.flag().isPresent() : field.text().filter(form).isPresent();
  }

  /** As the form has it, which lets placeholders such as {@code {version}} stand in addresses. */
  private static boolean isUrl(String text) {
    boolean web = text.startsWith("https://") || text.startsWith("http://");
    return web && text.indexOf("://") + 3 < text.length() && text.chars().noneMatch(c -> c <= ' ');
  }

  private static boolean isMail(String text) {
    try {
      return Channel.email(text)
          .address()
          .filter(mail -> mail.indexOf('.', mail.indexOf('@')) > 0)
          .isPresent();
    } catch (IllegalArgumentException otherForm) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException otherForm) {
      return false;
    }
  }

  private static boolean isVersion(String text) {
    String[] parts = text.split("\\.", -1);
    return parts.length == 3
        && Arrays.stream(parts)
            .allMatch(part -> !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
