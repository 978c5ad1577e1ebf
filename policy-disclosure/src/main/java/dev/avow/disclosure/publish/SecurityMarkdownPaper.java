package dev.avow.disclosure.publish;

import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SECURITY.md among the documents that are published. */
final class SecurityMarkdownPaper implements Paper {

  @Override
  public List<String> places() {
    return List.of("SECURITY.md", ".github/SECURITY.md", "docs/SECURITY.md");
  }

  @Override
  public boolean isForm(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  @Override
  public Optional<String> missing(SecurityPolicy policy, Path file) {
    return Optional.empty();
  }

  @Override
  public String write(SecurityPolicy policy, LocalDate day, Path file) {
    return SecurityMarkdown.write(policy);
  }

  @Override
  public Evaluation lint(Path file, LocalDate day, ReleaseCatalog releases) {
    return PaperLint.of(SecurityMarkdown.read(file), day, releases);
  }

  @Override
  public Evaluation drift(SecurityPolicy policy, Path file) {
    return SecurityMarkdown.drift(policy, SecurityMarkdown.read(file)).evaluation();
  }
}
