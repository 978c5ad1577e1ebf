package dev.avow.k8s.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits names into words, however they are joined: camelCase, snake_case, kebab-case, dots. */
final class NameWords {

  /** Between a small letter and a capital, and before the last of several capitals. */
  private static final Pattern BORDERS =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private static final Pattern NUMBER = Pattern.compile("(?<=\\p{L})[0-9]+$");

  private NameWords() {}

  /** Returns the words of {@code name} in lower case, without numbers behind them. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : BORDERS.split(name, -1)) {
      String plain = NUMBER.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
      if (!plain.isEmpty()) {
        words.add(plain);
      }
    }
    return words;
  }
}
