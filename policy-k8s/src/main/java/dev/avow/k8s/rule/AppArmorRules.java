package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Optional;

/** Rules about the AppArmor profile that confines containers. */
public final class AppArmorRules {

  private static final String PROFILE = "appArmorProfile";
  private static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";
  private static final String WRONG = "is not confined by AppArmor";

  /** No container gives up the AppArmor profile of its runtime for none. */
  public static final Rule<Container> APPARMOR_PROFILE_IS_CONFINED =
      named("apparmor-profile-is-confined")
          .alias("restrict-apparmor-profiles")
          .alias("KSV-0002")
          .alias("PSS107")
          .alias("K8sPSPAppArmor")
          .alias("apparmor")
          .forEach(Targets.CONTAINER)
          .finds(
              (container, report) ->
                  ConfinementProfile.judge(PodSecurity.own(container, PROFILE), WRONG, report));

  /** No pod gives up the AppArmor profile of its runtime for none, by its field or annotations. */
  public static final Rule<PodSpec> POD_APPARMOR_PROFILE_IS_CONFINED =
      named("pod-apparmor-profile-is-confined").forEach(Targets.POD).finds(AppArmorRules::judge);

  private AppArmorRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(APPARMOR_PROFILE_IS_CONFINED, POD_APPARMOR_PROFILE_IS_CONFINED);
  }

  private static NamedRule named(String id) {
    return Rule.named(id)
        .severity(HIGH)
        .because(
            "The profile of the runtime keeps a container off the files of the kernel and of the"
                + " node; Unconfined switches it off.")
        .advise("Remove the profile, or use RuntimeDefault or Localhost.")
        .see(PodSecurity.PAGE)
        .see("https://kubernetes.io/docs/tutorials/security/apparmor/")
        .alias(PROFILE)
        .from(BASELINE);
  }

  private static void judge(PodSpec pod, Reporter report) {
    ConfinementProfile.judge(PodSecurity.own(pod, PROFILE), WRONG, report);
    Field annotations = PodSecurity.annotations(pod, report);
    for (Field annotation : annotations.fields()) {
      Check confined = isConfined(annotation);
      if (annotation.name().startsWith(ANNOTATION)) {
        PodSecurity.report(confined, WRONG, Fixes::remove, report);
      } else if (PodSecurity.mayStartWith(ANNOTATION, annotation.name()) && !confined.holds()) {
        report.missing("the name of " + annotation.path(), annotation);
      }
    }
  }

  private static Check isConfined(Field annotation) {
    Optional<String> profile = annotation.text();
    return profile.filter(ConfinementProfile::isLocal).isPresent()
        ? Check.of(true, annotation)
        : PodSecurity.unsetOr(
            annotation,
            field -> profile.filter(List.of("", "runtime/default")::contains).isPresent());
  }
}
