package dev.avow.k8s;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.rule.Targets;
import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.rule.Activation;
import dev.avow.policy.rule.Declaration;

/**
 * Finds waivers that stand beside what they are for, as annotations of the object or of its pod
 * template, and says so where one is malformed: it would waive nothing, and nobody would hear of
 * it.
 */
final class WaiverAnnotations implements Declaration {

  static final RuleId ID = RuleId.of("waiver-annotation-is-well-formed");

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(ID)
          .severity(Severity.MEDIUM)
          .reason("A waiver that is not understood covers nothing, though somebody counts on it.")
          .target("resource")
          .advice(
              "Write waive.avow.dev/RULE or CONTAINER.waive.avow.dev/RULE, and as the value"
                  + " \"until 2027-01-31: why\" or \"until 2027-01-31 by team: why\".")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Activation activation() {
    return new Activation.Always();
  }

  /** Adds the waivers of {@code resource}, and a finding at {@code severity} for what is none. */
  void collect(Resource resource, Targets targets, Severity severity, Partial.Builder into) {
    collect(resource.subject(), resource.at("metadata"), severity, into);
    for (Workload workload : targets.all(Targets.WORKLOAD)) {
      for (Workload.Described inside : workload.described()) {
        collect(inside.subject(), inside.metadata(), severity, into);
      }
    }
  }

  private static void collect(
      Subject subject, Field metadata, Severity severity, Partial.Builder into) {
    for (Field annotation : metadata.field("annotations").fields()) {
      if (WaiverKey.isMeant(annotation.name())) {
        read(subject, annotation, severity, into);
      }
    }
  }

  private static void read(
      Subject subject, Field annotation, Severity severity, Partial.Builder into) {
    if (annotation.isUnresolved() || Field.isExpression(annotation.name())) {
      String missing = "carries a waiver that is not known here: {annotation} is an expression";
      Message message = Message.of(missing, mark -> annotation.name());
      into.finding(
          finding(Verdict.INCONCLUSIVE, subject, annotation.location(), message, severity));
      return;
    }
    WaiverKey key;
    try {
      key = WaiverKey.parse(annotation.name());
    } catch (IllegalArgumentException malformed) {
      Message message = malformed(annotation.name(), malformed);
      into.finding(finding(Verdict.FAIL, subject, annotation.keyLocation(), message, severity));
      return;
    }
    try {
      into.waiver(waiver(subject, key, annotation));
      into.verdict(ID, subject, Verdict.PASS);
    } catch (IllegalArgumentException malformed) {
      Message message = malformed("the value of " + annotation.name(), malformed);
      into.finding(finding(Verdict.FAIL, subject, annotation.location(), message, severity));
    }
  }

  private static Waiver waiver(Subject subject, WaiverKey key, Field annotation) {
    String text =
        annotation
            .text()
            .orElseThrow(() -> new IllegalArgumentException(annotation.found() + ", not a text"));
    WaiverText said = WaiverText.parse(text);
    Waiver waiver = Waiver.of(key.rule().value()).because(said.reason()).until(said.lastDay());
    Subject thing = key.container().map(name -> subject.with(Container.PART, name)).orElse(subject);
    return said.owner().map(waiver::by).orElse(waiver).beside(thing, annotation.keyLocation());
  }

  private static Message malformed(String what, IllegalArgumentException why) {
    String template = "carries a waiver that counts for nothing: {what} {wrong}";
    return Message.of(
        template, mark -> mark.equals("what") ? what : String.valueOf(why.getMessage()));
  }

  private static Finding finding(
      Verdict verdict, Subject subject, Location at, Message message, Severity severity) {
    return Finding.of(ID, verdict, subject, at).severity(severity).message(message).build();
  }
}
