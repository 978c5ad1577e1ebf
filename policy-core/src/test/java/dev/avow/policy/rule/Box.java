package dev.avow.policy.rule;

import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;

/** Something to judge: whatever a YAML document says. */
record Box(Field place) implements Target {

  static final Scope<Box> BOX = Scope.of("box", Box.class, "shelf", "name");

  static Box of(String yaml) {
    return new Box(DocumentReader.kubernetes().readOne("boxes.yaml", yaml).field());
  }

  Field at(String path) {
    return place.at(path);
  }

  @Override
  public Subject subject() {
    return Subject.of("Box").with("shelf", "top").with("name", "red");
  }
}
