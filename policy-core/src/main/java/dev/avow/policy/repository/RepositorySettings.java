package dev.avow.policy.repository;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.TextFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the host of a repository is set to do, which no file of the repository shows.
 *
 * <p>Read from what GitHub's REST API says of a repository ({@code GET /repos/{owner}/{repo}}) or
 * of its security updates ({@code …/automated-security-fixes}).
 *
 * @see <a href="https://docs.github.com/en/rest/repos/repos">REST API</a>
 */
public final class RepositorySettings {

  private final Field root;

  private RepositorySettings(Field root) {
    this.root = root;
  }

  /**
   * Reads settings.
   *
   * @throws DocumentException if {@code file} cannot be read or is no JSON
   */
  public static RepositorySettings read(Path file) {
    return parse(TextFile.source(file), TextFile.read(file));
  }

  /**
   * Reads settings.
   *
   * @throws DocumentException if {@code text} is no JSON
   */
  public static RepositorySettings parse(String source, String text) {
    return new RepositorySettings(DocumentReader.yaml12().readOne(source, text).field());
  }

  /** Returns whether security updates are on; nothing if the settings do not say so. */
  public Optional<Boolean> securityUpdates() {
    return state(securityUpdatesField());
  }

  Field securityUpdatesField() {
    return first(root.at("security_and_analysis.dependabot_security_updates.status"), "enabled");
  }

  /** Returns whether the host scans for secrets; nothing if the settings do not say so. */
  public Optional<Boolean> secretScanning() {
    return state(secretScanningField());
  }

  Field secretScanningField() {
    return root.at("security_and_analysis.secret_scanning.status");
  }

  private Field first(Field field, String other) {
    return Stream.of(field, root.field(other)).filter(Field::isPresent).findFirst().orElse(field);
  }

  private static Optional<Boolean> state(Field field) {
    return field.flag().or(() -> field.text().map("enabled"::equals));
  }

  @Override
  public String toString() {
    return "settings at " + root.location();
  }
}
