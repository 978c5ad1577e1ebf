package dev.avow.disclosure.publish.page;

import java.util.List;

/**
 * A table.
 *
 * @param header the cells above the columns
 * @param rows the other rows
 */
public record Grid(List<Prose> header, List<Row> rows) {

  /** Creates a table; the lists are copied. */
  public Grid {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * A row of a table.
   *
   * @param line its line, from 1
   * @param cells its cells; fewer than the header has where the row is short
   */
  public record Row(int line, List<Prose> cells) {

    /** Creates a row; the list is copied. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** Returns the text of the cell in {@code column}; empty where there is none. */
    public String text(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column).plain().strip() : "";
    }
  }
}
