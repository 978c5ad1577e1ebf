package dev.avow.disclosure.intake;

import dev.avow.policy.ReportItem;
import dev.avow.policy.ReportItem.Needs;
import java.util.List;
import java.util.Optional;

/** Says what a report lacks. */
final class Contents {

  private Contents() {}

  /** Returns the required items that {@code report} lacks, in the order of the policy. */
  static List<Missing> missing(List<ReportItem> asked, VulnerabilityReport report) {
    return asked.stream()
        .filter(ReportItem::required)
        .flatMap(item -> missing(item, report).stream())
        .toList();
  }

  /** An item can be given as a whole, or part by part. */
  private static Optional<Missing> missing(ReportItem item, VulnerabilityReport report) {
    if (report.contains(item.id())) {
      return Optional.empty();
    }
    List<ReportItem.Part> lacking =
        item.parts().stream().filter(part -> !report.contains(part.id())).toList();
    boolean enough =
        item.needs() == Needs.ONE ? lacking.size() < item.parts().size() : lacking.isEmpty();
    return enough && !item.parts().isEmpty()
        ? Optional.empty()
        : Optional.of(new Missing(item, lacking));
  }
}
