package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Holds values to the contract of {@code equals}, {@code hashCode} and {@code compareTo}. */
public final class Equality {

  private Equality() {}

  /** Checks that {@code values} are equal to each other. */
  public static void ofAll(Object... values) {
    for (Object one : values) {
      assertThat(one).isNotEqualTo(null).isNotEqualTo(new Object());
      for (Object other : values) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
      }
    }
  }

  /** Checks that no two of {@code values} are equal. */
  public static void ofNone(Object... values) {
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        if (i != j) {
          assertThat(values[i]).isNotEqualTo(values[j]);
        }
      }
    }
  }

  /** Checks that {@code sorted} is in ascending order, and that this agrees with equality. */
  public static <T extends Comparable<T>> void ofOrder(List<T> sorted) {
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = 0; j < sorted.size(); j++) {
        assertThat(Integer.signum(sorted.get(i).compareTo(sorted.get(j))))
            .as("%s against %s", sorted.get(i), sorted.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    ofNone(sorted.toArray());
  }
}
