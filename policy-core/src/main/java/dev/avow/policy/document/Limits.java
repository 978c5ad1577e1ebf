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

  /** 32 Mi characters, 200 levels and 4 Mi values: far above real manifests. */
  public static final Limits STANDARD = new Limits(32 << 20, 200, 4 << 20);

  /** Creates limits; each must be positive. */
  public Limits {
    if (characters < 1 || depth < 1 || nodes < 1) {
      throw new IllegalArgumentException(
          "limits must be 1 or more but were %d characters, %d levels, %d values"
              .formatted(characters, depth, nodes));
    }
  }
}
