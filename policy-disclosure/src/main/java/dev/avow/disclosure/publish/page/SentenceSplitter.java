package dev.avow.disclosure.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds where sentences end, in one pass. */
final class SentenceSplitter {

  private static final String CLOSING = "\"')]*”’";

  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "eg", "ie", "vs", "approx", "incl", "cf", "resp", "mr", "mrs", "dr");

  private final String text;
  private final List<Integer> breaks;

  private SentenceSplitter(Prose prose) {
    this.text = prose.plain();
    this.breaks = prose.breaks();
  }

  static List<Sentence> of(Block block) {
    SentenceSplitter splitter = new SentenceSplitter(block.prose());
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int end : splitter.ends()) {
      int from = splitter.skipBlanks(start, end);
      if (from < end) {
        sentences.add(new Sentence(block, from, end));
      }
      start = end;
    }
    return List.copyOf(sentences);
  }

  private int skipBlanks(int start, int end) {
    int from = start;
    while (from < end && text.charAt(from) == ' ') {
      from++;
    }
    return from;
  }

  private List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    int nextBreak = 0;
    for (int i = 0; i < text.length(); i++) {
      if (nextBreak < breaks.size() && breaks.get(nextBreak) == i) {
        ends.add(i);
        nextBreak++;
      }
      if (".!?".indexOf(text.charAt(i)) >= 0) {
        int end = closing(i + 1);
        if (isEnd(i, end)) {
          ends.add(end);
        }
      }
    }
    ends.add(text.length());
    return ends;
  }

  private int closing(int from) {
    int end = from;
    while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** A stop ends a sentence if a blank follows, and then something that can begin one. */
  private boolean isEnd(int stop, int end) {
    if (end >= text.length() || text.charAt(end) != ' ') {
      return false;
    }
    int next = skipBlanks(end, text.length());
    boolean continues = next < text.length() && Character.isLowerCase(text.charAt(next));
    return !continues && !ABBREVIATIONS.contains(wordBefore(stop));
  }

  private String wordBefore(int stop) {
    int start = stop;
    while (start > 0 && stop - start < 8 && " (".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, stop).toLowerCase(Locale.ROOT);
  }
}
