package dev.avow.policy.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes elements and texts; whatever comes from elsewhere is escaped here and nowhere else. */
final class HtmlWriter {

  private final Appendable out;

  HtmlWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Starts an element.
   *
   * @param attributes names and values in turn; a name without a value behind it is last
   */
  HtmlWriter open(String element, String... attributes) {
    StringBuilder tag = new StringBuilder("<").append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      tag.append(' ').append(attributes[i]);
      if (i + 1 < attributes.length) {
        tag.append("=\"").append(escape(attributes[i + 1])).append('"');
      }
    }
    return raw(tag.append('>').toString());
  }

  HtmlWriter close(String element) {
    return raw("</" + element + ">");
  }

  /** Ends an element and the line. */
  HtmlWriter closeLine(String element) {
    return raw("</" + element + ">\n");
  }

  HtmlWriter text(String text) {
    return raw(escape(text));
  }

  /** Writes an element that holds nothing but {@code text}. */
  HtmlWriter element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** Writes what is HTML already, and our own. */
  HtmlWriter raw(String html) {
    try {
      out.append(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static String escape(String text) {
    return Lines.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
