package dev.avow.policy.version.ask;

import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A release of a project: its version and, where known, its day; immutable. */
public final class Release {

  private final Version version;
  private final @Nullable LocalDate day;
  private final boolean lts;

  private Release(Version version, @Nullable LocalDate day, boolean lts) {
    this.version = version;
    this.day = day;
    this.lts = lts;
  }

  /** Returns the release of {@code version}, at a time unknown. */
  public static Release of(Version version) {
    return new Release(version, null, false);
  }

  /** Returns the release of {@code version}, by the plain scheme, on {@code day}. */
  public static Release of(String version, LocalDate day) {
    return of(Version.of(version)).on(day);
  }

  /** Returns this release, made on {@code when}. */
  public Release on(LocalDate when) {
    return new Release(version, when, lts);
  }

  /** Returns this release, marked for long-term support. */
  public Release withLongTermSupport() {
    return new Release(version, day, true);
  }

  Release in(VersionScheme scheme) {
    return new Release(version.in(scheme), day, lts);
  }

  /** Returns its version. */
  public Version version() {
    return version;
  }

  /** Returns the day on which it was made, if known. */
  public Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  /** Returns whether it is marked for long-term support. */
  public boolean hasLongTermSupport() {
    return lts;
  }

  /** Returns whether it is out on {@code when}; one of an unknown day is. */
  public boolean isOut(LocalDate when) {
    return day == null || !day.isAfter(when);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Release that
        && version.equals(that.version)
        && lts == that.lts
        && Objects.equals(day, that.day);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }

  @Override
  public String toString() {
    return version + (day == null ? "" : " of " + day);
  }
}
