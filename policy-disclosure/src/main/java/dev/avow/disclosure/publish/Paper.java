package dev.avow.disclosure.publish;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A document that a project publishes about its security, in one form. */
public interface Paper {

  /**
   * Returns where projects keep it, relative to their roots, the usual place first: {@code
   * SECURITY.md}, {@code .github/SECURITY.md}.
   */
  List<String> places();

  /** Returns whether {@code file} is of this form, as its name says. */
  boolean isForm(Path file);

  /**
   * Returns what is missing to publish {@code policy} in this form at {@code file}; nothing if it
   * can be written.
   */
  Optional<String> missing(SecurityPolicy policy, Path file);

  /**
   * Returns {@code policy} in this form, as it is published on {@code day} at {@code file}. What a
   * file that is there says beyond policies is kept where the form has room for it.
   *
   * @throws IllegalArgumentException if something is {@link #missing}, or if the file that is there
   *     cannot be read, as the form's own exception
   */
  String write(SecurityPolicy policy, LocalDate day, Path file);

  /**
   * Returns what is wrong with a document on {@code day}, as far as it can be told from {@code
   * releases}.
   *
   * @throws IllegalArgumentException if it cannot be read, as the form's own exception
   */
  Evaluation lint(Path file, LocalDate day, ReleaseCatalog releases);

  /**
   * Returns where {@code policy} and a document disagree, as far as its form goes.
   *
   * @throws IllegalArgumentException if it cannot be read, as the form's own exception
   */
  Evaluation drift(SecurityPolicy policy, Path file);

  /** Returns the forms that are known. */
  static List<Paper> all() {
    return List.of(
        new SecurityMarkdownPaper(), new SecurityTxtPaper(), new SecurityInsightsPaper());
  }
}
