package dev.avow.disclosure.publish;

import dev.avow.disclosure.Conformance;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import java.util.List;
import java.util.stream.Stream;

/** What people labelled in real SECURITY.md files. */
final class Labels {

  private Labels() {}

  /** The labels of one file, with what was read from it. */
  record Labelled(String file, Field label, PolicyReading reading) {
    List<Field> all(String name) {
      return label.field(name).items();
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Labelled> all() {
    return DocumentReader.yaml12()
        .readOne(Conformance.file("securitymd/labels.json"))
        .field()
        .field("policies")
        .items()
        .stream()
        .map(Labels::read);
  }

  private static Labelled read(Field label) {
    String file = text(label, "file");
    return new Labelled(
        file, label, SecurityMarkdown.read(Conformance.file("securitymd/files/" + file)));
  }

  static String text(Field field, String name) {
    return field.field(name).text().orElseThrow();
  }
}
