package dev.avow.policy.rule;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Finding.Hop;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one rule finds about one target. */
final class TargetFindings implements Reporter {

  private final RuleId rule;
  private final Severity severity;
  private final Subject subject;
  private final Settings settings;
  private final List<Finding> all = new ArrayList<>();
  private Verdict verdict = Verdict.PASS;

  TargetFindings(RuleId rule, Severity severity, Subject subject, Settings settings) {
    this.rule = rule;
    this.severity = severity;
    this.subject = subject;
    this.settings = settings;
  }

  @Override
  public void fail(Field at, Message message) {
    add(Verdict.FAIL, at, message, null, List.of());
  }

  @Override
  public void fail(Field at, Message message, Fix fix) {
    add(Verdict.FAIL, at, message, fix, List.of());
  }

  @Override
  public void fail(Field at, Message message, Fix fix, List<Hop> trail) {
    add(Verdict.FAIL, at, message, fix, trail);
  }

  @Override
  public void missing(String what, Field at) {
    Message message = Message.of("cannot be decided without {missing}", mark -> what);
    add(Verdict.INCONCLUSIVE, at, message, null, List.of());
  }

  @Override
  public Settings settings() {
    return settings;
  }

  /** Reports what an unknown check misses. */
  void missing(Check unknown) {
    missing(unknown.missing().orElseThrow(), unknown.at());
  }

  Verdict verdict() {
    return verdict;
  }

  void clear() {
    all.clear();
    verdict = Verdict.PASS;
  }

  Judgement judgement() {
    return new Judgement(verdict, all);
  }

  private void add(Verdict found, Field at, Message message, @Nullable Fix fix, List<Hop> trail) {
    Finding.Builder finding =
        Finding.of(rule, found, subject, at.location()).severity(severity).message(message);
    if (fix != null) {
      finding.fix(fix);
    }
    trail.forEach(hop -> finding.via(hop.at(), hop.text()));
    all.add(finding.build());
    verdict = verdict.or(found);
  }
}
