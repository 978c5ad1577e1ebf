package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * What would make a rule pass: advice for a person and, where it can be said exactly, changes.
 *
 * @param advice a sentence in the imperative
 * @param changes JSON Patch operations on the document, in order; empty where only advice is known
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
public record Fix(String advice, List<Change> changes) implements Comparable<Fix>, Serializable {

  private static final Comparator<Fix> ORDER =
      Comparator.comparing((Fix fix) -> fix.advice).thenComparing(Fix::changes, Order.ofLists());

  /**
   * One JSON Patch operation.
   *
   * @param op {@code add}, {@code replace} or {@code remove}
   * @param pointer the JSON Pointer of the place
   * @param json the new value as JSON text; empty for {@code remove}
   */
  public record Change(String op, String pointer, String json)
      implements Comparable<Change>, Serializable {

    private static final Comparator<Change> ORDER =
        Comparator.comparing(Change::pointer).thenComparing(Change::op).thenComparing(Change::json);

    @Override
    public int compareTo(Change other) {
      return ORDER.compare(this, other);
    }
  }

  /** Creates a fix; the list is copied. */
  public Fix {
    changes = List.copyOf(changes);
  }

  /** Returns a fix that only advises. */
  public static Fix advice(String advice) {
    return new Fix(advice, List.of());
  }

  @Override
  public int compareTo(Fix other) {
    return ORDER.compare(this, other);
  }
}
