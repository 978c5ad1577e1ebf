package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a finding that Trivy left out of its report, and why; shown with --show-suppressed. */
final class TrivyModified {

  private final JsonCursor in;
  private String type = "";
  private String status = "";
  private String statement = "";
  private String source = "";
  private ScanFinding.@Nullable Builder finding;

  TrivyModified(JsonCursor in) {
    this.in = in;
  }

  void field(String field) {
    switch (field) {
      case "Type" -> type = in.text().orElse("");
      case "Status" -> status = in.text().orElse("");
      case "Statement" -> statement = in.text().orElse("");
      case "Source" -> source = in.text().orElse("");
      case "Finding" -> finding = read(new TrivyItem(in));
      default -> {}
    }
  }

  private ScanFinding.@Nullable Builder read(TrivyItem item) {
    return switch (type) {
      case "vulnerability" -> item.vulnerability();
      case "misconfiguration" -> item.misconfiguration();
      case "secret" -> item.secret();
      case "license" -> item.license();
      default -> null;
    };
  }

  Optional<ScanFinding.Builder> finding() {
    String by = source.isEmpty() ? "" : " by " + source;
    String why = statement.isBlank() ? "" : ": " + statement;
    String reason = status.replace('_', ' ') + by + why;
    boolean tolerated = status.isEmpty() || status.equals("ignored");
    boolean open = status.equals("affected") || status.equals("under_investigation");
    return Optional.ofNullable(finding)
        .map(
            it ->
                open
                    ? it
                    : it.exemption(
                        tolerated ? Exemption.tolerated(reason) : Exemption.notConcerned(reason)));
  }
}
