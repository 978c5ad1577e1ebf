package dev.avow.policy.version.lifecycle;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the forms apart, and tells all that is wrong at once. */
final class LifecycleReader {

  private static final String FENCE = "---";

  private LifecycleReader() {}

  static Lifecycle read(Path file) {
    String source = file.toString().replace(file.getFileSystem().getSeparator(), "/");
    try {
      return parse(source, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unavailable) {
      Problems problems = new Problems();
      problems.add(Location.in(source), "file must be a text in UTF-8", "cannot be read");
      throw new LifecycleException(problems.sorted());
    }
  }

  static Lifecycle parse(String source, String text) {
    Problems problems = new Problems();
    try {
      Document document = DocumentReader.yaml12().readOne(source, frontMatter(text));
      Lifecycle read = read(document.field(), stem(source), problems);
      if (problems.isEmpty()) {
        return read;
      }
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    throw new LifecycleException(problems.sorted());
  }

  /** Product files are pages whose front matter holds the data; lines keep their numbers. */
  private static String frontMatter(String text) {
    if (!text.startsWith(FENCE)) {
      return text;
    }
    int end = text.indexOf("\n" + FENCE, FENCE.length());
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String stem(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static Lifecycle read(Field root, String stem, Problems problems) {
    Field result = root.field("result");
    Field product = result.isMapping() ? result : root;
    Field lines = product.isList() ? product : product.field("releases");
    if (!lines.isList() || lines.items().isEmpty()) {
      problems.add(lines.location(), "releases must be a list of releases", lines.found());
      return new ReleaseListReader(stem, problems).read(lines);
    }
    boolean list = lines.items().get(0).field("version").isPresent();
    return list
        ? new ReleaseListReader(stem, problems).read(lines)
        : new EndOfLifeReader(product, stem, problems).read(lines);
  }
}
