package dev.avow.policy.document;

/**
 * How the way to a field is written: names between dots, places in brackets, and names that hold
 * anything else in brackets and quotes, {@code metadata.labels["app.kubernetes.io/name"]}.
 */
final class FieldPath {

  private static final String FORM = "path must look like \"spec.containers[0].image\"";

  private final String path;
  private int at;

  private FieldPath(String path) {
    this.path = path;
  }

  /** Returns the field to which {@code path} leads from {@code start}. */
  static Field follow(String path, Field start) {
    FieldPath steps = new FieldPath(path);
    Field here = start;
    while (steps.at < path.length()) {
      here = steps.next(here);
    }
    return here;
  }

  private Field next(Field here) {
    if (path.charAt(at) == '[') {
      at++;
      return at < path.length() && path.charAt(at) == '"'
          ? here.field(quoted())
          : here.item(position());
    }
    if (at > 0) {
      require('.');
    }
    return here.field(name());
  }

  private String name() {
    int start = at;
    while (at < path.length() && ".[]\"".indexOf(path.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw malformed("a name");
    }
    return path.substring(start, at);
  }

  private int position() {
    int position = 0;
    int start = at;
    while (at < path.length() && path.charAt(at) >= '0' && path.charAt(at) <= '9') {
      position = 10 * position + path.charAt(at) - '0';
      at++;
      if (at - start > 9) {
        throw malformed("a place that a list can have");
      }
    }
    if (at == start) {
      throw malformed("a place in a list or a name in quotes");
    }
    require(']');
    return position;
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    require('"');
    while (at < path.length() && path.charAt(at) != '"') {
      at += path.charAt(at) == '\\' && at + 1 < path.length() ? 1 : 0;
      name.append(path.charAt(at++));
    }
    require('"');
    require(']');
    return name.toString();
  }

  private void require(char character) {
    if (at == path.length() || path.charAt(at) != character) {
      throw malformed(String.valueOf(character));
    }
    at++;
  }

  private IllegalArgumentException malformed(String expected) {
    return new IllegalArgumentException(
        "%s, with %s at character %d, but was \"%s\"".formatted(FORM, expected, at + 1, path));
  }

  /** Adds the step to the field called {@code name}. */
  static void append(StringBuilder path, String name) {
    if (isPlain(name)) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    } else {
      path.append("[\"").append(name.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"]");
    }
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
