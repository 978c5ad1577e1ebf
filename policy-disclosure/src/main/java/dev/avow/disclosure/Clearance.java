package dev.avow.disclosure;

/**
 * What whoever reads an answer may know: titles, names and free details of cases that are marked up
 * to a point.
 *
 * <p>Everything that writes or exports works without one, and then leaves those out.
 *
 * @param upTo the strictest mark whose cases may be told of
 */
public record Clearance(Tlp upTo) {

  private static final Clearance NONE = new Clearance(Tlp.CLEAR);

  /** Returns the clearance for what everybody may know. */
  public static Clearance none() {
    return NONE;
  }

  /** Returns the clearance for cases up to {@code mark}. */
  public static Clearance upTo(Tlp mark) {
    return new Clearance(mark);
  }

  /** Returns whether {@code theCase} may be told of in full. */
  public boolean covers(DisclosureCase theCase) {
    return theCase.mark().compareTo(upTo) <= 0;
  }
}
