package dev.avow.disclosure.publish.words;

import dev.avow.policy.commitment.Milestone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that name what will have happened.
 *
 * @param milestone what
 * @param index the index of the first word
 */
public record Cue(Milestone milestone, int index) {

  /** A longer answer than the first one, as many policies promise it. */
  public static final Milestone DETAILED_RESPONSE = Milestone.of("detailed-response");

  /** News about how it goes on. */
  public static final Milestone STATUS_UPDATE = Milestone.of("status-update");

  /** What stands first wins where phrases begin at the same word. */
  private static final List<Map.Entry<String, Milestone>> PHRASES =
      List.of(
          Map.entry("detailed response", DETAILED_RESPONSE),
          Map.entry("detailed reply", DETAILED_RESPONSE),
          Map.entry("status update", STATUS_UPDATE),
          Map.entry("progress update", STATUS_UPDATE),
          Map.entry("update on ", STATUS_UPDATE),
          Map.entry("acknowledg", Milestone.ACKNOWLEDGED),
          Map.entry("initial response", Milestone.ACKNOWLEDGED),
          Map.entry("first response", Milestone.ACKNOWLEDGED),
          Map.entry("receive a response", Milestone.ACKNOWLEDGED),
          Map.entry("response time", Milestone.ACKNOWLEDGED),
          Map.entry("response", Milestone.ACKNOWLEDGED),
          Map.entry("respond", Milestone.ACKNOWLEDGED),
          Map.entry("reply", Milestone.ACKNOWLEDGED),
          Map.entry("get back to you", Milestone.ACKNOWLEDGED),
          Map.entry("hear back", Milestone.ACKNOWLEDGED),
          Map.entry("first answer", Milestone.ACKNOWLEDGED),
          Map.entry("confirm receipt", Milestone.ACKNOWLEDGED),
          Map.entry("confirmation of receipt", Milestone.ACKNOWLEDGED),
          Map.entry("confirm the receipt", Milestone.ACKNOWLEDGED),
          Map.entry("triag", Milestone.TRIAGED),
          Map.entry("initial assessment", Milestone.TRIAGED),
          Map.entry("assessment", Milestone.TRIAGED),
          Map.entry("initial evaluation", Milestone.TRIAGED),
          Map.entry("confirmation", Milestone.CONFIRMED),
          Map.entry("validation", Milestone.CONFIRMED),
          Map.entry("plan to address", Milestone.PLAN_SHARED),
          Map.entry("remediation plan", Milestone.PLAN_SHARED),
          Map.entry("mitigation plan", Milestone.PLAN_SHARED),
          Map.entry("action plan", Milestone.PLAN_SHARED),
          Map.entry("advisory", Milestone.ADVISORY_PUBLISHED),
          Map.entry("public disclosure", Milestone.PUBLIC),
          Map.entry("publicly disclos", Milestone.PUBLIC),
          Map.entry("public exposure", Milestone.PUBLIC),
          Map.entry("made public", Milestone.PUBLIC),
          Map.entry("publish the details", Milestone.PUBLIC),
          Map.entry("publishing public", Milestone.PUBLIC),
          Map.entry("publishing the details", Milestone.PUBLIC),
          Map.entry("publicly disclosing", Milestone.PUBLIC),
          Map.entry("disclosing", Milestone.PUBLIC),
          Map.entry("disclosure", Milestone.PUBLIC),
          Map.entry("fix", Milestone.FIX_RELEASED),
          Map.entry("patch", Milestone.FIX_RELEASED),
          Map.entry("resolution", Milestone.FIX_RELEASED),
          Map.entry("remediation", Milestone.FIX_RELEASED));

  private static final List<Map.Entry<String, Milestone>> STARTS =
      List.of(
          Map.entry("acknowledg", Milestone.ACKNOWLEDGED),
          Map.entry("triag", Milestone.TRIAGED),
          Map.entry("initial response", Milestone.ACKNOWLEDGED),
          Map.entry("confirm", Milestone.CONFIRMED),
          Map.entry("validat", Milestone.CONFIRMED),
          Map.entry("verif", Milestone.CONFIRMED),
          Map.entry("fix", Milestone.FIX_RELEASED),
          Map.entry("patch", Milestone.FIX_RELEASED),
          Map.entry("release", Milestone.FIX_RELEASED),
          Map.entry("advisory", Milestone.ADVISORY_PUBLISHED),
          Map.entry("report", Milestone.REPORTED),
          Map.entry("receipt", Milestone.REPORTED),
          Map.entry("receiving", Milestone.REPORTED),
          Map.entry("submission", Milestone.REPORTED),
          Map.entry("notification", Milestone.REPORTED),
          Map.entry("disclosure", Milestone.REPORTED));

  /** Returns the last milestone that is named between two words. */
  public static Optional<Cue> last(Wording words, int from, int to) {
    return all(words, from, to).stream().max(Comparator.comparingInt(Cue::index));
  }

  /** Returns the first milestone that is named between two words. */
  public static Optional<Cue> first(Wording words, int from, int to) {
    return all(words, from, to).stream().min(Comparator.comparingInt(Cue::index));
  }

  /** Returns what starts a clock, as it is named behind "of" or "after". */
  public static Optional<Milestone> start(Wording words) {
    int nearest = Integer.MAX_VALUE;
    Optional<Milestone> found = Optional.empty();
    for (Map.Entry<String, Milestone> phrase : STARTS) {
      int index = words.first(phrase.getKey(), 0, words.size());
      if (index >= 0 && index < nearest) {
        nearest = index;
        found = Optional.of(phrase.getValue());
      }
    }
    return found;
  }

  private static List<Cue> all(Wording words, int from, int to) {
    List<Cue> cues = new ArrayList<>();
    for (Map.Entry<String, Milestone> phrase : PHRASES) {
      int index = words.last(phrase.getKey(), from, to);
      int earlier = words.first(phrase.getKey(), from, to);
      for (int place : index == earlier ? new int[] {index} : new int[] {earlier, index}) {
        if (place >= 0 && cues.stream().noneMatch(cue -> covers(cue, place, phrase.getKey()))) {
          cues.add(new Cue(phrase.getValue(), place));
        }
      }
    }
    return cues;
  }

  /** "response" in "detailed response" names nothing more. */
  private static boolean covers(Cue cue, int place, String phrase) {
    int length = phrase.split(" ", -1).length;
    return cue.index() <= place && place < cue.index() + 2 && length == 1;
  }
}
