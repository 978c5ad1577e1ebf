package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.document.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** The plain values of Security Insights. */
enum InsightsValue {
  TEXT("be a text"),
  URL("be a web address such as https://example.org"),
  EMAIL("be a mail address such as security@example.org"),
  DATE("be a date such as 2027-01-31"),
  VERSION("be a version such as 2.2.0"),
  FLAG("be true or false"),
  STATUS("be one of active, abandoned, concept, inactive, moved, suspended, unsupported, WIP"),
  TOOL_TYPE("be one of fuzzing, container, secret, SCA, SAST, other");

  private static final String ONE_OF = "be one of ";

  private final String must;

  InsightsValue(String must) {
    this.must = must;
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
    return this == FLAG ? field.flag().isPresent() : field.text().filter(this::accepts).isPresent();
  }

  private boolean accepts(String text) {
    return switch (this) {
      case TEXT -> true;
      case URL -> isUrl(text);
      case EMAIL -> isMail(text);
      case DATE -> isDate(text);
      case VERSION -> isVersion(text);
      case FLAG -> false;
      case STATUS, TOOL_TYPE ->
          List.of(must.substring(ONE_OF.length()).split(", ", -1)).contains(text);
    };
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
