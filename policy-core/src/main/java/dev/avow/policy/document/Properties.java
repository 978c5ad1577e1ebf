package dev.avow.policy.document;

/**
 * The anchor and the tag before a YAML value: passed over to find where the value itself begins.
 */
final class Properties {

  private final String text;
  private boolean anchor;
  private boolean tag;

  /** Creates a look at {@code text}, where an anchor, a tag or both are expected. */
  Properties(String text, boolean anchor, boolean tag) {
    this.text = text;
    this.anchor = anchor;
    this.tag = tag;
  }

  /** Returns the offset of what follows, white space and comments passed over. */
  int skip(int start) {
    int at = start;
    while (isHere('&', anchor, at) || isHere('!', tag, at)) {
      anchor &= text.charAt(at) != '&';
      tag &= text.charAt(at) != '!';
      at = blank(text.startsWith("!<", at) ? text.indexOf('>', at) + 1 : word(at));
    }
    return at;
  }

  private boolean isHere(char mark, boolean expected, int at) {
    return expected && at < text.length() && text.charAt(at) == mark;
  }

  private int word(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) > ' ' && ",[]{}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int blank(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '#' ? blank(lineEnd(at)) : at;
  }

  private int lineEnd(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
