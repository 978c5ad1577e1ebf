package dev.avow.k8s.kro;

/** Counts steps, so that no expression, however it is made, keeps anybody waiting. */
final class Effort {

  /** Says that it was enough. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent() {
      super("enough steps were made", null, false, false);
    }
  }

  private long left;

  /** Allows a number of steps that grows with {@code size} and no faster. */
  Effort(long size) {
    this.left = 100_000 + 100 * size;
  }

  /** Makes a step. */
  void step() {
    if (--left < 0) {
      throw new Spent();
    }
  }
}
