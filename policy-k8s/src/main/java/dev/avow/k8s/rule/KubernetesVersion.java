package dev.avow.k8s.rule;

import java.util.Comparator;

/**
 * A minor version of Kubernetes, such as 1.31.
 *
 * @param major the number before the dot
 * @param minor the number behind it
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

  private static final Comparator<KubernetesVersion> ORDER =
      Comparator.comparingInt(KubernetesVersion::major).thenComparing(KubernetesVersion::minor);

  private static final KubernetesVersion LATEST = of(1, 37);

  /** Creates a version; negative numbers are refused. */
  public KubernetesVersion {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException(
          "version must not be negative but was %d.%d".formatted(major, minor));
    }
  }

  /** Returns the version {@code major.minor}. */
  public static KubernetesVersion of(int major, int minor) {
    return new KubernetesVersion(major, minor);
  }

  /** Returns the newest version that is known here; what is newer is taken for it. */
  public static KubernetesVersion latest() {
    return LATEST;
  }

  /**
   * Returns the version that {@code text} names: {@code 1.31} or {@code v1.31}, as a cluster says
   * it ({@code v1.31.4-gke.100}, of which the minor version counts), or {@code latest}.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static KubernetesVersion parse(String text) {
    if (text.equals("latest")) {
      return LATEST;
    }
    String numbers = text.startsWith("v") ? text.substring(1) : text;
    String[] parts = numbers.split("\\.", 3);
    if (parts.length < 2 || !isNumber(parts[0]) || !isNumber(parts[1])) {
      throw new IllegalArgumentException(
          "version must look like \"1.31\" or be \"latest\" but was \"%s\"".formatted(text));
    }
    return of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /** Few enough digits for an int, and no zero in front, which would be another way to write it. */
  private static boolean isNumber(String digits) {
    return !digits.isEmpty()
        && digits.length() < 7
        && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
        && (digits.length() == 1 || digits.charAt(0) != '0');
  }

  /** Returns whether this version is {@code other} or newer. */
  public boolean isAtLeast(KubernetesVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code 1.31}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
