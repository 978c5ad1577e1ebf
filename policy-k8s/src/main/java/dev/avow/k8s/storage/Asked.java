package dev.avow.k8s.storage;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.Optional;

/**
 * What somebody asks of a directory, as far as answers must name it.
 *
 * @param directory the directory
 * @param source its root, as findings show it
 * @param path the path as it came
 */
record Asked(Subject directory, String source, String path) {

  /** Returns what is judged: the path in the directory. */
  Subject subject() {
    return directory.with("path", Shown.plain(path));
  }

  ContainmentException refused(Refusal reason, String component) {
    return new ContainmentException(this, reason, component);
  }

  /** Returns what {@code reason} says of containment, if it does. */
  Optional<Finding> finding(Refusal reason, String component) {
    if (reason.verdict() == Verdict.NOT_APPLICABLE) {
      return Optional.empty();
    }
    Location at = new Location(source, 0, 0, 0, 0, Shown.plain(path));
    return Optional.of(
        Finding.of(ContainedDirectory.RULE.id(), reason.verdict(), subject(), at)
            .severity(ContainedDirectory.RULE.severity())
            .message(reason.message(Shown.quoted(component)))
            .build());
  }
}
