package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the public channels that a sentence tells reporters to stay away from. */
final class Forbidden {

  private static final int NEAR = 3;

  private static final Set<String> NOT =
      Set.of("not", "don't", "never", "avoid", "refrain", "cannot", "shouldn't", "dont");

  private static final Set<String> ACTS =
      Set.of(
          "report",
          "reported",
          "reporting",
          "open",
          "opening",
          "file",
          "filing",
          "create",
          "creating",
          "disclose",
          "disclosing",
          "post",
          "submit",
          "submitted",
          "raise",
          "publish",
          "via",
          "use",
          "using",
          "make",
          "through");

  private static final List<String> ISSUES =
      List.of(
          "public issue",
          "public github issue",
          "public gitlab issue",
          "github issue",
          "gitlab issue",
          "issue tracker",
          "bug tracker",
          "open an issue",
          "create an issue",
          "file an issue",
          "raise an issue",
          "open issues",
          "public , ");

  private Forbidden() {}

  private static final List<String> INSTEAD =
      List.of(
          "instead of using",
          "rather than using",
          "instead of the ",
          "instead of opening",
          "instead of filing",
          "instead of creating",
          "rather than opening");

  static List<Channel> in(Said one) {
    Wording words = one.words();
    List<Channel> forbidden = new ArrayList<>();
    int from = isListed(one) ? 0 : start(words);
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

  /** An item under "Please do not:" is forbidden without saying so again. */
  private static boolean isListed(Said one) {
    String above = Wording.of(one.sentence().section().title()) + " | " + one.intro();
    return one.isItem()
        && Stream.of("do not", "don't", "do not :", "don't :")
            .anyMatch(end -> above.contains(end + " |") || above.endsWith(end));
  }

  /** Returns from where on a sentence forbids something; -1 if it does not. */
  private static int start(Wording words) {
    for (String phrase : INSTEAD) {
      if (words.has(phrase)) {
        return words.first(phrase, 0, words.size());
      }
    }
    for (int i = 0; i < words.size(); i++) {
      int act = NOT.contains(words.token(i)) ? act(words, i) : -1;
      if (act >= 0) {
        return act;
      }
    }
    return -1;
  }

  /** Returns where an act stands that is near the negation at {@code index}; -1 if none does. */
  private static int act(Wording words, int index) {
    for (int i = index + 1; i <= index + NEAR; i++) {
      if (ACTS.contains(words.token(i))) {
        return i;
      }
    }
    return -1;
  }
}
