package dev.avow.policy.hardening;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Kubernetes, such as 1.31.
 *
 * @param major the number before the dot
 * @param minor the number behind it
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

  private static final Comparator<KubernetesVersion> ORDER =
      Comparator.comparingInt(KubernetesVersion::major).thenComparing(KubernetesVersion::minor);

  /** A patch version and what a vendor writes behind it do not count, but must be there whole. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "v?(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})(?:\\.[0-9]+(?:[-+][0-9A-Za-z.+-]+)?)?");

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
    Matcher version = WRITTEN.matcher(text);
    if (!version.matches()) {
      throw new IllegalArgumentException(
          "version must look like \"1.31\" or be \"latest\" but was \"%s\"".formatted(text));
    }
    return of(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
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
