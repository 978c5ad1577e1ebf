package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Block;
import dev.avow.disclosure.publish.page.Section;
import dev.avow.policy.Consideration;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of advice to those who use a project, or of what it does for its security. */
final class AdviceReader {

  private final ReadingDraft draft;
  private final Slugs slugs = new Slugs();

  private AdviceReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    AdviceReader reader = new AdviceReader(draft);
    draft.page().sections().stream()
        .filter(section -> draft.topic(section) == Topic.ADVICE)
        .forEach(reader::read);
  }

  private void read(Section section) {
    List<Block> items =
        section.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.ITEM && !block.prose().plain().isBlank())
            .filter(block -> block.sentences().stream().noneMatch(draft::isUsed))
            .toList();
    if (items.isEmpty()) {
      return;
    }
    List<String> advice = new ArrayList<>();
    for (Block item : items) {
      advice.add(Items.withoutStop(item.prose().marked()));
    }
    Consideration read =
        Consideration.of(slugs.of(section.title()), advice.toArray(String[]::new))
            .at(draft.at(section.line()));
    draft.take(section.line(), section.title(), section, () -> draft.policy().consider(read));
    for (Block item : items) {
      item.sentences().forEach(draft::settle);
      item.intro().ifPresent(above -> above.sentences().forEach(draft::use));
    }
  }
}
