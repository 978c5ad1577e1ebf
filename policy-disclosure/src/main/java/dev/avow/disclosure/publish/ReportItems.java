package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.Items.Noted;
import dev.avow.disclosure.publish.words.Wording;
import dev.avow.policy.ReportItem;
import dev.avow.policy.ReportItem.Needs;
import dev.avow.policy.ReportItem.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How items that a report contains are written in a list, and read from it. */
final class ReportItems {

  private static final String REQUIRED = "required";
  private static final String ONE_OF = "one of: ";
  private static final String ALL_OF = "all of: ";

  private static final List<String> OPTIONAL =
      List.of(
          "if possible",
          "if available",
          "optional",
          "if you have",
          "if any",
          "if known",
          "if safe",
          "where possible",
          "if applicable",
          "nice to have",
          "may be left out");

  private ReportItems() {}

  static ReportItem read(String raw, Slugs slugs) {
    String whole = Items.withoutStop(raw);
    Noted noted = Items.noted(whole);
    if (noted.note().equals(REQUIRED)) {
      return ReportItem.required(slugs.of(noted.text()), noted.text());
    }
    if (noted.note().startsWith(ONE_OF)) {
      return ReportItem.oneOf(
          slugs.of(noted.text()), noted.text(), parts(split(noted.note(), ONE_OF)));
    }
    if (noted.note().startsWith(ALL_OF)) {
      return ReportItem.allOf(
          slugs.of(noted.text()), noted.text(), parts(split(noted.note(), ALL_OF)));
    }
    if (Wording.of(noted.note()).has(OPTIONAL)) {
      return ReportItem.optional(slugs.of(noted.text()), noted.text());
    }
    Wording words = Wording.of(whole);
    boolean optional = words.has(OPTIONAL) || words.begins("any ");
    return optional ? ReportItem.optional(slugs.of(whole), whole) : required(whole, noted, slugs);
  }

  private static List<String> split(String note, String before) {
    return Arrays.stream(note.substring(before.length()).split(";", -1))
        .map(String::strip)
        .toList();
  }

  private static ReportItem required(String whole, Noted noted, Slugs slugs) {
    List<String> either = Items.alternatives(whole);
    if (either.size() > 1) {
      return ReportItem.oneOf(slugs.of(whole), whole, parts(either));
    }
    List<String> all = Arrays.stream(noted.note().split(",", -1)).map(String::strip).toList();
    boolean list =
        all.size() > 1
            && all.stream().noneMatch(String::isEmpty)
            && !Wording.of(noted.note())
                .has("e.g", "eg ", "such as", "for example", "etc", "or ", "please");
    return list
        ? ReportItem.allOf(slugs.of(noted.text()), noted.text(), parts(all))
        : ReportItem.required(slugs.of(whole), whole);
  }

  private static Part[] parts(List<String> texts) {
    Slugs slugs = new Slugs();
    return texts.stream()
        .map(text -> ReportItem.part(slugs.of(text), Items.capitalised(text)))
        .toArray(Part[]::new);
  }

  /** Returns the plainest text that is read as {@code item} again. */
  static String write(ReportItem item) {
    String text = Texts.item(item.text());
    String parts =
        item.parts().stream()
            .map(part -> Texts.item(part.text()).replace(';', ','))
            .collect(Collectors.joining("; "));
    String given = (item.needs() == Needs.ONE ? ONE_OF : ALL_OF) + parts;
    String inParts = item.parts().isEmpty() ? text : "%s (%s)".formatted(text, given);
    return Stream.of(text, text + " (optional)", text + " (" + REQUIRED + ")", inParts)
        .filter(written -> says(written, item))
        .findFirst()
        .orElse(inParts);
  }

  private static boolean says(String written, ReportItem item) {
    ReportItem read = read(written, new Slugs());
    return read.text().equals(Texts.item(item.text()))
        && read.required() == item.required()
        && read.needs() == item.needs()
        && texts(read).equals(texts(item));
  }

  private static List<String> texts(ReportItem item) {
    return item.parts().stream().map(part -> Texts.item(part.text())).toList();
  }
}
