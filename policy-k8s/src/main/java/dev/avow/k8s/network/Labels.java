package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The labels of an object, as far as they are known.
 *
 * @param known labels and their values
 * @param unresolved labels that are there with a value that is not known
 * @param open whether there may be more labels than these
 */
public record Labels(SortedMap<String, String> known, SortedSet<String> unresolved, boolean open)
    implements Serializable {

  private static final Labels NONE = new Labels(new TreeMap<>(), new TreeSet<>(), false);

  /** Creates labels; the collections are copied. */
  public Labels {
    known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    unresolved = Collections.unmodifiableSortedSet(new TreeSet<>(unresolved));
  }

  /** Returns the labels of an object that has none. */
  public static Labels none() {
    return NONE;
  }

  /** Returns labels of which nothing is known. */
  public static Labels unknown() {
    return new Labels(new TreeMap<>(), new TreeSet<>(), true);
  }

  /**
   * Returns the labels written at {@code labels}, a mapping. A null value is an empty text, as it
   * is for Kubernetes; a value that is no text, which Kubernetes refuses, is not known.
   */
  public static Labels of(Field labels) {
    if (!labels.isPresent() && !labels.isUnresolved()) {
      return NONE;
    }
    TreeMap<String, String> known = new TreeMap<>();
    TreeSet<String> unresolved = new TreeSet<>();
    boolean open = !labels.isMapping();
    for (Field label : labels.fields()) {
      if (label.isNull()) {
        known.put(label.name(), "");
      } else if (label.text().isEmpty() || label.isUnresolved()) {
        unresolved.add(label.name());
      } else {
        known.put(label.name(), label.text().orElseThrow());
      }
      open |= Field.isExpression(label.name());
    }
    return new Labels(known, unresolved, open);
  }

  /** Returns these labels with one more, or with another value for it. */
  public Labels with(String label, String value) {
    TreeMap<String, String> more = new TreeMap<>(known);
    more.put(label, value);
    return new Labels(more, unresolved, open);
  }

  /** Returns these labels with one more whose value is not known. */
  public Labels withUnresolved(String label) {
    TreeMap<String, String> others = new TreeMap<>(known);
    others.remove(label);
    TreeSet<String> more = new TreeSet<>(unresolved);
    more.add(label);
    return new Labels(others, more, open);
  }

  /** Returns whether {@code label} is there. */
  public Match has(String label) {
    if (known.containsKey(label) || unresolved.contains(label)) {
      return Match.of(true);
    }
    return open ? Match.unknown("all of its labels") : Match.of(false);
  }
}
