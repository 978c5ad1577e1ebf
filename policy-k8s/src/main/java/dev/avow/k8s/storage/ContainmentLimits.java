package dev.avow.k8s.storage;

/**
 * How much one operation of a {@link ContainedDirectory} may take; what exceeds it is refused.
 *
 * @param depth the most components of a path, those that links add included
 * @param links the most links on the way of one path, where links are followed
 * @param entries the most entries of a directory that is listed
 * @param bytesRead the most bytes read from one opened file
 * @param bytesWritten the most bytes written to one file
 */
public record ContainmentLimits(
    int depth, int links, int entries, long bytesRead, long bytesWritten) {

  /** 64 components, 8 links, 10,000 entries, and 64 MiB read and written. */
  public static final ContainmentLimits STANDARD =
      new ContainmentLimits(64, 8, 10_000, 64L << 20, 64L << 20);

  /** Creates limits; a depth below 1 and any other limit below 0 are refused. */
  public ContainmentLimits {
    if (depth < 1 || links < 0 || entries < 0 || bytesRead < 0 || bytesWritten < 0) {
      throw new IllegalArgumentException(
          "limits must be 1 or more for depth and 0 or more for others but were %d components,"
                  .formatted(depth)
              + " %d links, %d entries, %d bytes read, %d bytes written"
                  .formatted(links, entries, bytesRead, bytesWritten));
    }
  }

  /** Returns these limits with other numbers of bytes. */
  public ContainmentLimits withBytes(long read, long written) {
    return new ContainmentLimits(depth, links, entries, read, written);
  }

  /** Returns these limits with another number of entries. */
  public ContainmentLimits withEntries(int most) {
    return new ContainmentLimits(depth, links, most, bytesRead, bytesWritten);
  }

  /** Returns these limits with another number of components. */
  public ContainmentLimits withDepth(int most) {
    return new ContainmentLimits(most, links, entries, bytesRead, bytesWritten);
  }

  /** Returns these limits with another number of links. */
  public ContainmentLimits withLinks(int most) {
    return new ContainmentLimits(depth, most, entries, bytesRead, bytesWritten);
  }
}
