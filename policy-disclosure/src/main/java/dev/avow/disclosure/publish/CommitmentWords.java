package dev.avow.disclosure.publish;

import java.util.List;
import java.util.Set;

/** The phrases by which promises with a length of time are told. */
final class CommitmentWords {

  /** What may stand before a length of time that is promised. */
  static final Set<String> BEFORE =
      Set.of(
          "",
          ":",
          "within",
          "in",
          "than",
          "to",
          "most",
          "after",
          "under",
          "about",
          "approximately",
          "roughly",
          "around",
          "least",
          "additional",
          "of",
          "is",
          "(",
          ",",
          "-",
          "for",
          "us",
          "before");

  static final List<String> ASIDE =
      List.of(
          "faster",
          "every ",
          "each ",
          "in most cases",
          "per year",
          "previous",
          "past ",
          "guarantee any",
          "remind",
          "if you do not",
          "if you don't",
          "if you have not",
          "have not received",
          "haven't received",
          "does not provide any",
          "not received",
          "no response",
          "advance notice",
          "ahead of",
          "older than",
          "supported for",
          "support for",
          "for a period");

  /** What was, and what is paid, is no promise about a vulnerability. */
  static final List<String> OTHER_MATTERS =
      List.of(
          "we were ",
          "we fixed",
          "fixed it in",
          "took us",
          "bounty",
          "bounties",
          "reward",
          "payout",
          "payment");

  /** What is asked of those who report. */
  static final List<String> ASKS =
      List.of(
          "we ask for",
          "give us",
          "allow us",
          "please wait",
          "please allow",
          "we ask that you wait",
          "we ask you to wait",
          "grant us");

  static final List<String> AIMS =
      List.of(
          "aim ",
          "aims ",
          "our goal",
          "goal ",
          "goal is",
          "strive",
          "try to",
          "target ",
          "endeavor",
          "endeavour",
          "hope",
          "intend",
          "best to",
          "if possible");

  static final List<String> USUALLY =
      List.of(
          "typically",
          "usually",
          "normally",
          "generally",
          "about",
          "approximately",
          "roughly",
          "around",
          "on the order of");

  static final List<String> AT_LEAST =
      List.of("at least", "no sooner than", "not before", "no earlier than", "minimum of");

  static final List<String> SILENCE =
      List.of(
          "no public disclosure",
          "no disclosure",
          "not be disclosed",
          "not publicly disclose",
          "not disclose",
          "withhold");

  static final List<String> SOON =
      List.of(
          "as soon as possible",
          "as fast as possible",
          "as quickly as possible",
          "promptly",
          "in a timely manner",
          "within a timely manner",
          "as soon as we can",
          "in due course");

  private CommitmentWords() {}
}
