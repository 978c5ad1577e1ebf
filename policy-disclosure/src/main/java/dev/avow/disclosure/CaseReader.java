package dev.avow.disclosure;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.form.Problems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads cases, and tells all that is wrong with them at once. */
final class CaseReader {

  private CaseReader() {}

  static DisclosureCase read(Path file) {
    return read(reader -> reader.readOne(file));
  }

  static DisclosureCase parse(String source, String text) {
    return read(reader -> reader.readOne(source, text));
  }

  private static DisclosureCase read(Function<DocumentReader, Document> document) {
    Problems problems = new Problems();
    Optional<DisclosureCase> read = Optional.empty();
    try {
      Document file = document.apply(DocumentReader.yaml12().keepingFirst());
      read = CaseForm.CASE.read(problems.open(file), problems);
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    if (read.isEmpty() || !problems.isEmpty()) {
      throw new CaseException(problems.sorted());
    }
    return read.get();
  }
}
