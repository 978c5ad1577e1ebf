package dev.avow.policy.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;

/** What the JSON parser's complaints mean, said without quoting what stands in the document. */
final class JsonErrors {

  /**
   * A complaint and what it means.
   *
   * @param has what the complaint contains
   * @param reason what we say
   */
  private record Meaning(String has, String reason) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("start field name", "key must be in double quotes"),
          new Meaning("expecting a colon", "key must be followed by a colon"),
          new Meaning("expecting comma", "value must be followed by a comma, or by } or ]"),
          new Meaning("close marker", "bracket must close the one that was opened last"),
          new Meaning("Illegal unquoted", "text must not have line breaks or control characters"),
          new Meaning("escape", "escape must be one that JSON knows"),
          new Meaning("numeric", "number must be written as JSON has it"),
          new Meaning("number", "number must be written as JSON has it"));

  private JsonErrors() {}

  /** Returns what {@code complaint} means. */
  static String meaning(JsonProcessingException complaint) {
    if (complaint instanceof JsonEOFException) {
      return "JSON must be complete but ends here";
    }
    String message = String.valueOf(complaint.getOriginalMessage());
    return MEANINGS.stream()
        .filter(meaning -> message.contains(meaning.has()))
        .findFirst()
        .map(Meaning::reason)
        .orElse(
            "value must be JSON: a text in double quotes, a number, true, false, null, {…} or […]");
  }
}
