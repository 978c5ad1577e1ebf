package dev.avow.policy.document;

import dev.avow.policy.finding.Location;

/** What came of reading one document of a stream: the document, or why it could not be read. */
public sealed interface Reading permits Document, Unreadable {

  /** Returns where it begins or, for what could not be read, where reading failed. */
  Location location();
}
