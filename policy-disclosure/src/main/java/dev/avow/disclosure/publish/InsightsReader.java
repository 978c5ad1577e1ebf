package dev.avow.disclosure.publish;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Limits;
import dev.avow.policy.finding.Problem;
import java.util.List;
import java.util.function.Function;

/** Reads files of Security Insights, as far as they are of a version that is known. */
final class InsightsReader {

  /** Real files have some kilobytes and some hundred values. */
  private static final Limits LIMITS = new Limits(1 << 18, 50, 1 << 13);

  private InsightsReader() {}

  static SecurityInsights read(Function<DocumentReader, Document> document) {
    try {
      Document read = document.apply(DocumentReader.yaml12().keepingFirst().within(LIMITS));
      requireVersion(read.field().field("header").field("schema-version"));
      return new SecurityInsights(read);
    } catch (DocumentException unreadable) {
      throw new PaperException(
          List.of(new Problem(unreadable.location(), unreadable.unreadable().reason(), "")));
    }
  }

  private static void requireVersion(Field version) {
    if (version.text().filter(text -> text.startsWith("2.")).isEmpty()) {
      throw new PaperException(
          List.of(
              new Problem(
                  version.location(),
                  "schema-version of Security Insights must be 2.x, such as 2.2.0,",
                  version.found())));
    }
  }
}
