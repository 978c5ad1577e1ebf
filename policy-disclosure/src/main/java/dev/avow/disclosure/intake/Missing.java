package dev.avow.disclosure.intake;

import dev.avow.policy.ReportItem;
import java.util.List;

/**
 * Something that a policy asks reports for and a report lacks.
 *
 * @param item the item
 * @param parts the parts that are lacking; where one of them would do, all it could be
 */
public record Missing(ReportItem item, List<ReportItem.Part> parts) {

  /** Creates it; the list is copied. */
  public Missing {
    parts = List.copyOf(parts);
  }

  /** Returns what is lacking, for a person. */
  public String text() {
    String between = item.needs() == ReportItem.Needs.ONE ? " or " : ", ";
    List<String> texts = parts.stream().map(ReportItem.Part::text).toList();
    return texts.isEmpty() ? item.text() : item.text() + ": " + String.join(between, texts);
  }
}
