package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a label selector asks of labels.
 *
 * @param label the label's name
 * @param operator how its value is compared
 * @param values what it is compared with; empty for the operators that look at the name only
 */
public record Requirement(String label, Operator operator, List<String> values)
    implements Serializable {

  /** How a label is compared. */
  public enum Operator {
    /** The label is there with one of the values. */
    IN("In"),
    /** The label is not there, or has none of the values. */
    NOT_IN("NotIn"),
    /** The label is there, whatever its value. */
    EXISTS("Exists"),
    /** The label is not there. */
    DOES_NOT_EXIST("DoesNotExist");

    private final String written;

    Operator(String written) {
      this.written = written;
    }

    private boolean comparesValues() {
      return this == IN || this == NOT_IN;
    }

    private static Optional<Operator> of(String written) {
      for (Operator operator : values()) {
        if (operator.written.equals(written)) {
          return Optional.of(operator);
        }
      }
      return Optional.empty();
    }
  }

  /** Creates a requirement; the list is copied. */
  public Requirement {
    values = List.copyOf(values);
  }

  /** Returns whether {@code labels} meet it. */
  public Match matches(Labels labels) {
    return switch (operator) {
      case EXISTS -> labels.has(label);
      case DOES_NOT_EXIST -> labels.has(label).not();
      case IN -> isIn(labels);
      case NOT_IN -> isIn(labels).not();
    };
  }

  private Match isIn(Labels labels) {
    String value = labels.known().get(label);
    if (value != null) {
      return Match.of(values.contains(value));
    }
    return labels.unresolved().contains(label)
        ? Match.unknown("the value of its label " + label)
        : labels.has(label);
  }

  /** Takes what is written, or says what must be there instead. */
  interface Outcome {
    void accept(Requirement requirement);

    void missing(String what);
  }

  /** Reads an entry of {@code matchLabels}. */
  static void readLabel(Field entry, Outcome outcome) {
    if (Field.isExpression(entry.name()) || entry.isUnresolved()) {
      outcome.missing("the value of " + entry.path());
    } else if (entry.isNull()) {
      outcome.accept(new Requirement(entry.name(), Operator.IN, List.of("")));
    } else if (entry.text().isEmpty()) {
      outcome.missing("a text at " + entry.path());
    } else {
      List<String> value = List.of(entry.text().orElseThrow());
      outcome.accept(new Requirement(entry.name(), Operator.IN, value));
    }
  }

  /** Reads an entry of {@code matchExpressions}. */
  static void readExpression(Field entry, Outcome outcome) {
    Optional<String> label = resolved(entry.field("key"), outcome);
    Optional<String> operator = resolved(entry.field("operator"), outcome);
    List<Field> written = entry.field("values").items();
    List<String> values = new ArrayList<>();
    written.forEach(value -> resolved(value, outcome).ifPresent(values::add));
    if (label.isEmpty() || operator.isEmpty() || values.size() < written.size()) {
      return;
    }
    Optional<Operator> known = Operator.of(operator.get());
    if (known.isEmpty()) {
      outcome.missing(
          "In, NotIn, Exists or DoesNotExist at %s, which is \"%s\""
              .formatted(entry.field("operator").path(), operator.get()));
    } else if (known.get().comparesValues() == values.isEmpty()) {
      outcome.missing(
          (known.get().comparesValues() ? "one value or more at " : "no values at ")
              + entry.field("values").path());
    } else {
      outcome.accept(new Requirement(label.get(), known.get(), values));
    }
  }

  private static Optional<String> resolved(Field field, Outcome outcome) {
    if (field.isUnresolved()) {
      outcome.missing("the value of " + field.path());
    } else if (field.text().isEmpty()) {
      outcome.missing("a text at " + field.path());
    } else {
      return field.text();
    }
    return Optional.empty();
  }
}
