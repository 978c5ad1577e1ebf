package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How policies are named that another one extends: one as a text, several as a list. */
final class PolicyReferences implements Form<List<String>> {

  static final PolicyReferences FORM = new PolicyReferences();

  private static final Form<List<String>> SEVERAL = list(text());

  private PolicyReferences() {}

  @Override
  public Optional<List<String>> read(Field field, Problems problems) {
    return field.isList()
        ? SEVERAL.read(field, problems)
        : text().read(field, problems).map(List::of);
  }

  @Override
  public Object write(List<String> references) {
    return references.size() == 1 ? references.get(0) : SEVERAL.write(references);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("anyOf", List.of(text().schema(), SEVERAL.schema()));
  }
}
