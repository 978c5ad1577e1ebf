package dev.avow.k8s.rule;

import dev.avow.k8s.secret.Credential;
import dev.avow.k8s.secret.Credentials;
import java.util.List;

/**
 * A value under a name in an object that keeps values: a single setting, or a whole file.
 *
 * @param name the name
 * @param text the value
 */
record StoredText(String name, String text) {

  static StoredText of(String name, String text) {
    return new StoredText(name, text);
  }

  /** A text of several lines is a file, and so is one in braces. */
  List<Credential> search(Credentials credentials) {
    String plain = text.strip();
    boolean file = plain.indexOf('\n') >= 0 || plain.startsWith("{") || isFileName();
    return file ? credentials.inFile(name, text) : credentials.named(name, text).stream().toList();
  }

  /** What is called {@code app.env} may hold one line only. */
  private boolean isFileName() {
    return name.matches(".+\\.(ya?ml|json|properties|env|ini|conf|cnf|cfg|toml)")
        && text.matches("(?s).*[=:].*");
  }
}
