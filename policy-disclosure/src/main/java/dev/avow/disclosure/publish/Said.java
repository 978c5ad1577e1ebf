package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Block;
import dev.avow.disclosure.publish.page.Link;
import dev.avow.disclosure.publish.page.Sentence;
import dev.avow.disclosure.publish.words.Wording;
import java.util.List;

/**
 * A sentence with its words, and what its section is about.
 *
 * @param sentence the sentence
 * @param words its words
 * @param intro the words of what introduces it; none where nothing does
 * @param topic what its section is about
 */
record Said(Sentence sentence, Wording words, Wording intro, Topic topic) {

  static Said of(Sentence sentence, Topic topic) {
    String intro =
        sentence
            .block()
            .intro()
            .filter(block -> !block.sentences().isEmpty())
            .map(block -> block.sentences().get(block.sentences().size() - 1).plain())
            .orElse("");
    return new Said(sentence, Wording.of(sentence.plain()), Wording.of(intro), topic);
  }

  boolean isItem() {
    return sentence.block().kind() == Block.Kind.ITEM;
  }

  boolean has(String... phrases) {
    return words.has(phrases);
  }

  boolean has(List<String> phrases) {
    return words.has(phrases);
  }

  boolean isAbout(List<String> phrases) {
    return words.has(phrases) || intro.has(phrases);
  }

  /** Returns whether it, or what introduces it, holds one of {@code phrases}. */
  boolean isAbout(String... phrases) {
    return words.has(phrases) || intro.has(phrases);
  }

  List<Link> links() {
    return sentence.links();
  }

  String plain() {
    return sentence.plain();
  }

  boolean isIn(Topic... topics) {
    return List.of(topics).contains(topic);
  }
}
