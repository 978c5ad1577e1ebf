package dev.avow.disclosure.embargo;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody proposes: secrecy until an instant.
 *
 * @param by who proposes it
 * @param until when it ends
 */
public record Terms(String by, Instant until) implements Comparable<Terms> {

  /** Creates terms; a blank name is refused. */
  public Terms {
    if (by.isBlank()) {
      throw new IllegalArgumentException("party must be named but was blank");
    }
  }

  /** Returns the terms that {@code by} proposes at {@code start} for {@code length} from then. */
  public static Terms lasting(String by, Instant start, Duration length) {
    return new Terms(by, start.plus(length));
  }

  /** Orders terms by their end, the earliest first. */
  @Override
  public int compareTo(Terms other) {
    int order = until.compareTo(other.until);
    return order != 0 ? order : by.compareTo(other.by);
  }

  /** Returns who proposes what: {@code until 2026-12-01T00:00:00Z, proposed by finder}. */
  @Override
  public String toString() {
    return "until %s, proposed by %s".formatted(until, by);
  }
}
