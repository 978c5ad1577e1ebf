package dev.avow.policy.image;

import java.util.Optional;

/** What came of reading a text as the name of an image: a reference, or what is wrong with it. */
public sealed interface ParsedImage permits ImageReference, ParsedImage.Invalid {

  /** Returns {@code text} as it was understood; it never throws. */
  static ParsedImage of(String text) {
    return ReferenceParser.parse(text);
  }

  /** Returns the reference; nothing if the text is none. */
  default Optional<ImageReference> reference() {
    return this instanceof ImageReference reference ? Optional.of(reference) : Optional.empty();
  }

  /**
   * A text that names no image.
   *
   * @param reason the right form, then what came: {@code repository must be lower case but was
   *     "App"}
   */
  record Invalid(String reason) implements ParsedImage {}
}
