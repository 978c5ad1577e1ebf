package dev.avow.policy.document;

/**
 * How much of one document is accepted; what exceeds it is {@link Unreadable.Cause#TOO_LARGE}.
 *
 * @param characters the most characters of one document's text
 * @param depth the deepest nesting
 * @param nodes the most values that a walk over the tree may meet, those behind aliases counted
 *     each time they are met
 */
public record Limits(int characters, int depth, int nodes) {

  /**
   * 16 Mi characters, 200 levels and 512 Ki values: far above real manifests, and the worst
   * document that they admit still fits into a heap of 256 MB.
   */
  public static final Limits STANDARD = new Limits(16 << 20, 200, 512 << 10);

  /** Creates limits; each must be positive. */
  public Limits {
    if (characters < 1 || depth < 1 || nodes < 1) {
      throw new IllegalArgumentException(
          "limits must be 1 or more but were %d characters, %d levels, %d values"
              .formatted(characters, depth, nodes));
    }
  }
}
