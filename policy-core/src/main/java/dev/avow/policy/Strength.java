package dev.avow.policy;

import java.util.Locale;

/** How firmly a policy asks for something. */
public enum Strength {
  /** It must be so. */
  REQUIRED,
  /** It should be so. */
  RECOMMENDED;

  /** Returns the name as policies write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
