package dev.avow.k8s.rule;

import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.rule.Judgement;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a group rule finds, subject by subject. */
final class GroupFindings implements GroupReporter {

  private final RuleId rule;
  private final Severity severity;
  private final Settings settings;
  private final Map<Subject, Verdict> verdicts = new TreeMap<>();
  private final Map<Subject, List<Finding.Builder>> findings = new TreeMap<>();

  GroupFindings(RuleId rule, Severity severity, Settings settings) {
    this.rule = rule;
    this.severity = severity;
    this.settings = settings;
  }

  @Override
  public void pass(Subject subject) {
    verdicts.merge(subject, Verdict.PASS, Verdict::or);
  }

  @Override
  public void notApplicable(Subject subject) {
    verdicts.merge(subject, Verdict.NOT_APPLICABLE, Verdict::or);
  }

  @Override
  public Details fail(Subject subject, Location at, String message) {
    return add(Verdict.FAIL, subject, at, Message.literal(message));
  }

  @Override
  public Details failTogether(
      Subject group, Collection<Subject> members, Location at, String message) {
    Details details = fail(group, at, message);
    for (Subject member : members) {
      verdicts.merge(member, Verdict.FAIL, Verdict::or);
      details.member(member);
    }
    return details;
  }

  @Override
  public Details missing(Subject subject, Location at, String what) {
    Message message = Message.of("cannot be decided without {missing}", mark -> what);
    return add(Verdict.INCONCLUSIVE, subject, at, message);
  }

  @Override
  public Settings settings() {
    return settings;
  }

  Map<Subject, Judgement> judgements() {
    Map<Subject, Judgement> judgements = new TreeMap<>();
    verdicts.forEach(
        (subject, verdict) -> {
          List<Finding> found =
              findings.getOrDefault(subject, List.of()).stream()
                  .map(Finding.Builder::build)
                  .toList();
          judgements.put(subject, new Judgement(verdict, found));
        });
    return judgements;
  }

  private Details add(Verdict verdict, Subject subject, Location at, Message message) {
    Finding.Builder finding =
        Finding.of(rule, verdict, subject, at).severity(severity).message(message);
    verdicts.merge(subject, verdict, Verdict::or);
    findings.computeIfAbsent(subject, none -> new ArrayList<>()).add(finding);
    return new Additions(finding);
  }

  private record Additions(Finding.Builder finding) implements Details {

    @Override
    public Details member(Subject other) {
      finding.member(other);
      return this;
    }

    @Override
    public Details via(Location at, String text) {
      finding.via(at, text);
      return this;
    }

    @Override
    public Details fix(Fix fix) {
      finding.fix(fix);
      return this;
    }
  }
}
