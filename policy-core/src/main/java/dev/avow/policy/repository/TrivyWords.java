package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.repository.TrivyRun.Setting;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How Trivy is told what to report and when to fail. */
final class TrivyWords {

  private static final Set<Severity> ALL =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Severity.INFO)));

  private TrivyWords() {}

  /** Returns the severities in {@code text}; all if there is none, as Trivy has it. */
  static Setting<Set<Severity>> severities(Optional<String> text, boolean told, Field at) {
    String list = text.orElse("").strip();
    if (ShellCommand.isFilledIn(list) || !told) {
      return new Setting<>(Optional.empty(), at);
    }
    if (list.isEmpty()) {
      return new Setting<>(Optional.of(ALL), at);
    }
    Set<Severity> severities = EnumSet.noneOf(Severity.class);
    for (String word : list.split("[,\\s]+", -1)) {
      for (Severity severity : ALL) {
        if (severity.name().equals(word.toUpperCase(Locale.ROOT))) {
          severities.add(severity);
        }
      }
    }
    return new Setting<>(Optional.of(severities), at);
  }

  /** Returns whether {@code text} is an exit code that fails; none is 0, as Trivy has it. */
  static Setting<Boolean> failing(Optional<String> text, boolean told, Field at) {
    String code = text.orElse("").strip();
    if (ShellCommand.isFilledIn(code) || !told) {
      return new Setting<>(Optional.empty(), at);
    }
    return new Setting<>(Optional.of(!code.isEmpty() && !code.equals("0")), at);
  }
}
