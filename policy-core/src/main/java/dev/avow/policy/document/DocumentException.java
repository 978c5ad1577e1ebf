package dev.avow.policy.document;

import dev.avow.policy.finding.Location;

/** Says that a text that must be one document is not, and where. */
public final class DocumentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final transient Unreadable unreadable;

  /** Creates the exception for {@code unreadable}. */
  public DocumentException(Unreadable unreadable) {
    super(unreadable.location() + ": " + unreadable.reason());
    this.unreadable = unreadable;
  }

  /** Returns where reading failed. */
  public Location location() {
    return unreadable.location();
  }

  /** Returns what could not be read, and why. */
  public Unreadable unreadable() {
    return unreadable;
  }
}
