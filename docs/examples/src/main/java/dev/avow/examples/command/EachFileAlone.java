package dev.avow.examples.command;

import dev.avow.k8s.Inspection;
import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.rule.GroupKey;
import dev.avow.k8s.rule.Observed;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Judges every file as if it were a cluster of its own.
 *
 * <p>A folder of examples or overlays describes one thing many times; a network policy in one file
 * must not isolate the pods of another.
 */
final class EachFileAlone {

  private final KubernetesEvaluator evaluator;
  private final List<Partial> parts = new ArrayList<>();
  private final Map<GroupKey, List<Observed<?>>> facts = new TreeMap<>();
  private String file = "";

  private EachFileAlone(KubernetesEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  static Evaluation evaluate(KubernetesEvaluator evaluator, Manifests manifests) {
    EachFileAlone each = new EachFileAlone(evaluator);
    try (Stream<Manifest> stream = manifests.stream()) {
      stream.forEachOrdered(each::take);
    }
    each.finishFile();
    return evaluator.sum(each.parts.stream());
  }

  private void take(Manifest manifest) {
    if (!manifest.location().source().equals(file)) {
      finishFile();
      file = manifest.location().source();
    }
    Inspection inspection = evaluator.inspect(manifest);
    parts.add(inspection.partial());
    inspection
        .facts()
        .forEach((key, more) -> facts.computeIfAbsent(key, k -> new ArrayList<>()).addAll(more));
  }

  private void finishFile() {
    facts.forEach((key, all) -> parts.add(evaluator.judge(key, all)));
    facts.clear();
  }
}
