package dev.avow.k8s.rule;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.StorageOverrides;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Manifests that show when a rule holds and when not: the expectation stands on the line at fault,
 * as {@code # expect: message} or, for what cannot be decided, {@code # unknown: message}; several
 * may stand on one line. At the head, {@code # with: name=value} sets a parameter of the rule, and
 * {@code # trust: registry, …} names trusted registries, {@code # kubernetes: version} says for
 * which version it is judged, and {@code # storage: …} what the policy says of storage.
 */
final class Fixture {

  private static final String FAILS = "# expect: ";
  private static final String UNKNOWN = "# unknown: ";

  private final RuleDescription rule;
  private final String text;

  private Fixture(RuleDescription rule, String text) {
    this.rule = rule;
    this.text = text;
  }

  static Fixture of(RuleDescription rule) {
    String name = "/rules/" + rule.id() + ".yaml";
    try (InputStream in = Fixture.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("rule " + rule.id() + " must have a fixture at " + name);
      }
      return new Fixture(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns what is to be found, as {@code line verdict message}, sorted. */
  List<String> expected() {
    List<String> expected = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      for (String mark : lines.get(i).split("(?=" + FAILS + "|" + UNKNOWN + ")", -1)) {
        if (mark.startsWith(FAILS)) {
          expected.add(entry(i + 1, Verdict.FAIL, mark.substring(FAILS.length()).strip()));
        } else if (mark.startsWith(UNKNOWN)) {
          expected.add(
              entry(i + 1, Verdict.INCONCLUSIVE, mark.substring(UNKNOWN.length()).strip()));
        }
      }
    }
    return expected.stream().sorted().toList();
  }

  /** Returns what the rule finds, in the same form. */
  List<String> found() {
    return findings().map(Fixture::entry).sorted().toList();
  }

  /** Returns what the rule finds, in the order of the places. */
  Stream<Finding> findings() {
    return evaluate().findings().stream().filter(finding -> finding.rule().equals(rule.id()));
  }

  /** Returns the verdicts that the rule gives. */
  Set<Verdict> verdicts() {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    RuleId id = rule.id();
    evaluate()
        .forEachVerdict(
            (judging, subject, verdict) -> {
              if (judging.equals(id)) {
                verdicts.add(verdict);
              }
            });
    return verdicts;
  }

  private Evaluation evaluate() {
    HardeningProfile.Builder profile =
        HardeningProfile.builder().profile(Profile.BASELINE).with(rule.id().value());
    header("# trust: ").forEach(line -> profile.trustRegistries(list(line).toArray(String[]::new)));
    header("# kubernetes: ").map(KubernetesVersion::parse).forEach(profile::kubernetes);
    header("# storage: ").map(Fixture::storage).forEach(profile::storage);
    header("# with: ").forEach(line -> set(line, profile));
    return KubernetesEvaluator.builder(profile.build())
        .build()
        .evaluate(Manifests.of("fixture.yaml", text));
  }

  private static StorageOverrides storage(String written) {
    String policy = "{apiVersion: avow.dev/v1, kind: SecurityPolicy, name: fixture,";
    return SecurityPolicy.parse("fixture", policy + " hardening: {storage: " + written + "}}")
        .hardening()
        .storage();
  }

  private Stream<String> header(String mark) {
    return text.lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()).strip());
  }

  private void set(String assignment, HardeningProfile.Builder profile) {
    String name = assignment.substring(0, assignment.indexOf('='));
    String written = assignment.substring(assignment.indexOf('=') + 1);
    Parameter<?> parameter =
        rule.parameters().stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow();
    profile.set(rule.id().value(), name, value(parameter, written));
  }

  private static Object value(Parameter<?> parameter, String written) {
    Object standard = parameter.standard();
    if (standard instanceof Boolean) {
      return Boolean.valueOf(written);
    }
    if (standard instanceof Long) {
      return Long.valueOf(written);
    }
    return standard instanceof List ? list(written) : written;
  }

  private static List<String> list(String written) {
    return Arrays.stream(written.split(",", -1)).map(String::strip).toList();
  }

  private static String entry(Finding finding) {
    return entry(finding.location().line(), finding.verdict(), finding.message());
  }

  private static String entry(int line, Verdict verdict, String message) {
    return "%4d %s %s".formatted(line, verdict, message);
  }
}
