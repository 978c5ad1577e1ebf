package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.Items.Noted;
import dev.avow.disclosure.publish.page.Block;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.ScopeItem.Redirect;
import java.util.List;
import java.util.Optional;

/** Reads what a policy covers and what not: the items of lists that say so. */
final class ScopeReader {

  private static final List<String> OUT =
      List.of(
          "does not cover",
          "not cover",
          "does not apply",
          "not apply",
          "out of scope",
          "not in scope",
          "excluded",
          "not considered",
          "outside the scope",
          "not vulnerabilities");

  private static final List<String> IN =
      List.of(
          "applies to",
          "in scope",
          "covers",
          "surface includes",
          "includes",
          "scope of this policy",
          "covered");

  private final ReadingDraft draft;
  private final Slugs slugs = new Slugs();

  private ScopeReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    ScopeReader reader = new ScopeReader(draft);
    draft.page().blocks().forEach(reader::read);
  }

  private void read(Block block) {
    Topic topic = draft.topic(block.section());
    boolean top = block.intro().map(Block::kind).orElse(Block.Kind.PARAGRAPH) != Block.Kind.ITEM;
    boolean item = block.kind() == Block.Kind.ITEM && top && !block.sentences().isEmpty();
    if (!item || (topic != Topic.SCOPE && topic != Topic.OUT_OF_SCOPE)) {
      return;
    }
    Wording intro = Wording.of(block.intro().map(above -> above.prose().plain()).orElse(""));
    Optional<Boolean> covered = covered(intro, topic, Wording.of(block.section().title()));
    covered.ifPresent(in -> add(block, in));
  }

  private static Optional<Boolean> covered(Wording intro, Topic topic, Wording title) {
    if (intro.has(OUT)) {
      return Optional.of(false);
    }
    if (topic == Topic.OUT_OF_SCOPE) {
      return intro.has("in scope") ? Optional.of(true) : Optional.of(false);
    }
    boolean in = intro.has(IN) || intro.size() == 0 || title.has("in scope");
    return in ? Optional.of(true) : Optional.empty();
  }

  private void add(Block block, boolean in) {
    ScopeItem item = item(block.prose().marked(), in, slugs).at(draft.at(block.line()));
    int line = block.line();
    boolean taken =
        draft.take(
            line,
            block.prose().marked(),
            block,
            () -> draft.policy().scope(known -> in ? known.covers(item) : known.leavesOut(item)));
    if (taken) {
      block.sentences().forEach(draft::settle);
      block.intro().ifPresent(above -> above.sentences().forEach(draft::use));
    }
  }

  static ScopeItem item(String text, boolean in, Slugs slugs) {
    String whole = Items.withoutStop(text);
    Noted noted = Items.noted(whole);
    Optional<Redirect> redirect = in ? Optional.empty() : redirect(Wording.of(noted.note()));
    if (redirect.isPresent()) {
      return ScopeItem.of(slugs.of(noted.text()), noted.text()).redirectedTo(redirect.get());
    }
    ScopeItem item = ScopeItem.of(slugs.of(whole), whole);
    Optional<Redirect> said = in ? Optional.empty() : redirect(Wording.of(whole));
    return said.map(item::redirectedTo).orElse(item);
  }

  static String write(ScopeItem item) {
    String text = Texts.item(item.text());
    return item.redirect()
        .map(
            to ->
                switch (to) {
                  case THEIR_MAINTAINERS -> text + " (please report to their maintainers)";
                  case USER -> text + " (responsibility of the user)";
                })
        .orElse(text);
  }

  private static Optional<Redirect> redirect(Wording words) {
    if (words.has(
        "to their respective maintainer",
        "to their maintainer",
        "report those upstream",
        "report upstream",
        "to the respective",
        "to the upstream")) {
      return Optional.of(Redirect.THEIR_MAINTAINERS);
    }
    return words.has("responsibility of the user", "user's responsibility", "users are responsible")
        ? Optional.of(Redirect.USER)
        : Optional.empty();
  }
}
