package dev.avow.policy.report;

import java.net.URI;

/**
 * Texts in Markdown, where names from manifests must stay what they are: no markup, no mention of a
 * person, no link, no reference to an issue.
 */
final class MarkdownText {

  private static final String MARKUP = "\\`*_[]!|~$";

  private MarkdownText() {}

  /** Returns {@code text}, which comes from a rule, as ordinary words. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    String clean = Lines.clean(text).strip();
    for (int i = 0; i < clean.length(); i++) {
      char character = clean.charAt(i);
      plain.append(
          switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            // With a comment behind it, as GitHub looks for names and links in what the reader
            // sees.
            case '@' -> "@<!-- -->";
            case '#' -> "\\#<!-- -->";
            case ':' -> clean.startsWith("://", i) ? ":<!-- -->" : ":";
            default ->
                MARKUP.indexOf(character) >= 0 || beginsABlock(clean, i)
                    ? "\\" + character
                    : Character.toString(character);
          });
    }
    return plain.toString();
  }

  /** Returns whether a list or a heading would begin with what stands at {@code place}. */
  private static boolean beginsABlock(String text, int place) {
    char character = text.charAt(place);
    if (place == 0) {
      return character == '-' || character == '+' || character == '=';
    }
    boolean numbered = text.chars().limit(place).allMatch(Character::isDigit);
    return numbered && (character == '.' || character == ')');
  }

  /** Returns {@code text}, which comes from an input, as code, in which nothing has a meaning. */
  static String code(String text) {
    String clean = Lines.clean(text).strip();
    if (clean.isEmpty()) {
      return "` `";
    }
    String fence = "`".repeat(1 + longestRun(clean));
    boolean touches = clean.startsWith("`") || clean.endsWith("`");
    return touches ? fence + " " + clean + " " + fence : fence + clean + fence;
  }

  /** Returns {@code reference} as it can stand between angle brackets. */
  static String address(URI reference) {
    return reference.toASCIIString();
  }

  /** Returns the length of the longest run of backticks in {@code text}. */
  static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
