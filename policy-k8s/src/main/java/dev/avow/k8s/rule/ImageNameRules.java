package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.workload.Image;
import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.image.RepositoryPrefix;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules about the names that images go by.
 *
 * <p>A pattern is compared with an image's complete name, {@code docker.io/library/nginx:1.27}, and
 * with its shortest, {@code nginx:1.27}, however the manifest writes it.
 */
public final class ImageNameRules {

  private static final String IMAGES = "https://kubernetes.io/docs/concepts/containers/images/";

  private static final Parameter<List<Glob>> ALLOWED =
      Parameter.globs(
              "images",
              List.of(),
              "the images that may be used, such as ghcr.io/acme/** or nginx:1.27; any if empty")
          .stricterIf(Stricter.FEWER, List.of());

  private static final Parameter<List<Glob>> FORBIDDEN =
      Parameter.globs("images", List.of(), "the images that may not be used, such as docker.io/**")
          .stricterIf(Stricter.MORE);

  private static final Parameter<List<RepositoryPrefix>> UNMAINTAINED =
      Parameter.allParsed(
              "registries",
              RepositoryPrefix.class,
              RepositoryPrefix::parse,
              Stream.of("k8s.gcr.io", "gcr.io/google_containers", "gcr.io/google-containers")
                  .map(RepositoryPrefix::parse)
                  .toList(),
              "a list of registries such as \"k8s.gcr.io\"",
              "the registries, or repositories below one, that get no images any more")
          .stricterIf(Stricter.MORE);

  /** Every image is one that the policy allows by name. */
  public static final Rule<Image> IMAGE_IS_ALLOWED =
      Rule.named("image-is-allowed")
          .severity(HIGH)
          .because("What was not built or checked at home runs with the rights of home.")
          .advise("Use an image that the policy allows.")
          .see("https://kubernetes.io/docs/concepts/security/cloud-native-security/")
          .see(IMAGES + "#image-names")
          .alias("K8sAllowedRepos")
          .alias("K8sAllowedReposv2")
          .alias("restrict-image-registries")
          .alias("allowed-image-repos")
          .alias("C-0078")
          .with(ALLOWED)
          .onlyByName()
          .forEach(Targets.IMAGE)
          .when(ImageNameRules::someAreNamed)
          .requires((image, settings) -> image.is(name -> isOneOf(settings.get(ALLOWED), name)))
          .otherwise("takes an image that is not allowed: {field} {found}")
          .build();

  /** No image is one that the policy forbids by name. */
  public static final Rule<Image> IMAGE_IS_NOT_FORBIDDEN =
      Rule.named("image-is-not-forbidden")
          .severity(HIGH)
          .because("Some images and registries are known to be bad, or to be no longer kept.")
          .advise("Use another image, or another registry's copy.")
          .see(IMAGES + "#image-names")
          .alias("K8sDisallowedRepos")
          .alias("C-0001")
          .with(FORBIDDEN)
          .onlyByName()
          .forEach(Targets.IMAGE)
          .requires((image, settings) -> image.is(name -> !isOneOf(settings.get(FORBIDDEN), name)))
          .otherwise("takes an image that is forbidden: {field} {found}")
          .build();

  /** No image comes from a registry that gets no new images. */
  public static final Rule<Image> IMAGE_REGISTRY_IS_MAINTAINED =
      Rule.named("image-registry-is-maintained")
          .severity(MEDIUM)
          .because(
              "A registry that gets no new images keeps its old faults, and may be gone any day.")
          .advise("Use registry.k8s.io in place of k8s.gcr.io.")
          .see("https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/")
          .alias("restrict-deprecated-registry")
          .alias("K8sDisallowedRepos")
          .alias("C-0253")
          .with(UNMAINTAINED)
          .from(PRODUCTION)
          .forEach(Targets.IMAGE)
          .requires(
              (image, settings) ->
                  image.is(
                      name ->
                          settings.get(UNMAINTAINED).stream().noneMatch(each -> each.holds(name))))
          .otherwise("takes an image from a registry that gets no new ones: {field} {found}")
          .build();

  private ImageNameRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(IMAGE_IS_ALLOWED, IMAGE_IS_NOT_FORBIDDEN, IMAGE_REGISTRY_IS_MAINTAINED);
  }

  private static Check someAreNamed(Image image, Settings settings) {
    return Check.of(!settings.get(ALLOWED).isEmpty(), image.place());
  }

  private static boolean isOneOf(List<Glob> patterns, ImageReference name) {
    String complete = name.toString();
    String shortest = name.familiar();
    return patterns.stream().anyMatch(glob -> glob.matches(complete) || glob.matches(shortest));
  }
}
