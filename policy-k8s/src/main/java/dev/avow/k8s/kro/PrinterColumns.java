package dev.avow.k8s.kro;

import dev.avow.k8s.kro.SecretFlow.Sort;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import java.util.ArrayList;
import java.util.List;

/** Finds columns that show credentials in every listing of the instances. */
final class PrinterColumns {

  private static final String ADVICE = "Leave the column out, or show the name of the Secret";

  private PrinterColumns() {}

  static void find(ResourceGraphDefinition definition, List<SecretFlow> into) {
    Field schema = definition.place().field("spec").field("schema");
    for (Field column : schema.field("additionalPrinterColumns").items()) {
      Field path = column.field("jsonPath");
      List<String> names = names(path.text().orElse(""));
      if (!names.isEmpty() && shows(names, schema)) {
        String right = "list " + definition.instance();
        List<String> sources = List.of(read(names));
        into.add(
            new SecretFlow(
                Sort.CREDENTIAL_IN_LISTING,
                path,
                sources,
                trail(names, schema),
                Wording.message(Sort.CREDENTIAL_IN_LISTING, sources, path, right),
                ADVICE));
      }
    }
  }

  private static String read(List<String> names) {
    String read = "schema";
    for (String name : names) {
      read = Step.to(name).from(read);
    }
    return read;
  }

  /** Only the type of an input is known here; a status may be anything. */
  private static boolean shows(List<String> names, Field schema) {
    if (!names.get(0).equals("spec")) {
      return names.get(0).equals("status") && CredentialName.is(names.get(names.size() - 1));
    }
    Value input = InputPlace.all(schema);
    for (String name : names.subList(1, names.size())) {
      while (input instanceof InputPlace list && list.isList()) {
        input = list.select(Step.ANY);
      }
      input = input instanceof Value.Place place ? place.select(Step.to(name)) : input;
    }
    return input instanceof InputPlace place && place.isCredential();
  }

  private static List<Hop> trail(List<String> names, Field schema) {
    Field here = schema;
    for (String name : names) {
      here = here.field(name);
    }
    return List.of(new Hop(here.location(), read(names) + " is a credential by name"));
  }

  /**
   * Returns the names of a path such as {@code .spec.db['password']}; places in lists are left out,
   * and so is what filters them.
   */
  static List<String> names(String path) {
    String jsonPath = withoutFilters(path);
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i <= jsonPath.length(); i++) {
      char c = i == jsonPath.length() ? '.' : jsonPath.charAt(i);
      boolean part = Character.isLetterOrDigit(c) || c == '_' || c == '-';
      if (part) {
        name.append(c);
      } else if (!name.isEmpty()) {
        if (!name.chars().allMatch(Character::isDigit)) {
          names.add(name.toString());
        }
        name.setLength(0);
      }
    }
    return names;
  }

  private static String withoutFilters(String path) {
    StringBuilder left = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean begins = c == '(' && i > 0 && path.charAt(i - 1) == '?';
      if (begins || (depth > 0 && c == '(')) {
        depth++;
      } else if (depth > 0 && c == ')') {
        depth--;
      } else if (depth == 0) {
        left.append(c);
      }
    }
    return left.toString();
  }
}
