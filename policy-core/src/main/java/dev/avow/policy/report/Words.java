package dev.avow.policy.report;

import dev.avow.policy.finding.Decision.Ruling;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Waiver;
import java.util.List;
import java.util.Locale;

/** Phrases that several parts of a report need. */
final class Words {

  private Words() {}

  /** Returns {@code 1 finding}, {@code 2 findings}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns {@code … and 2 more of runs-as-non-root: 1 blocks, 1 reported}. */
  static String more(RuleId rule, List<Ruling> rest) {
    String counts = Counts.list(Counts.ofRulings(rest));
    return "… and %s more of %s: %s".formatted(rest.size(), rule, counts);
  }

  /** Returns no more than {@code most} characters of {@code text}, the last of which tells it. */
  static String clip(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Returns {@code singular} for one, and {@code plural} for any other number. */
  static String verb(long number, String singular, String plural) {
    return number == 1 ? singular : plural;
  }

  /** Returns {@code not-judged} for {@code NOT_JUDGED}. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns how many characters {@code text} has. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns which waiver it is and where it is written, but not why. */
  static String of(Waiver waiver) {
    Location at = waiver.declaredAt();
    Object on = waiver.beside().<Object>map(thing -> thing).orElseGet(waiver::subject);
    return Lines.clean("waiver of %s on %s (%s)".formatted(waiver.rule(), on, at));
  }
}
