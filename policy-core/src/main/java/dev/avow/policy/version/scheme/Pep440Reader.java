package dev.avow.policy.version.scheme;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a version by PEP 440, in the spellings that it allows. */
final class Pep440Reader {

  private static final String SEPARATORS = ".-_";

  private static final Map<String, String> PRE =
      Map.of(
          "a", "a", "alpha", "a", "b", "b", "beta", "b", "c", "rc", "rc", "rc", "pre", "rc",
          "preview", "rc");

  private static final Map<String, String> POST = Map.of("post", "", "rev", "", "r", "");

  private static final Map<String, String> DEV = Map.of("dev", "");

  private final String text;
  private final Scan scan;

  Pep440Reader(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.scan = new Scan(this.text);
  }

  Pep440Key read() {
    scan.skip("v");
    String epoch = epoch();
    List<String> numbers = scan.numbers(".");
    List<String> pre = part(PRE);
    List<String> post = scan.skipBeforeDigit("-") ? List.of(scan.digits()) : part(POST);
    List<String> dev = part(DEV);
    List<String> local = scan.skip("+") ? Words.runs(scan.until('\0')) : List.of();
    if (numbers.isEmpty() || !scan.atEnd()) {
      return new Pep440Key(
          false, "0", numbers, List.of(text), List.of(), Pep440Key.LAST, List.of());
    }
    boolean onlyDev = pre.isEmpty() && post.isEmpty() && !dev.isEmpty();
    List<String> noPre = onlyDev ? Pep440Key.FIRST : Pep440Key.LAST;
    return new Pep440Key(
        true,
        epoch,
        numbers,
        pre.isEmpty() ? noPre : pre,
        post,
        dev.isEmpty() ? Pep440Key.LAST : dev,
        local);
  }

  private String epoch() {
    int start = scan.mark();
    String digits = scan.digits();
    if (!digits.isEmpty() && scan.skip("!")) {
      return digits;
    }
    scan.back(start);
    return "0";
  }

  /** Returns the word and the number of a part whose word is one of {@code known}, or nothing. */
  private List<String> part(Map<String, String> known) {
    int start = scan.mark();
    scan.skip(SEPARATORS);
    String word = known.get(scan.letters());
    if (word == null) {
      scan.back(start);
      return List.of();
    }
    int behind = scan.mark();
    scan.skip(SEPARATORS);
    String number = scan.digits();
    if (number.isEmpty()) {
      scan.back(behind);
      number = "0";
    }
    return word.isEmpty() ? List.of(number) : List.of(word, number);
  }
}
