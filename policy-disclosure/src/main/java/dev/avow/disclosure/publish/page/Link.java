package dev.avow.disclosure.publish.page;

/**
 * A link, or an address that stands in the text as it is.
 *
 * @param start where its label begins in the text
 * @param end where its label ends in the text
 * @param target where it leads: a web address, {@code mailto:} or a path
 */
public record Link(int start, int end, String target) {

  Link shifted(int by) {
    return new Link(start - by, end - by, target);
  }
}
