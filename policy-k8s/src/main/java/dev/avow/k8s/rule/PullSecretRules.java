package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.image.RepositoryPrefix;
import dev.avow.policy.rule.Declaration;
import java.util.List;

/** Rules about the credentials that images are taken with. */
public final class PullSecretRules {

  /** Registries from which everybody may take images, or repositories below one. */
  public static final Parameter<List<RepositoryPrefix>> PUBLIC_REGISTRIES =
      Parameter.allParsed(
              "public-registries",
              RepositoryPrefix.class,
              RepositoryPrefix::parse,
              List.of(),
              "a list of registries such as \"docker.io/library\"",
              "registries that give their images to everybody")
          .stricterIf(Stricter.FEWER);

  static final Facts<PullSecrets> POD_SECRETS =
      Facts.observed(
          "pod-pull-secrets",
          PullSecrets.class,
          Targets.WORKLOAD,
          (workload, observer) ->
              PlacedPod.in(workload)
                  .forEach(
                      pod ->
                          observer.observe(
                              pod.owner().subject(),
                              PullSecrets.list(pod.spec().place()),
                              PullSecrets.of(pod))));

  static final Facts<PullSecrets.OfAccount> ACCOUNT_SECRETS =
      Facts.observed(
          "account-pull-secrets",
          PullSecrets.OfAccount.class,
          Targets.RESOURCE,
          (resource, observer) ->
              PlacedObject.in(resource)
                  .forEach(
                      placed ->
                          PullSecrets.OfAccount.of(placed)
                              .ifPresent(
                                  account ->
                                      observer.observe(
                                          placed.subject(), placed.object().place(), account))));

  /**
   * Every pod says, by itself or by its service account, with which secret its images are taken.
   */
  public static final GroupRule PULL_SECRETS_ARE_NAMED =
      GroupRule.named("pull-secrets-are-named")
          .severity(LOW)
          .because(
              "An image that comes without credentials comes from a registry that gives it to"
                  + " everybody, or with those of the node, which all of its pods share.")
          .advise("Name a secret in imagePullSecrets of the pod or of its service account.")
          .see(
              "https://kubernetes.io/docs/concepts/containers/images/"
                  + "#specifying-imagepullsecrets-on-a-pod")
          .alias("require-imagepullsecrets")
          .with(PUBLIC_REGISTRIES)
          .with(ServiceAccountRules.POD_MUST_SAY)
          .onlyByName()
          .overEverything(POD_SECRETS, ACCOUNT_SECRETS)
          .finds(NamedPullSecrets::judge);

  private PullSecretRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(PULL_SECRETS_ARE_NAMED);
  }
}
