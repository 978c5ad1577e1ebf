package dev.avow.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Texts in SARIF, where brackets can make links. */
final class SarifText {

  private SarifText() {}

  /** Writes {@code text} as a message. */
  static void write(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", withoutLinks(text));
    json.writeEndObject();
  }

  /**
   * Returns {@code text} with a backslash before brackets, if some of them would make a link: a
   * name from a manifest leads nowhere.
   *
   * @see <a
   *     href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html#_Toc141790716">messages
   *     with embedded links</a>
   */
  static String withoutLinks(String text) {
    return text.contains("](") ? text.replace("[", "\\[").replace("]", "\\]") : text;
  }
}
