package dev.avow.policy.report;

/** Colours of ANSI terminals; each paints as it is told, or not at all. */
enum Paint {
  RED("31"),
  YELLOW("33"),
  GREEN("32"),
  FAINT("2"),
  BOLD("1"),
  NONE("");

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  String on(String text, TextStyle style) {
    return style.colours() && this != NONE ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
