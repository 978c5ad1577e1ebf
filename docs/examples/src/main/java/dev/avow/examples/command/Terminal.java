package dev.avow.examples.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * All that a command needs of the world around it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param colours whether standard output takes colours
 * @param progress whether a person watches standard error
 * @param clock what tells the time
 */
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean colours,
    boolean progress,
    InstantSource clock) {

  /** Says what is wrong with the call or with an input. */
  void complain(String message) {
    err.println("avow: " + message);
    err.flush();
  }
}
