package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.Items.Noted;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.ReportItem;
import dev.avow.policy.ReportItem.Part;
import java.util.Arrays;
import java.util.List;

/** Reads what a report should contain: the items of a list that asks for them. */
final class ContentsReader {

  private static final String[] ASKS = {
    "include", "including", "please provide", "provide :", "the following information", "with :", "details to",
    "should contain", "must contain", "please send", "helpful details", "information in your report"
  };

  private static final String[] OPTIONAL = {
    "if possible", "if available", "optional", "if you have", "if any", "if known", "if safe",
    "where possible", "if applicable", "nice to have", "may be left out"
  };

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
    ReportItem item = item(text(one)).at(draft.at(one));
    if (draft.take(one, () -> draft.policy().askFor(item))) {
      one.sentence().block().sentences().forEach(draft::use);
      one.sentence().block().intro().ifPresent(intro -> intro.sentences().forEach(draft::use));
    }
  }

  private static boolean isAsked(Said one) {
    if (one.isIn(Topic.SCOPE, Topic.OUT_OF_SCOPE, Topic.ADVICE, Topic.ANNOUNCEMENTS, Topic.VERSIONS, Topic.RESPONSE, Topic.TIMELINE, Topic.INCIDENT, Topic.COMMENTS)) {
      return false;
    }
    boolean nothing = one.intro().size() == 0;
    boolean about = one.isIn(Topic.REPORTING, Topic.CONTENTS) || one.intro().has("report");
    boolean asked = one.intro().has(ASKS) && !one.intro().has("will include", "this includes", "includes ");
    return about && (asked || (nothing && one.isIn(Topic.CONTENTS)));
  }

  private static String text(Said one) {
    return one.sentence().block().prose().marked();
  }

  private ReportItem item(String raw) {
    String whole = Items.withoutStop(raw);
    Noted noted = Items.noted(whole);
    boolean optional = Wording.of(noted.note()).has(OPTIONAL);
    if (optional) {
      return ReportItem.optional(slugs.of(noted.text()), noted.text());
    }
    Wording words = Wording.of(whole);
    if (words.has(OPTIONAL) || words.begins("any ")) {
      return ReportItem.optional(slugs.of(whole), whole);
    }
    return required(whole, noted);
  }

  private ReportItem required(String whole, Noted noted) {
    List<String> either = Items.alternatives(whole);
    if (either.size() > 1) {
      return ReportItem.oneOf(slugs.of(whole), whole, parts(either));
    }
    List<String> all = Arrays.stream(noted.note().split(",")).map(String::strip).toList();
    boolean list =
        all.size() > 1
            && all.stream().noneMatch(String::isEmpty)
            && !Wording.of(noted.note()).has("e.g", "eg ", "such as", "for example", "etc", "or ", "please");
    return list
        ? ReportItem.allOf(slugs.of(noted.text()), noted.text(), parts(all))
        : ReportItem.required(slugs.of(whole), whole);
  }

  private static Part[] parts(List<String> texts) {
    Slugs slugs = new Slugs();
    return texts.stream()
        .map(text -> ReportItem.part(slugs.of(text), Items.capitalised(text)))
        .toArray(Part[]::new);
  }
}
