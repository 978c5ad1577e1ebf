package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;

import dev.avow.k8s.workload.Image;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Rules about when a node asks the registry for an image that it may have already. */
public final class PullRules {

  private static final String PULLING =
      "https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy";
  private static final String LATEST = "latest";

  /**
   * Whether the default of the API server counts, which is Always for the tag latest and for images
   * without tag and digest, and IfNotPresent for others.
   */
  public static final Parameter<Boolean> DEFAULT_COUNTS =
      Parameter.flag(
              "default-counts",
              true,
              "whether Always counts where the API server sets it, as it does for the tag latest")
          .stricterIf(Stricter.FALSE);

  /** Whether only images that the registry may have replaced by newer ones are looked at. */
  public static final Parameter<Boolean> ONLY_LATEST =
      Parameter.flag(
              "only-latest",
              false,
              "whether only images without tag, or with latest, are looked at")
          .stricterIf(Stricter.FALSE);

  /** Whether an image that is named with a digest need not be asked for again. */
  public static final Parameter<Boolean> DIGEST_IS_ENOUGH =
      Parameter.flag(
              "digest-is-enough",
              false,
              "whether images named with a digest, whose bytes are known, are left alone")
          .stricterIf(Stricter.FALSE);

  /** No container runs an image of which only the node knows whether its pod may use it. */
  public static final Rule<Image> IMAGE_IS_ALWAYS_PULLED =
      Rule.named("image-is-always-pulled")
          .severity(LOW)
          .because(
              "A node hands a private image that it has to whoever names it; only when it asks the"
                  + " registry are the credentials of the pod checked.")
          .advise("Set imagePullPolicy to Always; layers that the node has are not loaded again.")
          .see(PULLING)
          .see(
              "https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/"
                  + "#alwayspullimages")
          .alias("imagepullpolicy-always")
          .alias("always-pull-images")
          .alias("container-image-pull-policy")
          .alias("pullPolicyNotAlways")
          .alias("CKV_K8S_15")
          .alias("C-0075")
          .with(DEFAULT_COUNTS)
          .with(ONLY_LATEST)
          .with(DIGEST_IS_ENOUGH)
          .from(MULTI_TENANT)
          .forEach(Targets.IMAGE)
          .when(PullRules::isLookedAt)
          .requires(PullRules::isAlwaysPulled)
          .otherwise("may run what its node has kept: {field} {found}")
          .fix(image -> Fixes.set(image.pullPolicy(), "Always"))
          .build();

  private PullRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(IMAGE_IS_ALWAYS_PULLED);
  }

  private static Check isLookedAt(Image image, Settings settings) {
    Check always = Check.of(true, image.place());
    Check latest = settings.get(ONLY_LATEST) ? image.is(PullRules::isLatest) : always;
    return settings.get(DIGEST_IS_ENOUGH)
        ? latest.and(image.is(reference -> reference.digest().isEmpty()))
        : latest;
  }

  private static Check isAlwaysPulled(Image image, Settings settings) {
    Field policy = image.pullPolicy();
    if (policy.isPresent() || policy.isUnresolved() || !settings.get(DEFAULT_COUNTS)) {
      return policy.is("Always");
    }
    Check byDefault = image.is(PullRules::isLatest);
    return byDefault.fails() ? byDefault.pointingAt(policy) : byDefault;
  }

  /** Of an image with both a tag and a digest the API server looks at the tag here. */
  private static boolean isLatest(ImageReference image) {
    return image.tag().map(LATEST::equals).orElseGet(() -> image.digest().isEmpty());
  }
}
