package dev.avow.policy.repository;

import dev.avow.policy.DependencyUpdates.Tool;
import dev.avow.policy.document.Field;
import java.util.List;

/** A configuration of what looks for updates of dependencies. */
interface Updater {

  /** Returns what it configures. */
  Tool tool();

  /** Returns whether it looks after {@code dependencies}. */
  Coverage covers(Dependencies dependencies);

  /** Returns its entries, each with how often it looks. */
  List<UpdateEntry> entries();

  /**
   * Whether dependencies are looked after.
   *
   * @param state whether they are
   * @param at the place that decides
   * @param why what is wrong, or what is missing to tell; empty where all is well
   */
  record Coverage(State state, Field at, String why) {

    /** Whether dependencies are looked after. */
    enum State {
      COVERED,
      UNKNOWN,
      UNCOVERED
    }

    static Coverage covered(Field at) {
      return new Coverage(State.COVERED, at, "");
    }

    static Coverage unknown(Field at, String missing) {
      return new Coverage(State.UNKNOWN, at, missing);
    }

    static Coverage uncovered(Field at, String why) {
      return new Coverage(State.UNCOVERED, at, why);
    }
  }
}
