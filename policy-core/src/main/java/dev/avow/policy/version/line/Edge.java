package dev.avow.policy.version.line;

import dev.avow.policy.version.scheme.Numbers;
import dev.avow.policy.version.scheme.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between versions, where a stretch of them begins or ends.
 *
 * @param version the version or line at which it is
 * @param side on which side of it
 */
record Edge(Version version, Side side) {

  private static final String ENDLESS = "∞";

  /** The sides of a version. */
  enum Side {
    /** Before it. */
    BEFORE,
    /** Behind it, and before all others of its line. */
    BEHIND,
    /** Behind all of its line. */
    BEHIND_LINE
  }

  /** Returns whether {@code asked} lies behind this edge. */
  boolean isPassedBy(Version asked, boolean strict) {
    List<String> numbers = version.numbers();
    if (!version.words().isEmpty()) {
      int order = asked.compareTo(version);
      return side == Side.BEFORE ? order >= 0 : order > 0;
    }
    return switch (side) {
      case BEFORE -> {
        int order = Numbers.compare(asked.numbers(), numbers);
        yield order > 0 || (order == 0 && !(strict && asked.isPreRelease()));
      }
      case BEHIND -> Numbers.compare(asked.numbers(), numbers) > 0;
      case BEHIND_LINE -> Numbers.compare(asked.numbers(), numbers, numbers.size()) > 0;
    };
  }

  /** Returns whether it ends a stretch by naming the line of {@code numbers}, which it includes. */
  boolean includes(List<String> numbers) {
    return side == Side.BEHIND_LINE && version.numbers().equals(numbers);
  }

  /** Returns whether it begins a stretch by naming the line of {@code numbers}. */
  boolean begins(List<String> numbers) {
    return side == Side.BEFORE && version.numbers().equals(numbers);
  }

  static int compareLows(@Nullable Edge one, @Nullable Edge other) {
    if (one == null || other == null) {
      return one == null ? other == null ? 0 : -1 : 1;
    }
    return one.compareWith(other);
  }

  static int compareHighs(@Nullable Edge one, @Nullable Edge other) {
    if (one == null || other == null) {
      return one == null ? other == null ? 0 : 1 : -1;
    }
    return one.compareWith(other);
  }

  private int compareWith(Edge other) {
    int length = Math.max(version.numbers().size(), other.version.numbers().size()) + 1;
    for (int i = 0; i < length; i++) {
      int order = compare(at(i), other.at(i));
      if (order != 0) {
        return order;
      }
    }
    boolean plain = version.words().isEmpty() && other.version.words().isEmpty();
    int order = plain ? 0 : version.compareTo(other.version);
    return order != 0 ? order : side.compareTo(other.side);
  }

  private String at(int index) {
    boolean endless = side == Side.BEHIND_LINE && index >= version.numbers().size();
    return endless ? ENDLESS : Numbers.at(version.numbers(), index);
  }

  private static int compare(String one, String other) {
    if (one.equals(ENDLESS) || other.equals(ENDLESS)) {
      return one.equals(other) ? 0 : one.equals(ENDLESS) ? 1 : -1;
    }
    return Numbers.compare(one, other);
  }

  /** Returns what stands there, as a version or line: {@code 7.2} or, behind its line, 7.2.x. */
  @Override
  public String toString() {
    return side == Side.BEHIND_LINE ? version + ".x" : version.toString();
  }
}
