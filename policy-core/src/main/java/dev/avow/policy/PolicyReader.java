package dev.avow.policy;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.form.Problems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads policies, and tells all that is wrong with them at once. */
final class PolicyReader {

  private PolicyReader() {}

  static SecurityPolicy read(Path file) {
    return read(reader -> reader.readOne(file));
  }

  static SecurityPolicy parse(String source, String text) {
    return read(reader -> reader.readOne(source, text));
  }

  private static SecurityPolicy read(Function<DocumentReader, Document> document) {
    Problems problems = new Problems();
    Optional<SecurityPolicy> policy = Optional.empty();
    try {
      Document read = document.apply(DocumentReader.yaml12().keepingFirst());
      policy = PolicyForm.POLICY.read(problems.open(read), problems);
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    if (policy.isEmpty() || !problems.isEmpty()) {
      throw new PolicyException(problems.sorted());
    }
    return policy.get();
  }
}
