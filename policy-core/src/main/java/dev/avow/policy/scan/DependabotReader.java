package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.scan.ScanReport.Draft;

/**
 * Reads the alerts of Dependabot: lists of alerts, one behind the other or in a list of pages.
 *
 * @see <a href="https://docs.github.com/en/rest/dependabot/alerts">REST API</a>
 */
final class DependabotReader {

  private final JsonCursor in;
  private final Draft draft;

  DependabotReader(JsonCursor in) {
    this.in = in;
    this.draft = new Draft(ScanFormat.DEPENDABOT, in.location());
  }

  void page() {
    in.items(
        () -> {
          if (in.isList()) {
            page();
          } else {
            draft.targets++;
            draft.findings.add(new DependabotAlert(in).read());
          }
        });
  }

  ScanReport finish() {
    draft.lookedFor(ScanKind.VULNERABILITY);
    return ScanReport.of(draft);
  }
}
