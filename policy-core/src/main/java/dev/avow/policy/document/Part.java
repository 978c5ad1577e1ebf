package dev.avow.policy.document;

/**
 * The text of one document, cut out of its source.
 *
 * @param number the document's place in its source, from 0
 * @param line one-based line of the first character
 * @param column one-based column of the first character
 * @param text the text
 * @param form how it begins
 * @param from where the value begins, if it is in braces or brackets
 * @param to where that value ends
 * @param broken the first byte that is no text, counted from 0, or -1 if there is none
 */
record Part(
    int number, int line, int column, String text, Form form, int from, int to, long broken) {

  /** How a document begins, or that it cannot be read at all. */
  enum Form {
    /** As YAML in block style, or as a plain value. */
    BLOCK,
    /** With a brace or a bracket: JSON, or YAML in flow style. */
    FLOW,
    /** It is longer than the limits allow; the text is left out. */
    TOO_LONG
  }
}
