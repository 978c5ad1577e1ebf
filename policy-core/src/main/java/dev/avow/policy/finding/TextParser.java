package dev.avow.policy.finding;

import java.io.Serializable;

/**
 * Reads the value of a parameter from what a policy writes.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface TextParser<T> extends Serializable {

  /**
   * Returns what {@code text} says.
   *
   * @throws IllegalArgumentException if it is malformed, with a message for the policy's author
   */
  T parse(String text);
}
