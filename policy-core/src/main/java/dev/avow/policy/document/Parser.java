package dev.avow.policy.document;

/** Makes the tree of one document; the place where another parser would come in. */
@FunctionalInterface
interface Parser {

  /**
   * Returns what {@code part} holds.
   *
   * @param lines the lines of its text
   */
  Parsed parse(Part part, Lines lines) throws Refused;
}
