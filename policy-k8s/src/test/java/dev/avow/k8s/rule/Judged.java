package dev.avow.k8s.rule;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.hardening.HardeningProfile;
import java.util.List;

/** What one rule says of manifests under some settings. */
final class Judged {

  private final String rule;
  private final HardeningProfile.Builder profile;

  private Judged(String rule) {
    this.rule = rule;
    this.profile = HardeningProfile.builder().with(rule);
  }

  static Judged by(String rule) {
    return new Judged(rule);
  }

  Judged set(String parameter, Object value) {
    profile.set(rule, parameter, value);
    return this;
  }

  /** Returns what is found in {@code manifests}, in order. */
  List<String> in(String manifests) {
    return KubernetesEvaluator.builder(profile.build())
        .build()
        .evaluate(Manifests.of("m.yaml", manifests))
        .findings()
        .stream()
        .filter(finding -> finding.rule().value().equals(rule))
        .map(Finding::message)
        .toList();
  }

  /** Returns what is found in a pod with {@code spec}. */
  List<String> inPod(String spec) {
    return in("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: %s}".formatted(spec));
  }

  /** Returns what is found in a pod whose container is {@code container}. */
  List<String> inContainer(String container) {
    return inPod("{containers: [%s]}".formatted(container));
  }
}
