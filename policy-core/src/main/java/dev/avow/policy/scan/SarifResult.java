package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One result of a SARIF run, whose rule may stand before or behind it. */
final class SarifResult {

  private static final Set<String> NO_FAILURES = Set.of("pass", "notApplicable", "informational");

  private final JsonCursor in;
  private final Location at;
  private String id = "";
  private long index = -1;
  private long extension = -1;
  private String level = "";
  private String kind = "fail";
  private String baseline = "";
  private String score = "";
  private String path = "";
  private long line;
  private final List<String> suppressed = new ArrayList<>();

  private SarifResult(JsonCursor in) {
    this.in = in;
    this.at = in.location();
  }

  static SarifResult read(JsonCursor in) {
    SarifResult result = new SarifResult(in);
    in.fields(result::field);
    return result;
  }

  private String text() {
    return in.text().orElse("");
  }

  private void field(String field) {
    switch (field) {
      case "ruleId" -> id = text();
      case "ruleIndex" -> index = in.integer().orElse(-1);
      case "rule" -> in.fields(this::rule);
      case "level" -> level = text();
      case "kind" -> kind = in.text().orElse("fail");
      case "baselineState" -> baseline = text();
      case "properties" -> in.fields(this::property);
      case "locations" -> in.items(() -> in.fields(this::location));
      case "suppressions" -> in.items(this::suppression);
      default -> {}
    }
  }

  private void rule(String field) {
    switch (field) {
      case "id" -> id = text();
      case "index" -> index = in.integer().orElse(-1);
      case "toolComponent" -> in.fields(this::component);
      default -> {}
    }
  }

  private void component(String field) {
    if (field.equals("index")) {
      extension = in.integer().orElse(-1);
    }
  }

  private void property(String field) {
    if (field.equals("security-severity")) {
      score = in.textOrNumber().orElse("");
    }
  }

  private void location(String field) {
    if (field.equals("physicalLocation")) {
      in.fields(this::physical);
    }
  }

  private void physical(String field) {
    switch (field) {
      case "artifactLocation" -> in.fields(this::uri);
      case "region" -> in.fields(this::region);
      default -> {}
    }
  }

  private void uri(String field) {
    if (field.equals("uri") && path.isEmpty()) {
      path = text();
    }
  }

  private void region(String field) {
    if (field.equals("startLine") && line == 0) {
      line = in.integer().orElse(0);
    }
  }

  private void suppression() {
    String[] said = {"accepted", ""};
    in.fields(
        field -> {
          switch (field) {
            case "status" -> said[0] = in.text().orElse("accepted");
            case "justification" -> said[1] = text();
            default -> {}
          }
        });
    if (said[0].equals("accepted")) {
      suppressed.add(said[1].isBlank() ? "suppressed" : "suppressed: " + said[1]);
    }
  }

  /** Returns the finding; nothing if the result says that nothing is wrong, any more. */
  Optional<ScanFinding> finding(SarifRules rules) {
    if (NO_FAILURES.contains(kind) || baseline.equals("absent")) {
      return Optional.empty();
    }
    Optional<SarifRules.Rule> rule = rules.find(id, index, extension);
    String name = id.isEmpty() ? rule.map(SarifRules.Rule::id).orElse("") : id;
    if (name.isEmpty()) {
      throw in.refuse(at, "must have ruleId, or a rule that has an id, but has none");
    }
    ScanFinding.Builder finding = ScanFinding.of(kindOf(name, rule), at).id(name);
    finding.title(rule.map(SarifRules.Rule::title).orElse("")).path(path).line(line);
    weigh(finding, rule);
    if (!suppressed.isEmpty()) {
      finding.exemption(Exemption.tolerated(String.join(", ", suppressed)));
    }
    return Optional.of(finding.build());
  }

  private static ScanKind kindOf(String name, Optional<SarifRules.Rule> rule) {
    Set<String> tags = rule.map(SarifRules.Rule::tags).orElse(Set.of());
    for (ScanKind kind : ScanKind.values()) {
      if (tags.contains(kind.label().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    boolean advisory = name.startsWith("CVE-") || name.startsWith("GHSA-");
    return advisory ? ScanKind.VULNERABILITY : ScanKind.WEAKNESS;
  }

  /** A score tells more than a level, which knows nothing above error. */
  private void weigh(ScanFinding.Builder finding, Optional<SarifRules.Rule> rule) {
    String told = score.isEmpty() ? rule.map(SarifRules.Rule::score).orElse("") : score;
    Severity severity = Words.ofScore(told);
    if (severity != Severity.UNKNOWN) {
      finding.severity(severity);
      return;
    }
    String standard =
        rule.map(SarifRules.Rule::level).filter(it -> !it.isEmpty()).orElse("warning");
    switch (level.isEmpty() ? standard : level) {
      case "error" -> finding.severity(Severity.HIGH).atMost(Severity.CRITICAL);
      case "warning" -> finding.severity(Severity.MEDIUM);
      case "note" -> finding.severity(Severity.LOW);
      case "none" -> finding.severity(Severity.INFO);
      default -> finding.severity(Severity.UNKNOWN);
    }
  }
}
