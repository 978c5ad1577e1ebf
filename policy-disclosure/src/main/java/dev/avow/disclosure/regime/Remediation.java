package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By when those who run software must have it mended.
 *
 * <p>Immutable.
 */
public final class Remediation {

  private final @Nullable Period within;
  private final boolean forensics;

  private Remediation(@Nullable Period within, boolean forensics) {
    this.within = within;
    this.forensics = forensics;
  }

  /** Returns that it is mended with the next upgrade of the system: there is no date. */
  static Remediation onUpgrade() {
    return new Remediation(null, false);
  }

  /** Returns that it is mended within {@code period}, perhaps with a forensic investigation. */
  static Remediation within(Period period, boolean forensics) {
    return new Remediation(period, forensics);
  }

  /** Returns how long it may take; nothing if it waits for the next upgrade of the system. */
  public Optional<Period> within() {
    return Optional.ofNullable(within);
  }

  /** Returns whether it must be looked into whether the system has been broken into. */
  public boolean needsForensics() {
    return forensics;
  }

  /** Returns when it must be done, if the clock starts at {@code start}. */
  public Deadline deadline(Instant start, WorkingCalendar calendar) {
    return within == null
        ? new Deadline.None("it is mended with the next upgrade of the system")
        : new Deadline.Due(start, calendar.after(start, within));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Remediation that
        && Objects.equals(within, that.within)
        && forensics == that.forensics;
  }

  @Override
  public int hashCode() {
    return Objects.hash(within, forensics);
  }

  /** Returns it in words: {@code 3 calendar days, with a forensic investigation}. */
  @Override
  public String toString() {
    return within == null
        ? "with the next upgrade of the system"
        : within.words() + (forensics ? ", with a forensic investigation" : "");
  }
}
