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

  static SecurityPolicy read(Path file, PolicyResolver resolver) {
    return read(resolver, reader -> reader.readOne(file));
  }

  static SecurityPolicy parse(String source, String text, PolicyResolver resolver) {
    return read(resolver, reader -> reader.readOne(source, text));
  }

  private static SecurityPolicy read(
      PolicyResolver resolver, Function<DocumentReader, Document> document) {
    Problems problems = new Problems();
    Optional<Layer> layer = Optional.empty();
    try {
      Document read = document.apply(LayerReader.READER);
      layer = new LayerReader(resolver, problems).read(read);
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    if (layer.isEmpty() || !problems.isEmpty()) {
      throw new PolicyException(problems.sorted());
    }
    return layer.get().policy();
  }
}
