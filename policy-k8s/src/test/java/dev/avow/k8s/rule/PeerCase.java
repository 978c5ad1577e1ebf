package dev.avow.k8s.rule;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A manifest with the verdict that another tool gives it. */
final class PeerCase {

  private final Path folder;
  private final Field expected;

  private PeerCase(Path folder, Field expected) {
    this.folder = folder;
    this.expected = expected;
  }

  static List<PeerCase> in(Path cases) {
    try (Stream<Path> folders = Files.list(cases)) {
      return folders.sorted().map(PeerCase::of).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the names of cases in which tools mean different things by the same rule. */
  static Set<String> contested(Path file) {
    return read(file).items().stream()
        .map(each -> each.field("case").text().orElse(""))
        .collect(Collectors.toSet());
  }

  private static PeerCase of(Path folder) {
    return new PeerCase(folder, read(folder.resolve("expected.json")));
  }

  private static Field read(Path file) {
    try {
      return DocumentReader.kubernetes().readOne(file.toString(), Files.readString(file)).field();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  String rule() {
    return expected.field("rule").text().orElse("");
  }

  /** Returns whether the rule is kept or broken, by the rule as it is without settings. */
  boolean isPlain() {
    String verdict = expected.field("verdict").text().orElse("");
    boolean isSet = !expected.field("configKeys").items().isEmpty();
    return !isSet && (verdict.equals("pass") || verdict.equals("fail"));
  }

  /** Returns the verdicts to be had: by resource, or one for all. */
  Map<String, String> verdicts() {
    Map<String, String> verdicts = new TreeMap<>();
    if (expected.field("granularity").is("resource").holds()) {
      for (Field resource : expected.field("resources").items()) {
        verdicts.put(
            resource.field("kind").text().orElse("")
                + " "
                + resource.field("name").text().orElse(""),
            resource.field("verdict").text().orElse(""));
      }
    } else {
      verdicts.put("all", expected.field("verdict").text().orElse(""));
    }
    verdicts.values().removeIf(verdict -> !verdict.equals("pass") && !verdict.equals("fail"));
    return verdicts;
  }

  /** Returns the verdicts that {@code rules} give to the same. */
  Map<String, String> answers(KubernetesEvaluator evaluator, Set<String> rules) {
    Evaluation evaluation = evaluator.evaluate(Manifests.in(folder.resolve("manifest.yaml")));
    Set<String> failing =
        evaluation.findings().stream()
            .filter(finding -> rules.contains(finding.rule().value()))
            .filter(finding -> finding.verdict() == Verdict.FAIL)
            .map(Finding::subject)
            .map(PeerCase::resource)
            .collect(Collectors.toSet());
    Map<String, String> answers = verdicts();
    answers.replaceAll(
        (resource, verdict) ->
            failing.contains(resource) || (resource.equals("all") && !failing.isEmpty())
                ? "fail"
                : "pass");
    return answers;
  }

  private static String resource(Subject subject) {
    return subject.kind() + " " + String.join("", subject.values(Subject.NAME));
  }
}
