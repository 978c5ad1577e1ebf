package dev.avow.policy.repository;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.policy.BaseImage;
import dev.avow.policy.CiChecks;
import dev.avow.policy.document.Check;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.function.Predicate;

/** Rules about what Dockerfiles build on, and what they put into images. */
final class StageRules {

  private static final String DISTROLESS = "https://github.com/GoogleContainerTools/distroless";
  private static final String REFERENCE = "https://docs.docker.com/reference/dockerfile/";
  private static final String PRACTICE = "https://docs.docker.com/build/building/best-practices/";

  /** The image is built on one of the bases that the policy names. */
  static final Rule<Stage> BASE_IS_ALLOWED =
      Rule.named("base-image-is-allowed")
          .severity(HIGH)
          .because("What is in the base image is in every image built on it.")
          .advise("Build the last stage on a base image that the policy names.")
          .see(DISTROLESS)
          .see(REFERENCE + "#from")
          .onlyByName()
          .forEach(RepositoryScopes.STAGE)
          .when(StageRules::isFinal)
          .when(stage -> Check.of(stage.promise().isPresent(), stage.place()))
          .finds(StageBase::isAllowed);

  /** The image does not run as root. */
  static final Rule<Stage> IMAGE_RUNS_AS_NON_ROOT =
      Rule.named("image-runs-as-non-root")
          .severity(HIGH)
          .because("Whoever breaks out of a process that is root is root.")
          .advise("End the last stage with a USER that is a number other than 0.")
          .see(REFERENCE + "#user")
          .alias("DS-0002")
          .alias("DL3002")
          .from(RESTRICTED)
          .forEach(RepositoryScopes.STAGE)
          .when(StageRules::isFinal)
          .requires(StageUser::isNotRoot)
          .otherwise("runs as root: {found}")
          .build();

  /** The user of the image is a number, which the kubelet can check. */
  static final Rule<Stage> IMAGE_USER_IS_NUMERIC =
      Rule.named("image-user-is-numeric")
          .severity(LOW)
          .because(
              "The kubelet cannot tell that a name is not root, and does not start such a container"
                  + " where runAsNonRoot is set and runAsUser is not.")
          .advise("Write the number, such as USER 65532.")
          .see("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .from(RESTRICTED)
          .forEach(RepositoryScopes.STAGE)
          .when(StageRules::isFinal)
          .when(stage -> Check.of(stage.user().isPresent(), stage.place()))
          .requires(StageUser::isNumeric)
          .otherwise("runs as a user that is no number: {found}")
          .build();

  /** Nothing puts a shell into the image, or shows that it has one. */
  static final Rule<Stage> STAGE_BRINGS_NO_SHELL =
      Rule.named("stage-brings-no-shell")
          .severity(HIGH)
          .because("Whoever gets into a container finds a shell more useful than the project does.")
          .advise("Run what is needed in an earlier stage, and copy its result.")
          .see(DISTROLESS + "#debug-images")
          .onlyByName()
          .forEach(RepositoryScopes.STAGE)
          .when(StageRules::isFinal)
          .finds(StageContent::bringsNoShell);

  /** Nothing puts a package manager into the image, or shows that it has one. */
  static final Rule<Stage> STAGE_BRINGS_NO_PACKAGE_MANAGER =
      Rule.named("stage-brings-no-package-manager")
          .severity(HIGH)
          .because("A package manager brings whatever tools an attacker wants.")
          .advise("Install what is needed in an earlier stage, and copy its result.")
          .see(DISTROLESS)
          .onlyByName()
          .forEach(RepositoryScopes.STAGE)
          .when(StageRules::isFinal)
          .finds(StageContent::bringsNoPackageManager);

  /** The base of the image is named by digest. */
  static final Rule<Stage> BASE_IS_PINNED =
      Rule.named("base-image-is-pinned")
          .severity(MEDIUM)
          .because("A digest names the bytes; a tag names what somebody last put there.")
          .advise("Add the digest behind the tag, and have an updater keep it up to date.")
          .see(PRACTICE + "#pin-base-image-versions")
          .from(PRODUCTION)
          .forEach(RepositoryScopes.STAGE)
          .when(StageRules::isFinal)
          .finds(StageBase::isPinned);

  /** What earlier stages build on is named by digest. */
  static final Rule<Stage> BUILD_STAGE_IS_PINNED =
      Rule.named("build-stage-is-pinned")
          .severity(LOW)
          .because("Whoever changes the compiler changes what it compiles.")
          .advise("Add the digest behind the tag, and have an updater keep it up to date.")
          .see(PRACTICE + "#pin-base-image-versions")
          .from(PRODUCTION)
          .forEach(RepositoryScopes.STAGE)
          .unless(StageRules::isFinal)
          .unless(stage -> Check.of(stage.buildsOnStage(), stage.place()))
          .finds(StageBase::isPinned);

  private StageRules() {}

  private static Check isFinal(Stage stage) {
    return Check.of(stage.isFinal(), stage.place());
  }

  static List<PromisedRule> all() {
    Predicate<CiChecks> never = checks -> false;
    return List.of(
        new PromisedRule(BASE_IS_ALLOWED, promises(base -> true)),
        new PromisedRule(IMAGE_RUNS_AS_NON_ROOT, promises(BaseImage::nonRoot)),
        new PromisedRule(IMAGE_USER_IS_NUMERIC, promises(BaseImage::nonRoot)),
        new PromisedRule(STAGE_BRINGS_NO_SHELL, promises(base -> !base.shell())),
        new PromisedRule(STAGE_BRINGS_NO_PACKAGE_MANAGER, promises(base -> !base.packageManager())),
        new PromisedRule(BASE_IS_PINNED, never),
        new PromisedRule(BUILD_STAGE_IS_PINNED, never));
  }

  private static Predicate<CiChecks> promises(Predicate<BaseImage> promise) {
    return checks -> checks.baseImage().filter(promise).isPresent();
  }
}
