package dev.avow.examples.command;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a run of the command left behind.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int code, String out, String err) {

  /** The time at which every run takes place. */
  static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  /** Runs the command away from any terminal. */
  static Run of(Object... arguments) {
    return with("", false, arguments);
  }

  /** Runs the command with {@code input} on standard input, perhaps on a terminal. */
  static Run with(String input, boolean terminal, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code =
        Avow.run(
            new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                InstantSource.fixed(NOW)),
            words);
    return new Run(code, out.toString(), err.toString());
  }
}
