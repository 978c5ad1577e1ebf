package dev.avow.disclosure;

import dev.avow.disclosure.regime.Regime;
import dev.avow.policy.document.form.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes plans: as a table for a person, as JSON for a program.
 *
 * <p>Titles and names of cases are left out, unless a clearance is passed that covers them.
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
    text(plan, out, Clearance.none());
  }

  /**
   * Writes {@code plan} as a table, with the case's title where {@code clearance} covers it.
   *
   * @throws UncheckedIOException if {@code out} cannot be written to
   */
  public static void text(Plan plan, Appendable out, Clearance clearance) {
    PlanTable table = new PlanTable(plan);
    StringBuilder text = new StringBuilder();
    text.append(
        "case %s under %s at %s\n"
            .formatted(
                plan.disclosureCase().id(),
                under(plan),
                Instants.show(plan.now(), plan.calendar().zone())));
    if (clearance.covers(plan.disclosureCase())) {
      plan.disclosureCase()
          .title()
          .ifPresent(
              title ->
                  text.append("%s (%s)\n".formatted(title, plan.disclosureCase().mark().label())));
    }
    text.append('\n');
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

  private static String under(Plan plan) {
    return Stream.concat(Stream.of(plan.policy()), plan.regimes().stream().map(Regime::title))
        .collect(Collectors.joining(", "));
  }

  /**
   * Writes {@code plan} as JSON.
   *
   * @throws UncheckedIOException if {@code out} cannot be written to
   */
  public static void json(Plan plan, Appendable out) {
    json(plan, out, Clearance.none());
  }

  /**
   * Writes {@code plan} as JSON, with title and names where {@code clearance} covers the case.
   *
   * @throws UncheckedIOException if {@code out} cannot be written to
   */
  public static void json(Plan plan, Appendable out, Clearance clearance) {
    append(out, JsonText.of(new PlanTree(plan, clearance).tree()));
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
