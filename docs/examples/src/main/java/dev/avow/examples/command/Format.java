package dev.avow.examples.command;

/** How an answer is printed. */
enum Format {
  /** For a person. */
  TEXT,
  /** For a program. */
  JSON
}
