package dev.avow.disclosure;

import dev.avow.policy.document.form.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes plans: as a table for a person, as JSON for a program.
 *
 * <p>Equal plans are written alike. Instants are those of the policy's zone, to the second, rounded
 * down; a deadline at the end of a day is its last second.
 *
 * <pre>{@code
 * PlanReport.text(plan, System.out);
 * }</pre>
 */
public final class PlanReport {

  private static final String GAP = "  ";

  private PlanReport() {}

  /**
   * Writes {@code plan} as a table, and below it what is overdue and what is next.
   *
   * @throws UncheckedIOException if {@code out} cannot be written to
   */
  public static void text(Plan plan, Appendable out) {
    PlanTable table = new PlanTable(plan);
    StringBuilder text = new StringBuilder();
    text.append(
        "case %s under %s at %s\n\n"
            .formatted(
                plan.disclosureCase().id(),
                plan.policy(),
                Instants.show(plan.now(), plan.calendar().zone())));
    List<List<String>> rows = table.rows();
    int[] widths =
        IntStream.range(0, PlanTable.HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    rows.forEach(row -> text.append(line(row, widths)).append('\n'));
    text.append('\n');
    table.summary().forEach(line -> text.append(line).append('\n'));
    append(out, text);
  }

  /**
   * Writes {@code plan} as JSON.
   *
   * @throws UncheckedIOException if {@code out} cannot be written to
   */
  public static void json(Plan plan, Appendable out) {
    append(out, JsonText.of(new PlanTree(plan).tree()));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static void append(Appendable out, CharSequence text) {
    try {
      out.append(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
