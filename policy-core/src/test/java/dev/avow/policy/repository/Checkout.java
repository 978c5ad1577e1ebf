package dev.avow.policy.repository;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A repository of some files, judged by a policy. */
final class Checkout {

  private final Path root;
  private Optional<RepositorySettings> settings = Optional.empty();

  Checkout(Path root) {
    this.root = root;
  }

  Checkout with(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Checkout settings(String json) {
    settings = Optional.of(RepositorySettings.parse("settings", json));
    return this;
  }

  Evaluation evaluate(String policy) {
    SecurityPolicy read =
        SecurityPolicy.parse("apiVersion: avow.dev/v1\nkind: SecurityPolicy\nname: x\n" + policy);
    RepositoryEvaluator.Builder builder = RepositoryEvaluator.builder(read);
    settings.ifPresent(builder::settings);
    return builder.build().evaluate(root);
  }

  /** Returns what {@code rule} finds, as {@code file:line:column verdict message}. */
  List<String> found(String policy, String rule) {
    Evaluation evaluation = evaluate(policy);
    return evaluation.findings().stream()
        .filter(it -> it.rule().equals(RuleId.of(rule)))
        .map(
            it ->
                it.location().toString().replace(root.toString(), "").replaceFirst("^/", "")
                    + " "
                    + it.verdict()
                    + " "
                    + it.message())
        .toList();
  }
}
