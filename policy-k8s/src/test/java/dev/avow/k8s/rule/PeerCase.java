package dev.avow.k8s.rule;

import dev.avow.k8s.Conformance;
import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
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

  private static final String ALL = "all";
  private static final String FAIL = "fail";
  private static final String PASS = "pass";

  private final Path folder;
  private final Field expected;
  private final boolean contested;

  private PeerCase(Path folder, Set<String> contested) {
    this.folder = folder;
    this.expected = read(folder.resolve("expected.json"));
    this.contested = contested.contains(name());
  }

  /** Returns the cases of {@code corpus}; skips the test where they are absent. */
  static List<PeerCase> of(String corpus) {
    Set<String> contested =
        read(Conformance.at("kubernetes/contested.json")).items().stream()
            .filter(each -> each.field("corpus").is(corpus).holds())
            .map(each -> text(each, "case"))
            .collect(Collectors.toSet());
    try (Stream<Path> folders = Files.list(Conformance.at("kubernetes/" + corpus + "/cases"))) {
      return folders.sorted().map(folder -> new PeerCase(folder, contested)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Field read(Path file) {
    try {
      return DocumentReader.kubernetes().readOne(file.toString(), Files.readString(file)).field();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Field around, String name) {
    return around.field(name).text().orElse("");
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Returns what the other tool calls the rule. */
  String rule() {
    return text(expected, "rule");
  }

  /** Returns the kind of rule, by a name that the corpora share; empty if it has none. */
  String kind() {
    return text(expected, "hardening");
  }

  /** Returns the parameters under which the verdict was given. */
  Field parameters() {
    return expected.field("parameters").isPresent()
        ? expected.field("parameters")
        : expected.field("config");
  }

  /** Returns the names of the objects of {@code kind} that the cluster has beside the manifest. */
  List<String> inventory(String kind) {
    Path inventory = folder.resolve("src").resolve("inventory");
    if (!Files.isDirectory(inventory)) {
      return List.of();
    }
    try (Stream<Manifest> manifests = Manifests.in(inventory).stream()) {
      return manifests
          .filter(Resource.class::isInstance)
          .map(manifest -> ((Resource) manifest).id())
          .filter(id -> id.kind().equals(kind))
          .map(ResourceId::name)
          .toList();
    }
  }

  /** Returns whether the tools mean different things by the rule, as others found. */
  boolean isContested() {
    return contested;
  }

  /** Returns the verdicts to be had: by resource, or one for all. */
  Map<String, String> verdicts() {
    Map<String, String> verdicts = new TreeMap<>();
    if (expected.field("granularity").is("resource").holds()) {
      for (Field each : expected.field("resources").items()) {
        String name =
            String.join(" ", text(each, "namespace"), text(each, "kind"), text(each, "name"));
        verdicts.put(name.strip(), text(each, "verdict"));
      }
    } else {
      verdicts.put(ALL, text(expected, "verdict"));
    }
    verdicts.values().removeIf(verdict -> !verdict.equals(PASS) && !verdict.equals(FAIL));
    return verdicts;
  }

  /** Returns the verdicts that {@code rules} give to the same. */
  Map<String, String> answers(KubernetesEvaluator evaluator, Set<String> rules) {
    Evaluation evaluation = evaluator.evaluate(Manifests.in(manifests()));
    Map<String, String> answers = verdicts();
    answers.replaceAll((resource, verdict) -> answer(resource, evaluation, rules));
    return answers;
  }

  /** Returns the manifest with what the cluster holds beside it. */
  private List<Path> manifests() {
    return Stream.of("manifest.yaml", "src/inventory")
        .map(folder::resolve)
        .filter(Files::exists)
        .toList();
  }

  private static String answer(String resource, Evaluation evaluation, Set<String> rules) {
    List<Verdict> found =
        evaluation.findings().stream()
            .filter(finding -> rules.contains(finding.rule().value()))
            .filter(finding -> resource.equals(ALL) || resource.equals(name(finding.subject())))
            .map(Finding::verdict)
            .distinct()
            .toList();
    if (found.contains(Verdict.FAIL)) {
      return FAIL;
    }
    return found.isEmpty() ? PASS : "inconclusive";
  }

  private static String name(Subject subject) {
    String name =
        String.join(
            " ",
            String.join("", subject.values(Subject.NAMESPACE)),
            subject.kind(),
            String.join("", subject.values(Subject.NAME)));
    return name.strip();
  }

  @Override
  public String toString() {
    return name();
  }
}
