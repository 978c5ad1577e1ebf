package dev.avow.policy.scan;

/** Reads the fields of one format. */
interface FormatReader {

  /** Reads the outermost field called {@code name}, where the format knows it. */
  void field(String name);

  /** Returns what was read; a report that lacks what its format asks for is refused. */
  ScanReport finish();
}
