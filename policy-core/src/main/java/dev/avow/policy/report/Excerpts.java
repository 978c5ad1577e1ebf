package dev.avow.policy.report;

import dev.avow.policy.finding.Finding;
import java.util.Optional;

/**
 * Brings the lines of the source that a finding is about.
 *
 * <p>A source may hold secrets, and reports travel: whoever brings lines decides which of them may
 * leave. Reports ask for the findings that they show, and show what they get, save for the lines in
 * which a {@linkplain dev.avow.policy.finding.RuleDescription#isConfidential() confidential} rule
 * has found something.
 */
@FunctionalInterface
public interface Excerpts {

  /** Returns what to show of the source of {@code finding}; nothing where nothing may be shown. */
  Optional<Excerpt> of(Finding finding);

  /** Returns the function that shows nothing. */
  static Excerpts none() {
    return finding -> Optional.empty();
  }
}
