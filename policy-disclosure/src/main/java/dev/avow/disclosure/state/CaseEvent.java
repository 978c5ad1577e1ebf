package dev.avow.disclosure.state;

/** Something that happens once to a vulnerability and is never undone. */
public enum CaseEvent {
  /** The vendor knows of it. */
  VENDOR_AWARE('V'),
  /** There is a fix. */
  FIX_READY('F'),
  /** The fix is in use. */
  FIX_DEPLOYED('D'),
  /** The public knows of it. */
  PUBLIC_AWARE('P'),
  /** The public has a way to exploit it. */
  EXPLOIT_PUBLIC('X'),
  /** It is being exploited. */
  ATTACKS_OBSERVED('A');

  private final char letter;

  CaseEvent(char letter) {
    this.letter = letter;
  }

  /** Returns the letter by which it is known in the literature. */
  public char letter() {
    return letter;
  }

  /** Returns whether nobody can be expected to keep a secret any more once it has happened. */
  public boolean endsSecrecy() {
    return this == PUBLIC_AWARE || this == EXPLOIT_PUBLIC || this == ATTACKS_OBSERVED;
  }
}
