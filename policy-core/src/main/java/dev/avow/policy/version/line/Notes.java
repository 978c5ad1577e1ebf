package dev.avow.policy.version.line;

import dev.avow.policy.version.line.Token.Kind;
import java.util.List;
import java.util.Set;

/** Understands what stands in brackets behind a line. */
final class Notes {

  private static final Set<String> NARROWING =
      Set.of("except", "excluding", "excludes", "without", "since", "from", "starting");

  private Notes() {}

  /**
   * Returns whether {@code note}, in lower case, takes something away from the line: {@code (except
   * 1.4)}, {@code (1.2+)}, {@code (latest patch only)}. That much is known, but not what is left.
   */
  static boolean narrow(String note) {
    List<Token> tokens = Tokens.of(note);
    if (tokens.isEmpty()) {
      return false;
    }
    Token first = tokens.get(0);
    Token last = tokens.get(tokens.size() - 1);
    boolean version = tokens.stream().anyMatch(it -> it.is(Kind.VERSION));
    boolean excludes = version && (first.text().equals("not") || first.text().equals("!"));
    // Fixes "for security only" are what is asked about.
    boolean only = last.text().equals("only") && !note.contains("security");
    return NARROWING.contains(first.text()) || excludes || only || isBound(tokens);
  }

  /** Of versions of the project: the 17 of {@code (Java 17+)} is one of something else. */
  private static boolean isBound(List<Token> tokens) {
    Token first = tokens.get(0);
    boolean open =
        tokens.stream()
            .anyMatch(
                it ->
                    it.is(Kind.SIGN)
                        || it.is(Kind.PLUS)
                        || Set.of("later", "newer", "above", "higher", "older")
                            .contains(it.text()));
    return open && (first.is(Kind.VERSION) || first.is(Kind.SIGN));
  }
}
