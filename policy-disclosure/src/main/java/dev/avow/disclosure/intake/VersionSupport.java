package dev.avow.disclosure.intake;

import dev.avow.policy.version.SupportStatus;
import java.time.LocalDate;
import java.util.Optional;

/** Says what a version can expect on a day. */
@FunctionalInterface
public interface VersionSupport {

  /** Returns what {@code version} can expect on {@code day}; nothing where that is not known. */
  Optional<SupportStatus> of(String version, LocalDate day);
}
