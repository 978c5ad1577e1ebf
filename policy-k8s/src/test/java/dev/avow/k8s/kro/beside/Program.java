package dev.avow.k8s.kro.beside;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.hardening.HardeningProfile;

/** A program of somebody else's: no module itself, it uses Avow, which is one. */
public final class Program {

  private Program() {}

  /** Prints where Avow is, and what it finds in the manifest that is given. */
  public static void main(String[] arguments) {
    HardeningProfile policy = HardeningProfile.builder().with("secrets-stay-in-secrets").build();
    System.out.println(KubernetesEvaluator.class.getModule());
    KubernetesEvaluator.builder(policy)
        .build()
        .evaluate(Manifests.of("rgd.yaml", arguments[0]))
        .findings()
        .forEach(finding -> System.out.println(finding.verdict() + " " + finding.message()));
  }
}
