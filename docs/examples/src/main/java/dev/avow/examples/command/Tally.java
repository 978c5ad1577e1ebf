package dev.avow.examples.command;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.policy.document.Unreadable.Cause;
import java.util.ArrayList;
import java.util.List;

/** Counts what was read, and keeps what is wrong with the inputs themselves. */
final class Tally {

  private final Terminal terminal;
  private final List<Manifest.Unreadable> unusable = new ArrayList<>();
  private final List<Manifest.Other> others = new ArrayList<>();
  private long documents;

  Tally(Terminal terminal) {
    this.terminal = terminal;
  }

  void count(Manifest manifest) {
    documents++;
    if (manifest instanceof Manifest.Unreadable unreadable && isInput(unreadable.cause())) {
      unusable.add(unreadable);
    } else if (manifest instanceof Manifest.Other other) {
      others.add(other);
    }
    if (terminal.progress() && documents % 1000 == 0) {
      terminal.err().printf("\r%,d documents", documents);
      terminal.err().flush();
    }
  }

  /** A bad document is a finding; a file that cannot be opened, or is no text, is a bad input. */
  private static boolean isInput(Cause cause) {
    return cause == Cause.UNAVAILABLE || cause == Cause.NOT_TEXT;
  }

  /** Ends the progress line, if there is one. */
  void finish() {
    if (terminal.progress() && documents >= 1000) {
      terminal.err().print("\r                              \r");
      terminal.err().flush();
    }
  }

  long documents() {
    return documents;
  }

  List<Manifest.Unreadable> unusable() {
    return unusable;
  }

  List<Manifest.Other> others() {
    return others;
  }
}
