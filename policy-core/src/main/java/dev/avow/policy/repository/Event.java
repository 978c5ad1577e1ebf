package dev.avow.policy.repository;

import dev.avow.policy.CiScan.Trigger;

/**
 * What happens in a repository that workflows run on.
 *
 * @param name the name that workflows know it by
 * @param ref the reference that it concerns; empty where it may be any
 * @param branch the branch that it concerns, or is to be merged into
 */
record Event(String name, String ref, String branch) {

  static Event of(Trigger trigger, String mainBranch) {
    return trigger == Trigger.PULL_REQUEST
        ? new Event("pull_request", "", mainBranch)
        : new Event("push", "refs/heads/" + mainBranch, mainBranch);
  }

  /** Returns what it is called in a sentence. */
  String words() {
    return name.equals("push") ? "a push to " + branch : "a pull request";
  }
}
