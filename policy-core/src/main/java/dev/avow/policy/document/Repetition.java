package dev.avow.policy.document;

import dev.avow.policy.document.Node.Span;

/**
 * A key that stands in its mapping already.
 *
 * @param path the way to the key
 * @param name the key
 * @param first where it stands first
 * @param again where it stands again
 */
record Repetition(String path, String name, Span first, Span again) {

  /** Longer keys are left out of messages. */
  private static final int LONGEST_SHOWN = 63;

  /** Returns the right form. */
  String expected() {
    return (name.length() > LONGEST_SHOWN ? "key" : "key \"" + name + "\"") + " must appear once";
  }

  /** Returns where the key is; columns tell apart what stands on one line. */
  String found() {
    return first.line() == again.line()
        ? "is on line %d, column %d and column %d"
            .formatted(first.line(), first.column(), again.column())
        : "is on line %d and on line %d".formatted(first.line(), again.line());
  }
}
