package dev.avow.policy.document.form;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a document, collected while it is read. */
public final class Problems {

  /** What stands between the right form and what came in the messages of this library. */
  private static final String BUT = " but ";

  private final List<Problem> problems = new ArrayList<>();

  /** Adds a problem. */
  public void add(Location at, String expected, String found) {
    problems.add(new Problem(at, expected, found));
  }

  /** Returns the outermost value of {@code document}, and adds which of its keys appear again. */
  public Field open(Document document) {
    problems.addAll(document.duplicates());
    return document.field();
  }

  /**
   * Adds that the value of {@code field} is not what it must be.
   *
   * @param must what it must be, as a phrase: {@code be a list}
   */
  public void mismatch(Field field, String must) {
    add(field.location(), name(field) + " must " + must, field.found());
  }

  /** Returns what {@code action} returns; nothing where it refuses, which becomes a problem. */
  public <T> Optional<T> attempt(Location at, Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      int but = message.lastIndexOf(BUT);
      if (but < 0) {
        add(at, message, "");
      } else {
        add(at, message.substring(0, but), message.substring(but + BUT.length()));
      }
      return Optional.empty();
    }
  }

  /** Returns whether nothing is wrong so far. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Returns the problems, sorted by place. */
  public List<Problem> sorted() {
    return problems.stream().sorted(Comparator.comparing(Problem::at)).toList();
  }

  /** Returns how messages call {@code field}: its name or, for an item, that of its list too. */
  static String name(Field field) {
    if (field.parent().isEmpty()) {
      return "document";
    }
    Field parent = field.parent().get();
    return parent.isList() ? name(parent) + "[" + field.name() + "]" : field.name();
  }
}
