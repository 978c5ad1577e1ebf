package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Block;
import dev.avow.disclosure.publish.page.Grid;
import dev.avow.policy.version.SupportCondition;
import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tables of supported versions, and leaves other tables alone. */
final class VersionTables {

  private final ReadingDraft draft;

  private VersionTables(ReadingDraft draft) {
    this.draft = draft;
  }

  /** Reads the tables; returns whether there was one about support. */
  static boolean read(ReadingDraft draft) {
    VersionTables tables = new VersionTables(draft);
    boolean found = false;
    for (Block block : draft.page().blocks()) {
      Optional<Grid> grid = block.grid();
      if (grid.isPresent()) {
        boolean about = tables.read(block, grid.get());
        found |= about;
        if (about) {
          draft.use(block);
        }
      }
    }
    return found;
  }

  private boolean read(Block block, Grid grid) {
    boolean expected = draft.topic(block.section()) == Topic.VERSIONS;
    Optional<VersionColumns> columns = VersionColumns.of(grid, expected);
    if (columns.isEmpty()) {
      return false;
    }
    for (Grid.Row row : grid.rows()) {
      rows(row, columns.get()).forEach(read -> add(row, read));
    }
    return true;
  }

  private void add(Grid.Row row, SupportRow read) {
    SupportRow placed = read.at(draft.at(row.line()));
    if (read.text().equals(VersionText.OTHERS) && read.condition().isAny()) {
      draft.take(
          row.line(),
          read.text(),
          row,
          () -> draft.policy().versions(known -> known.others(read.status())));
    } else {
      draft.take(
          row.line(),
          read.text(),
          row,
          () ->
              draft
                  .policy()
                  .versions(known -> known.rows().contains(placed) ? known : known.and(placed)));
    }
  }

  private List<SupportRow> rows(Grid.Row row, VersionColumns columns) {
    Optional<SupportStatus> status = columns.status(row);
    if (status.isEmpty()) {
      if (!row.cells().stream().allMatch(cell -> cell.plain().isBlank())) {
        draft.note(
            Passage.Kind.NOT_UNDERSTOOD,
            row.line(),
            columns.words(row),
            "does not say whether it is supported");
      }
      return List.of();
    }
    List<SupportRow> rows = new ArrayList<>();
    for (SupportRow about : subjects(row, columns)) {
      SupportRow read = about.status(status.get()).until(columns.until(row));
      condition(row, columns).map(read::when).or(() -> Optional.of(read)).ifPresent(rows::add);
    }
    return rows;
  }

  private static List<SupportRow> subjects(Grid.Row row, VersionColumns columns) {
    List<SupportRow> subjects = new ArrayList<>();
    String version = columns.version(row);
    if (!VersionText.isNothing(version)) {
      subjects.add(VersionText.row(version));
    }
    String branch = columns.branch(row);
    if (!VersionText.isNothing(branch)) {
      subjects.add(SupportRow.branch(branch));
    }
    return subjects;
  }

  private Optional<SupportCondition> condition(Grid.Row row, VersionColumns columns) {
    String text = columns.condition(row);
    if (VersionText.isNothing(text)) {
      return Optional.empty();
    }
    Optional<SupportCondition> read = Conditions.read(text);
    if (read.isEmpty()) {
      draft.note(
          Passage.Kind.NOT_UNDERSTOOD, row.line(), text, "does not say for which severities");
    }
    return read;
  }
}
