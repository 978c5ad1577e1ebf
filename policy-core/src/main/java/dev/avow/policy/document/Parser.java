package dev.avow.policy.document;

/** Makes the tree of one document; the place where another parser would come in. */
@FunctionalInterface
interface Parser {

  /**
   * Returns the outermost value of {@code part}.
   *
   * @param lines the lines of its text
   */
  Node parse(Part part, Lines lines) throws Refused;
}
