package dev.avow.policy.report;

import static dev.avow.policy.finding.Selector.where;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.INFO;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.finding.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A decision in which everything occurs that a report can show. */
final class Sample {

  static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  static final RuleId CAPABILITIES = RuleId.of("drops-all-capabilities");
  static final RuleId ROOT = RuleId.of("runs-as-non-root");
  static final RuleId TAG = RuleId.of("image-tag-is-specific");
  static final RuleId SECRET = RuleId.of("secrets-stay-secret");

  static final RuleSet RULES =
      RuleSet.of(
          List.of(
              RuleDescription.of(CAPABILITIES)
                  .severity(HIGH)
                  .reason("A capability that nobody needs is a way out of the container.")
                  .target("container")
                  .advice("Drop ALL and add back what is needed")
                  .see("https://kubernetes.io/docs/concepts/security/pod-security-standards/")
                  .alias("KSV-0106")
                  .build(),
              RuleDescription.of(ROOT).severity(HIGH).target("container").build(),
              RuleDescription.of(TAG)
                  .severity(MEDIUM)
                  .reason("What a moving tag names today is not what was tested.")
                  .target("image")
                  .parameter(
                      Parameter.texts("moving-tags", List.of("latest", "main"), "tags that move"))
                  .build(),
              RuleDescription.of(SECRET).severity(HIGH).build()));

  private Sample() {}

  static Subject container(String namespace, String name) {
    return Subject.of("Deployment")
        .with(Subject.NAMESPACE, namespace)
        .with(Subject.NAME, name)
        .with("container", "api");
  }

  static Finding.Builder finding(RuleId rule, Verdict verdict, Subject subject, Location at) {
    return Finding.of(rule, verdict, subject, at).severity(rule.equals(TAG) ? MEDIUM : HIGH);
  }

  static Location at(String source, int line, int column, String path) {
    return new Location(source, line, column, line, column + 4, path);
  }

  private static Finding tag(String namespace, String name) {
    return finding(
            TAG,
            Verdict.FAIL,
            container(namespace, name),
            at("deploy/" + name + ".yaml", 20, 16, "spec.template.spec.containers[0].image"))
        .message(new Message("takes an image that moves on: {found}", List.of("is \"app:latest\"")))
        .build();
  }

  static Evaluation evaluation() {
    Subject backend = container("prod", "backend");
    Subject web = container("prod", "web");
    Partial.Builder part = Partial.under(RULES);
    part.finding(
        finding(
                CAPABILITIES,
                Verdict.FAIL,
                backend,
                at(
                    "deploy/backend.yaml",
                    28,
                    11,
                    "spec.template.spec.containers[0].securityContext.capabilities.drop"))
            .message("capabilities.drop does not contain ALL")
            .fix(
                new Fix(
                    "Add \"ALL\" to capabilities.drop",
                    List.of(
                        new Fix.Change(
                            "add",
                            "/spec/template/spec/containers/0/securityContext/capabilities",
                            "{\"drop\":[\"ALL\"]}"),
                        new Fix.Change("remove", "/metadata/annotations/old", ""))))
            .build());
    part.finding(
        finding(ROOT, Verdict.INCONCLUSIVE, web, at("deploy/web.yaml", 19, 9, "spec"))
            .message(
                new Message(
                    "cannot be decided without {missing}", List.of("the value of runAsNonRoot")))
            .build());
    part.finding(
        finding(
                SECRET,
                Verdict.FAIL,
                Subject.of("ResourceGraphDefinition").with(Subject.NAME, "stack"),
                Location.at("deploy/stack.yaml", 40, 9))
            .severity(LOW)
            .message("shows a secret in its status")
            .via(Location.at("deploy/stack.yaml", 12, 5), "is read from Secret db")
            .via(Location.at("deploy/stack.yaml", 31, 7), "goes into ConfigMap app")
            .member(Subject.of("Secret").with(Subject.NAME, "db"))
            .build());
    part.finding(
        finding(ROOT, Verdict.FAIL, container("dev", "job"), Location.in("deploy/job.yaml"))
            .severity(INFO)
            .message("may run as root")
            .build());
    Stream.of("a", "b", "c", "d").forEach(name -> part.finding(tag("prod", name)));
    part.finding(tag("dev", "preview"));
    part.verdict(CAPABILITIES, web, Verdict.PASS);
    part.verdict(ROOT, backend, Verdict.NOT_APPLICABLE);
    return Evaluation.of(RULES, Stream.of(part.build()));
  }

  static List<Waiver> waivers() {
    return List.of(
        Waiver.of("image-*")
            .on(where("namespace", "dev"))
            .because("preview builds")
            .until(LocalDate.of(2027, 1, 31))
            .by("team-web")
            .at(Location.at("policy.yaml", 30, 5)),
        Waiver.of("drops-all-capabilities")
            .on(where("name", "back*"))
            .because("is being rebuilt")
            .until(LocalDate.of(2026, 10, 31))
            .at(Location.at("policy.yaml", 34, 5)),
        Waiver.of("runs-as-non-root")
            .on(where("namespace", "test"))
            .because("there was a test cluster")
            .at(Location.at("policy.yaml", 38, 5)),
        Waiver.of("image-tag-is-specific")
            .on(where("namespace", "dev"))
            .because("preview builds")
            .at(Location.at("policy.yaml", 42, 5)),
        Waiver.of("has-a-license").because("later"));
  }

  static Decision decision() {
    return Gate.failingAt(HIGH).reportingFrom(LOW).with(waivers()).decide(evaluation(), DAY);
  }
}
