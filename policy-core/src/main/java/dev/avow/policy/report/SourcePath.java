package dev.avow.policy.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * The path of a source, without steps that lead nowhere, as seen from the folder of a report.
 *
 * @param text the path, with {@code /}
 * @param isAbsolute whether it lies outside that folder and begins at a root
 */
record SourcePath(String text, boolean isAbsolute) {

  /** What RFC 3986 lets stand in a path as it is, save the colon, which may end a scheme. */
  private static final String AS_IT_IS = "-._~!$&'()*+,;=@/";

  /** Returns the path of {@code source}, seen from {@code root} where it lies below. */
  static SourcePath of(String source, String root) {
    boolean drive = startsWithDrive(source);
    String path = normal(drive ? "/" + source.replace('\\', '/') : source);
    String from = root.isEmpty() ? "" : normal(startsWithDrive(root) ? "/" + root : root) + "/";
    if (!from.isEmpty() && path.startsWith(from)) {
      return new SourcePath(path.substring(from.length()), false);
    }
    return new SourcePath(path, path.startsWith("/"));
  }

  private static boolean startsWithDrive(String path) {
    return path.length() > 2
        && Character.isLetter(path.charAt(0))
        && path.charAt(1) == ':'
        && (path.charAt(2) == '/' || path.charAt(2) == '\\');
  }

  private static String normal(String path) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      boolean back = step.equals("..");
      if (back && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", steps);
  }

  /** Returns a URI reference: relative, or one of scheme {@code file}. */
  String uri() {
    StringBuilder uri = new StringBuilder(isAbsolute ? "file://" : "");
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      if (isLetterOrDigit(character) || AS_IT_IS.indexOf(character) >= 0) {
        uri.append(character);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return uri.toString();
  }

  private static boolean isLetterOrDigit(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }
}
