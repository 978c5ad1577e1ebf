package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;

/** What became of a finding, in one word, with the mark and the colour of its line. */
enum RulingKind {
  BLOCKS("!", Paint.RED),
  UNDECIDED("?", Paint.YELLOW),
  REPORTED(" ", Paint.NONE),
  WAIVED(" ", Paint.FAINT),
  KNOWN(" ", Paint.FAINT),
  HIDDEN(" ", Paint.FAINT);

  private final String mark;
  private final Paint paint;

  RulingKind(String mark, Paint paint) {
    this.mark = mark;
    this.paint = paint;
  }

  static RulingKind of(Ruling ruling) {
    if (ruling instanceof Ruling.Blocks) {
      return BLOCKS;
    }
    if (ruling instanceof Ruling.Undecided) {
      return UNDECIDED;
    }
    if (ruling instanceof Ruling.Waived) {
      return WAIVED;
    }
    if (ruling instanceof Ruling.Known) {
      return KNOWN;
    }
    return ruling instanceof Ruling.Hidden ? HIDDEN : REPORTED;
  }

  String mark() {
    return mark;
  }

  Paint paint() {
    return paint;
  }

  /** Returns whether such findings have a line of their own. */
  boolean isShown() {
    return this != WAIVED && this != KNOWN && this != HIDDEN;
  }
}
