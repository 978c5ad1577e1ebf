package dev.avow.disclosure.publish;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A document that a project publishes about its security, in one form. */
public interface Paper {

  /**
   * Returns where projects keep it, relative to their roots, the usual place first: {@code
   * SECURITY.md}, {@code .github/SECURITY.md}.
   */
  List<String> places();

  /** Returns whether {@code file} is of this form, as its name says. */
  boolean isForm(Path file);

  /** Returns {@code policy} in this form, as it is published on {@code day}. */
  String write(SecurityPolicy policy, LocalDate day);

  /**
   * Returns what is wrong with a document on {@code day}, as far as it can be told from {@code
   * releases}.
   *
   * @throws IllegalArgumentException if it cannot be read, as the form's own exception
   */
  Evaluation lint(Path file, LocalDate day, ReleaseCatalog releases);

  /**
   * Returns where {@code policy} and a document disagree.
   *
   * @throws IllegalArgumentException if it cannot be read, as the form's own exception
   */
  Evaluation drift(SecurityPolicy policy, Path file);

  /** Returns the forms that are known. */
  static List<Paper> all() {
    return List.of(new SecurityMarkdownPaper());
  }
}
