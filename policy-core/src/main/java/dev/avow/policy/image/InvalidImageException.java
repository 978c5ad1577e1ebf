package dev.avow.policy.image;

/** Says that a text that must name an image does not, and why. */
public final class InvalidImageException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  InvalidImageException(ParsedImage.Invalid invalid) {
    super(invalid.reason());
  }
}
