package dev.avow.disclosure.regime;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads regimes, and tells all that is wrong with them at once. */
final class RegimeReader {

  private RegimeReader() {}

  static Regime read(Function<DocumentReader, Document> document) {
    return read(document, RegimeForm.FORM);
  }

  static <T> T read(Function<DocumentReader, Document> document, Form<T> form) {
    Problems problems = new Problems();
    Optional<T> read = Optional.empty();
    try {
      Document file = document.apply(DocumentReader.yaml12().keepingFirst());
      read = form.read(problems.open(file), problems);
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    if (read.isEmpty() || !problems.isEmpty()) {
      throw new RegimeException(problems.sorted());
    }
    return read.get();
  }

  /** Reads what comes with the library. */
  static <T> T resource(String name, Form<T> form) {
    String file = name + ".yaml";
    try (InputStream in = RegimeReader.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      return read(reader -> reader.readOne(file, text), form);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
