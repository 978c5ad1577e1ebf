package dev.avow.k8s;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;

/** The rule that what is to be judged can be read; without it, damage would look like success. */
final class Readability implements Declaration {

  static final RuleId ID = RuleId.of("manifest-is-readable");

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(ID)
          .severity(Severity.CRITICAL)
          .reason("Of what cannot be read nothing is known, so nothing about it is promised.")
          .target("manifest")
          .advice("Mend the document, or leave it out of what is evaluated.")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Activation activation() {
    return new Activation.Always();
  }

  /** Adds whether {@code manifest} can be read, at {@code severity}. */
  void judge(Manifest manifest, Severity severity, Partial.Builder into) {
    if (manifest instanceof Resource resource) {
      into.verdict(ID, resource.subject(), Verdict.PASS);
    } else if (manifest instanceof Manifest.Unreadable unreadable) {
      Location at = unreadable.location();
      into.finding(
          Finding.of(ID, Verdict.INCONCLUSIVE, subject(at), at)
              .severity(severity)
              .message("cannot be read: " + unreadable.reason())
              .build());
    } else {
      into.verdict(ID, subject(manifest.location()), Verdict.NOT_APPLICABLE);
    }
  }

  /** Two documents of one file are two subjects, told apart by where they stand. */
  private static Subject subject(Location at) {
    Subject file = Subject.of("File").with("file", at.source());
    return at.hasLine() ? file.with(Subject.LINE, String.valueOf(at.line())) : file;
  }
}
