package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the public channels that a sentence tells reporters to stay away from. */
final class Forbidden {

  private static final int NEAR = 3;

  private static final Set<String> NOT =
      Set.of("not", "don't", "never", "avoid", "refrain", "cannot", "shouldn't", "dont");

  private static final Set<String> ACTS =
      Set.of(
          "report", "reported", "reporting", "open", "opening", "file", "filing", "create", "creating",
          "disclose", "disclosing", "post", "submit", "submitted", "raise", "publish", "via", "use",
          "using", "make", "through");

  private static final List<String> ISSUES =
      List.of("public issue", "public github issue", "public gitlab issue", "github issue", "gitlab issue",
    "issue tracker", "bug tracker", "open an issue", "create an issue", "file an issue", "raise an issue",
    "open issues", "public , ");

  private Forbidden() {}

  static List<Channel> in(Said one) {
    Wording words = one.words();
    List<Channel> forbidden = new ArrayList<>();
    int from = start(words);
    if (from >= 0) {
      Wording behind = words.part(from, words.size());
      if (behind.has(ISSUES)) {
        forbidden.add(Channel.publicIssue());
      }
      if (behind.has("pull request") && !behind.has("please submit a pull request")) {
        forbidden.add(Channel.pullRequest());
      }
    }
    return forbidden;
  }

  /** Returns from where on a sentence forbids something; -1 if it does not. */
  private static int start(Wording words) {
    if (words.has("instead of using", "rather than using")) {
      return words.first(words.has("instead of using") ? "instead of using" : "rather than using", 0, words.size());
    }
    for (int i = 0; i < words.size(); i++) {
      if (NOT.contains(words.token(i))) {
        for (int j = i + 1; j <= i + NEAR; j++) {
          if (ACTS.contains(words.token(j))) {
            return j;
          }
        }
      }
    }
    return -1;
  }
}
