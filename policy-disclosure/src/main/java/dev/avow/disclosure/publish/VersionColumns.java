package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Grid;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.version.SupportStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column of a table says what, where the table is about support; -1 for what none says. */
final class VersionColumns {

  private final int version;
  private final int branch;
  private final int status;
  private final int until;
  private final int condition;

  private VersionColumns(int version, int branch, int status, int until, int condition) {
    this.version = version;
    this.branch = branch;
    this.status = status;
    this.until = until;
    this.condition = condition;
  }

  /** Returns the columns; nothing if the table is about something else. */
  static Optional<VersionColumns> of(Grid grid, boolean expected) {
    List<Wording> heads = grid.header().stream().map(head -> Wording.of(head.plain())).toList();
    boolean history =
        heads.stream()
            .anyMatch(head -> head.has("cve", "affected", "patched", "fixed", "advisory"));
    if (history || heads.isEmpty()) {
      return Optional.empty();
    }
    int condition = find(heads, -1, "cvss", "severity", "rating");
    int until = find(heads, condition, "until", "eol", "end of", "ends", "end date", "expires");
    int status = status(heads, List.of(condition, until));
    int branch = find(heads, status, "branch");
    int version = version(heads, List.of(condition, until, status));
    branch = branch == version ? -1 : branch;
    VersionColumns columns = new VersionColumns(version, branch, status, until, condition);
    return columns.fit(grid, expected) ? Optional.of(columns) : Optional.empty();
  }

  private static int find(List<Wording> heads, int except, String... phrases) {
    for (int i = 0; i < heads.size(); i++) {
      if (i != except && heads.get(i).has(phrases)) {
        return i;
      }
    }
    return -1;
  }

  /** "Supported versions" names versions, not their status. */
  private static int status(List<Wording> heads, List<Integer> taken) {
    for (String word :
        List.of(
            "supported",
            "support",
            "maintained",
            "security",
            "status",
            "fixes",
            "updates",
            "patches")) {
      for (int i = 0; i < heads.size(); i++) {
        Wording head = heads.get(i);
        if (!taken.contains(i) && head.has(word) && !head.has("version", "release ")) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int version(List<Wording> heads, List<Integer> taken) {
    for (String word : List.of("version", "release", "series", "line", "branch", "tag")) {
      for (int i = 0; i < heads.size(); i++) {
        if (!taken.contains(i) && heads.get(i).has(word)) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * A table is about support if one column names versions and another says whether they are
   * supported, or until when, or for which vulnerabilities.
   */
  private boolean fit(Grid grid, boolean expected) {
    boolean limited = (until >= 0 || condition >= 0) && expected;
    boolean said = status >= 0 || limited || (condition >= 0 && named(grid));
    if (version < 0 || !said) {
      return false;
    }
    return status < 0 || grid.rows().stream().anyMatch(row -> status(row).isPresent());
  }

  private boolean named(Grid grid) {
    return version >= 0 && Wording.of(grid.header().get(version).plain()).has("supported");
  }

  /** Returns the status of {@code row}; without a column for it, what is listed is supported. */
  Optional<SupportStatus> status(Grid.Row row) {
    return status < 0 ? Optional.of(SupportStatus.SUPPORTED) : SupportStatus.said(row.text(status));
  }

  String version(Grid.Row row) {
    return row.text(version);
  }

  String branch(Grid.Row row) {
    return row.text(branch);
  }

  String until(Grid.Row row) {
    return row.text(until);
  }

  String condition(Grid.Row row) {
    return row.text(condition);
  }

  String words(Grid.Row row) {
    return row.cells().stream()
        .map(cell -> cell.plain().strip())
        .collect(Collectors.joining(" | "));
  }
}
