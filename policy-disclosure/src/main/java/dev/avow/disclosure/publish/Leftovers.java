package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Block;
import dev.avow.disclosure.publish.page.Link;
import dev.avow.disclosure.publish.words.TimeSpans;
import java.util.List;
import java.util.Locale;

/** Tells what of a document nobody made use of: courtesies aside, it was not understood. */
final class Leftovers {

  private static final List<String> COURTESIES =
      List.of(
          "take security seriously",
          "take the security of",
          "take all security",
          "seriously",
          "appreciate",
          "thank",
          "grateful",
          "welcome",
          "as described below",
          "this document describes",
          "this document outlines",
          "we care about",
          "report it responsibly",
          "be aware of these",
          "please include",
          "please provide",
          "we release patches for security",
          "the following",
          "will help us",
          "this helps",
          "are announced",
          "will be announced",
          "please report it to us");

  private static final List<String> TEMPLATES =
      List.of(
          "use this section to tell people",
          "tell them where to go",
          "insert contact",
          "insert email",
          "todo ",
          "your email address here",
          "your email here",
          "lorem ipsum",
          "yourdomain",
          "project name here");

  private static final List<String> BLANKS =
      List.of("[your ", "[insert", "<your ", "[email", "[security", "[contact", "[project", "{{");

  private static final int POINTER_SENTENCES = 4;

  private final ReadingDraft draft;

  private Leftovers(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    Leftovers leftovers = new Leftovers(draft);
    leftovers.pointer();
    draft.said().forEach(leftovers::sentence);
    draft.page().blocks().forEach(leftovers::block);
  }

  /** A short document whose sentences lead elsewhere leaves the whole policy there. */
  private void pointer() {
    List<Said> open = draft.said().stream().filter(one -> !draft.isUsed(one.sentence())).toList();
    boolean nothing = open.size() == draft.said().size() && open.size() <= POINTER_SENTENCES;
    for (Said one : open) {
      boolean about =
          one.has("policy", "security", "vulnerab")
              && one.has(
                  "found", "refer", "see ", "described", "find ", "visit", "documented", "read ");
      boolean instructions =
          one.has("instructions", "how to report", "process")
              && one.has("found", "see ", "refer")
              && about;
      if (about && (nothing || instructions)) {
        for (Link link : one.links()) {
          draft.use(one.sentence());
          draft.refer(Reference.Kind.POLICY, link.target(), one.sentence().line());
        }
      }
    }
  }

  private void sentence(Said one) {
    if (one.has(TEMPLATES) || isBlank(one.plain())) {
      draft.note(Passage.Kind.PLACEHOLDER, one.sentence(), "was left over from a template");
    } else if (!draft.isUsed(one.sentence()) && !isCourtesy(one)) {
      draft.note(Passage.Kind.NOT_UNDERSTOOD, one.sentence(), "is not understood");
    }
  }

  /** What stands in brackets for somebody to fill in. */
  private static boolean isBlank(String plain) {
    String lower = plain.toLowerCase(Locale.ROOT);
    return BLANKS.stream().anyMatch(lower::contains);
  }

  /** Courtesies hold no number, no address and no promise. */
  private static boolean isCourtesy(Said one) {
    boolean bare =
        one.links().isEmpty()
            && TimeSpans.in(one.words()).isEmpty()
            && one.plain().indexOf('@') < 0;
    boolean marks = one.plain().chars().noneMatch(Character::isLetterOrDigit);
    return marks || (bare && one.has(COURTESIES)) || (bare && introducesUsed(one));
  }

  private static boolean introducesUsed(Said one) {
    return one.plain().strip().endsWith(":") && one.sentence().isLast();
  }

  private void block(Block block) {
    boolean open = !draft.isUsed(block);
    if (open && block.kind() == Block.Kind.TABLE) {
      draft.note(
          Passage.Kind.NOT_UNDERSTOOD,
          block.line(),
          block
              .grid()
              .map(
                  grid ->
                      grid.header().stream().map(cell -> cell.plain().strip()).toList().toString())
              .orElse(""),
          "is a table that is not about support");
    } else if (open && (block.kind() == Block.Kind.CODE || block.kind() == Block.Kind.HTML)) {
      draft.note(
          Passage.Kind.NOT_UNDERSTOOD,
          block.line(),
          firstLine(block),
          "is " + (block.kind() == Block.Kind.CODE ? "code" : "HTML"));
    }
  }

  private static String firstLine(Block block) {
    return block.prose().plain().strip().lines().findFirst().orElse("");
  }
}
