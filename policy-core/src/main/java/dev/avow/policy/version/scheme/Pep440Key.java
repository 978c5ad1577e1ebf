package dev.avow.policy.version.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A version by PEP 440.
 *
 * @param valid whether it is one; the others come before all that are
 * @param epoch the number before {@code !}
 * @param numbers the release
 * @param pre the pre-release as letter and number; a word that sorts as it has to where there is
 *     none
 * @param post the post-release as one number, or nothing
 * @param dev the development release as one number, or a word that comes behind all
 * @param local the local part
 */
record Pep440Key(
    boolean valid,
    String epoch,
    List<String> numbers,
    List<String> pre,
    List<String> post,
    List<String> dev,
    List<String> local)
    implements VersionKey {

  /** Comes behind every number and every letter of a pre-release. */
  static final List<String> LAST = List.of("~");

  /** Comes before every letter of a pre-release. */
  static final List<String> FIRST = List.of("");

  private static final Comparator<Pep440Key> ORDER =
      Comparator.comparing(Pep440Key::valid)
          .thenComparing(Pep440Key::epoch, Numbers::compare)
          .thenComparing(Pep440Key::numbers, Numbers::compare)
          .thenComparing(Pep440Key::pre, Words::compare)
          .thenComparing(Pep440Key::post, Words::compare)
          .thenComparing(Pep440Key::dev, Words::compare)
          .thenComparing(Pep440Key::local, Pep440Key::compareLocals);

  static Pep440Key read(String text) {
    return new Pep440Reader(text).read();
  }

  /** In local parts, other than in pre-releases, numbers come behind words. */
  private static int compareLocals(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      boolean mixed = Words.isNumber(one.get(i)) != Words.isNumber(other.get(i));
      int order = Words.compare(one.get(i), other.get(i));
      if (order != 0) {
        return mixed ? -order : order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  @Override
  public boolean isPreRelease() {
    return !pre.equals(LAST) || !dev.equals(LAST);
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>();
    pre.stream().limit(pre.equals(LAST) || pre.equals(FIRST) ? 0 : 1).forEach(words::add);
    if (!dev.equals(LAST)) {
      words.add("dev");
    }
    return List.copyOf(words);
  }

  @Override
  public int compareTo(VersionKey other) {
    return ORDER.compare(this, (Pep440Key) other);
  }
}
