package dev.avow.policy.document;

/**
 * The comment with which Helm begins each document that it renders: {@code # Source:
 * shop/templates/api.yaml}.
 *
 * <p>Only what looks like a file of a chart is taken for one; people write such comments about web
 * pages, too.
 */
final class Origin {

  private static final String SAYS = "# Source: ";

  private Origin() {}

  /** Returns the file that {@code text} says it was made from before it says anything else. */
  static String of(String text) {
    String origin = "";
    int from = 0;
    while (from < text.length()) {
      int end = lineEnd(text, from);
      String line = text.substring(from, end).strip();
      if (line.startsWith(SAYS)) {
        String file = line.substring(SAYS.length()).strip();
        origin = isOfAChart(file) ? file : origin;
      } else if (!line.isEmpty() && !line.startsWith("#") && !isMarker(line)) {
        break;
      }
      from = end + 1;
    }
    return origin;
  }

  /** Returns whether {@code line} only begins a document; a byte order mark may come before. */
  private static boolean isMarker(String line) {
    String bare = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return bare.equals("---") || bare.startsWith("--- #");
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean isOfAChart(String file) {
    boolean plain = file.chars().noneMatch(c -> c <= ' ' || c == ':');
    String inside = "/" + file;
    return plain
        && !file.endsWith("/")
        && (inside.contains("/templates/") || inside.contains("/crds/"));
  }
}
