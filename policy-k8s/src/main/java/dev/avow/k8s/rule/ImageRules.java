package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.workload.Container;
import dev.avow.k8s.workload.Image;
import dev.avow.policy.document.Check;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Rules about which images run: that it is known which, and from where. */
public final class ImageRules {

  private static final String IMAGES = "https://kubernetes.io/docs/concepts/containers/images/";
  private static final String PINNING =
      "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions";

  /** Every image is named with a tag other than latest, or with a digest. */
  public static final Rule<Image> IMAGE_TAG_IS_SPECIFIC =
      Rule.named("image-tag-is-specific")
          .severity(HIGH)
          .because(
              "Nobody can say what runs, nor go back to what ran before, where the image is"
                  + " whatever was pushed last.")
          .advise("Name a version, or better a digest.")
          .see(IMAGES + "#image-names")
          .alias("disallow-latest-tag")
          .alias("latest-tag")
          .alias("container-image-tag")
          .alias("tagNotSpecified")
          .alias("KSV-0013")
          .alias("CKV_K8S_14")
          .alias("C-0304")
          .alias("KBP001")
          .alias("KBP116")
          .alias("image")
          .alias("K8sDisallowedTags")
          .with(ImageTags.NEWEST)
          .with(ImageTags.DIGEST_IS_ENOUGH)
          .from(BASELINE)
          .forEach(Targets.IMAGE)
          .finds(ImageTags::isSpecific);

  /** Every image that code will start, by what its environment or arguments say, is specific. */
  public static final Rule<Container> STARTED_IMAGE_IS_SPECIFIC =
      Rule.named("started-image-is-specific")
          .severity(HIGH)
          .because(
              "A controller that starts pods takes their image from its environment or arguments,"
                  + " where no rule about containers sees it.")
          .advise("Name a version, or better a digest.")
          .see(IMAGES + "#image-names")
          .with(StartedImages.NAMES)
          .from(BASELINE)
          .forEach(Targets.CONTAINER)
          .when(StartedImages::areLookedFor)
          .finds(StartedImages::areSpecific);

  /** No image is named with a tag that is known to move. */
  public static final Rule<Image> IMAGE_TAG_DOES_NOT_MOVE =
      Rule.named("image-tag-does-not-move")
          .severity(LOW)
          .because(
              "Two nodes that pull the same tag on different days run different programs where the"
                  + " tag moves on.")
          .advise("Name the full version, or a digest.")
          .see(PINNING)
          .with(ImageTags.MOVING)
          .with(ImageTags.LINES_MOVE)
          .from(RESTRICTED)
          .forEach(Targets.IMAGE)
          .requires(ImageTags::doesNotMove)
          .otherwise("takes an image that moves on: {field} {found}")
          .build();

  /** Every image comes from a registry that the policy trusts. */
  public static final Rule<Image> IMAGE_FROM_TRUSTED_REGISTRY =
      Rule.named("image-from-trusted-registry")
          .severity(HIGH)
          .because(
              "Anybody can push to a public registry; what was not built or checked at home runs"
                  + " with the rights of home.")
          .advise("Copy the image to a trusted registry, or trust its repository in the policy.")
          .see("https://kubernetes.io/docs/concepts/security/cloud-native-security/")
          .see(IMAGES)
          .alias("restrict-image-registries")
          .alias("allowed-image-repos")
          .alias("advanced-restrict-image-registries")
          .alias("require-image-source")
          .alias("KSV-0125")
          .alias("C-0078")
          .alias("C-0001")
          .where(ImageRules::trustsSome)
          .forEach(Targets.IMAGE)
          .when((image, settings) -> Check.of(trustsSome(settings.profile()), image.place()))
          .requires(ImageRules::isTrusted)
          .otherwise("takes an image from a registry that is not trusted: {field} {found}")
          .build();

  /** Every image is named with a digest. */
  public static final Rule<Image> IMAGE_IS_PINNED_BY_DIGEST =
      Rule.named("image-is-pinned-by-digest")
          .severity(MEDIUM)
          .because("A digest names the bytes; a tag names what somebody last put there.")
          .advise(
              "Add the digest behind the tag, as in name:tag@sha256:0123…, or let the release do"
                  + " so.")
          .see(IMAGES + "#image-names")
          .see(PINNING)
          .alias("require-image-checksum")
          .alias("resolve-image-to-digest")
          .alias("CKV_K8S_43")
          .alias("C-0306")
          .alias("K8sImageDigests")
          .with(ImageDigests.ALGORITHMS)
          .from(PRODUCTION)
          .forEach(Targets.IMAGE)
          .requires(ImageDigests::isPinned)
          .otherwise("is not pinned by a digest: {field} {found}")
          .build();

  private ImageRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        IMAGE_TAG_IS_SPECIFIC,
        STARTED_IMAGE_IS_SPECIFIC,
        IMAGE_TAG_DOES_NOT_MOVE,
        IMAGE_FROM_TRUSTED_REGISTRY,
        IMAGE_IS_PINNED_BY_DIGEST);
  }

  private static boolean trustsSome(HardeningProfile profile) {
    return !profile.trustedRegistries().isEmpty();
  }

  private static Check isTrusted(Image image, Settings settings) {
    return image.is(
        reference ->
            settings.profile().trustedRegistries().stream()
                .anyMatch(trusted -> trusted.holds(reference)));
  }
}
