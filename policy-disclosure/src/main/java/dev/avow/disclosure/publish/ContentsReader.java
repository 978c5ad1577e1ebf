package dev.avow.disclosure.publish;

import dev.avow.policy.ReportItem;
import java.util.List;

/** Reads what a report should contain: the items of a list that asks for them. */
final class ContentsReader {

  private static final List<String> ASKS =
      List.of(
          "include",
          "including",
          "please provide",
          "provide :",
          "the following information",
          "with :",
          "details to",
          "should contain",
          "must contain",
          "please send",
          "helpful details",
          "information in your report");

  private final ReadingDraft draft;
  private final Slugs slugs = new Slugs();

  private ContentsReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    ContentsReader reader = new ContentsReader(draft);
    draft.said().forEach(reader::read);
  }

  private void read(Said one) {
    boolean first = one.sentence().block().sentences().get(0) == one.sentence();
    if (!one.isItem() || !first || !isAsked(one)) {
      return;
    }
    ReportItem item = ReportItems.read(text(one), slugs).at(draft.at(one));
    if (draft.take(one, () -> draft.policy().askFor(item))) {
      one.sentence().block().sentences().forEach(draft::settle);
      one.sentence().block().intro().ifPresent(intro -> intro.sentences().forEach(draft::use));
    }
  }

  private static boolean isAsked(Said one) {
    if (one.isIn(
        Topic.SCOPE,
        Topic.OUT_OF_SCOPE,
        Topic.ADVICE,
        Topic.ANNOUNCEMENTS,
        Topic.VERSIONS,
        Topic.RESPONSE,
        Topic.TIMELINE,
        Topic.INCIDENT,
        Topic.COMMENTS)) {
      return false;
    }
    boolean nothing = one.intro().size() == 0;
    boolean about = one.isIn(Topic.REPORTING, Topic.CONTENTS) || one.intro().has("report");
    boolean asked =
        one.intro().has(ASKS) && !one.intro().has("will include", "this includes", "includes ");
    return about && (asked || (nothing && one.isIn(Topic.CONTENTS)));
  }

  private static String text(Said one) {
    return one.sentence().block().prose().marked();
  }
}
