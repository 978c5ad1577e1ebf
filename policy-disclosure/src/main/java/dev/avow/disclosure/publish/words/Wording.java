package dev.avow.disclosure.publish.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The words of a sentence in small letters, so that phrases can be looked for.
 *
 * <p>Hyphens between letters are blanks, apostrophes are straight, and {@code , ; : ( )} are words
 * of their own.
 */
public final class Wording {

  private static final String MARKS = ",;:()";
  private static final String DROPPED = "\"“”*!?[]{}…";

  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final String spaced;

  private Wording(String text) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hyphen = c == '-' && isLetter(text, i - 1) && isLetter(text, i + 1);
      if (Character.isWhitespace(c) || hyphen || DROPPED.indexOf(c) >= 0 || isMark(text, i)) {
        end(word);
        if (isMark(text, i)) {
          add(String.valueOf(c));
        }
      } else {
        word.append(c == '’' || c == '‘' || c == '`' ? '\'' : c == '–' || c == '—' ? '-' : c);
      }
    }
    end(word);
    StringBuilder joined = new StringBuilder(" ");
    for (String token : tokens) {
      places.add(joined.length());
      joined.append(token).append(' ');
    }
    this.spaced = joined.toString();
  }

  /** Returns the words of {@code text}. */
  public static Wording of(String text) {
    return new Wording(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetter(text.charAt(index));
  }

  /** A colon within a word, as in an address, is no mark. */
  private static boolean isMark(String text, int index) {
    char c = text.charAt(index);
    boolean within = c == ':' && index + 1 < text.length() && text.charAt(index + 1) == '/';
    return MARKS.indexOf(c) >= 0 && !within;
  }

  private void end(StringBuilder word) {
    int end = word.length();
    while (end > 0 && ".'".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && word.charAt(start) == '\'') {
      start++;
    }
    if (start < end) {
      add(word.substring(start, end));
    }
    word.setLength(0);
  }

  private void add(String token) {
    tokens.add(token);
  }

  /** Returns the words. */
  public List<String> tokens() {
    return List.copyOf(tokens);
  }

  /** Returns how many words there are. */
  public int size() {
    return tokens.size();
  }

  /** Returns the word at {@code index}; nothing beyond the ends. */
  public String token(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
  }

  /**
   * Returns whether one of {@code phrases} stands in it; the last word of a phrase may go on,
   * unless the phrase ends with a blank.
   */
  public boolean has(String... phrases) {
    for (String phrase : phrases) {
      if (spaced.contains(" " + phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether one of {@code phrases} stands in it. */
  public boolean has(List<String> phrases) {
    for (String phrase : phrases) {
      if (spaced.contains(" " + phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether it begins with one of {@code phrases}. */
  public boolean begins(String... phrases) {
    for (String phrase : phrases) {
      if (spaced.startsWith(" " + phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the index of the last word from which {@code phrase} starts in a range; -1 if none. */
  public int last(String phrase, int from, int to) {
    int start = place(from);
    int end = place(to);
    int found = spaced.lastIndexOf(" " + phrase, end - 1);
    return found >= start - 1 && found + 1 < end ? index(found + 1) : -1;
  }

  /**
   * Returns the index of the first word from which {@code phrase} starts in a range; -1 if none.
   */
  public int first(String phrase, int from, int to) {
    int found = spaced.indexOf(" " + phrase, place(from) - 1);
    return found >= 0 && found + 1 < place(to) ? index(found + 1) : -1;
  }

  private int place(int index) {
    return index < places.size() ? places.get(Math.max(index, 0)) : spaced.length();
  }

  private int index(int place) {
    int low = Collections.binarySearch(places, place);
    return low >= 0 ? low : -low - 2;
  }

  /** Returns the words from {@code from} to before {@code to}. */
  public Wording part(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
      text.append(tokens.get(i)).append(' ');
    }
    return new Wording(text.toString());
  }

  /** Returns the words with single blanks between them. */
  @Override
  public String toString() {
    return spaced.strip();
  }
}
