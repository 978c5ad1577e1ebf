package dev.avow.k8s.network;

import dev.avow.k8s.network.Requirement.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes label selectors in one line, as kubectl does. */
final class SelectorText {

  private static final String KEY = "([A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?)";
  private static final String VALUE = "((?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?)";
  private static final Pattern EQUAL = Pattern.compile(KEY + "\\s*(!=|==?)\\s*" + VALUE);
  private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
  private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);

  /** Commas in parentheses separate values. */
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

  private SelectorText() {}

  static LabelSelector read(String text) {
    List<Requirement> requirements = new ArrayList<>();
    for (String part : COMMA.split(text, -1)) {
      requirements.add(requirement(part.strip(), text));
    }
    return new LabelSelector(requirements, List.of());
  }

  private static Requirement requirement(String part, String text) {
    Matcher equal = EQUAL.matcher(part);
    if (equal.matches()) {
      Operator operator = equal.group(2).equals("!=") ? Operator.NOT_IN : Operator.IN;
      return new Requirement(equal.group(1), operator, List.of(equal.group(3)));
    }
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      Operator operator = set.group(2).equals("in") ? Operator.IN : Operator.NOT_IN;
      String[] values = set.group(3).split(",", -1);
      return new Requirement(
          set.group(1), operator, Arrays.stream(values).map(String::strip).toList());
    }
    Matcher exists = EXISTS.matcher(part);
    if (exists.matches()) {
      Operator operator = exists.group(1).isEmpty() ? Operator.EXISTS : Operator.DOES_NOT_EXIST;
      return new Requirement(exists.group(2), operator, List.of());
    }
    throw new IllegalArgumentException(
        "a label selector must look like \"role=agent,tier in (a, b),!legacy\" but was \"%s\""
            .formatted(text));
  }

  static String write(Requirement requirement) {
    String label = requirement.label();
    List<String> values = requirement.values();
    return switch (requirement.operator()) {
      case EXISTS -> label;
      case DOES_NOT_EXIST -> "!" + label;
      case IN -> values.size() == 1 ? label + "=" + values.get(0) : label + " in " + set(values);
      case NOT_IN ->
          values.size() == 1 ? label + "!=" + values.get(0) : label + " notin " + set(values);
    };
  }

  private static String set(List<String> values) {
    return "(" + String.join(", ", values) + ")";
  }
}
