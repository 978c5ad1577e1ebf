package dev.avow.policy.document;

import java.util.Locale;

/** What may be in a source, going by the ending of its name. */
enum Format {
  /** YAML or JSON, as the content shows. */
  ANY,
  /** JSON; braces do not begin a YAML value. */
  JSON,
  /** One JSON document a line. */
  JSON_LINES;

  static Format of(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return JSON_LINES;
    }
    return name.endsWith(".json") ? JSON : ANY;
  }
}
