package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.words.Wording;
import java.util.HashSet;
import java.util.Set;

/** Makes names in kebab-case out of texts, none of them twice; not thread-safe. */
final class Slugs {

  private static final int WORDS = 6;

  private final Set<String> given = new HashSet<>();

  /** Returns a name for {@code text} that was not given before. */
  String of(String text) {
    return unique(slug(text));
  }

  /** Returns {@code slug}, with a number behind it if it was given before. */
  String unique(String slug) {
    String name = slug;
    for (int i = 2; !given.add(name); i++) {
      name = slug + "-" + i;
    }
    return name;
  }

  static String slug(String text) {
    StringBuilder slug = new StringBuilder();
    int words = 0;
    for (String word : Wording.of(text).tokens()) {
      String letters = word.replaceAll("[^a-z0-9]+", "");
      if (!letters.isEmpty() && words < WORDS) {
        slug.append(slug.length() == 0 ? "" : "-").append(letters);
        words++;
      }
    }
    boolean letterFirst = slug.length() > 0 && Character.isLetter(slug.charAt(0));
    return letterFirst
        ? slug.toString()
        : slug.insert(0, slug.length() == 0 ? "item" : "item-").toString();
  }
}
