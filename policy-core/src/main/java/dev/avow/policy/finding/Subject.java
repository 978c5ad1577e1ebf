package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule judged: a kind, and named parts from the outermost to the innermost.
 *
 * <p>A part's name may repeat, which means aliases of one thing.
 *
 * @param kind what it is, such as {@code Deployment}, {@code File} or {@code Case}
 * @param parts its name, outermost part first
 */
public record Subject(String kind, List<Part> parts) implements Comparable<Subject>, Serializable {

  /** The part of a resource's name that tells its namespace. */
  public static final String NAMESPACE = "namespace";

  /** The part that tells a thing's own name. */
  public static final String NAME = "name";

  /** The part that tells where in a file a nameless thing stands; what moves stays the same. */
  public static final String LINE = "line";

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::kind).thenComparing(Subject::parts, Order.ofLists());

  /**
   * One part of a subject's name.
   *
   * @param name what the part is, such as {@code container}
   * @param value which one
   */
  public record Part(String name, String value) implements Comparable<Part>, Serializable {

    /** Creates a part; a blank name is refused. */
    public Part {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a part of a subject must have a name");
      }
    }

    @Override
    public int compareTo(Part other) {
      int order = name.compareTo(other.name);
      return order != 0 ? order : value.compareTo(other.value);
    }
  }

  /** Creates a subject; the list is copied, and a blank kind is refused. */
  public Subject {
    if (kind.isBlank()) {
      throw new IllegalArgumentException("a subject must have a kind");
    }
    parts = List.copyOf(parts);
  }

  /** Returns a subject of {@code kind} that has no parts yet. */
  public static Subject of(String kind) {
    return new Subject(kind, List.of());
  }

  /** Returns this subject with one more, innermost part. */
  public Subject with(String name, String value) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(name, value));
    return new Subject(kind, more);
  }

  /** Returns whether {@code other} is this subject, or something inside it. */
  public boolean holds(Subject other) {
    return kind.equals(other.kind)
        && parts.size() <= other.parts.size()
        && parts.equals(other.parts.subList(0, parts.size()));
  }

  /** Returns the values of the parts called {@code name}; none if there is no such part. */
  public List<String> values(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).map(Part::value).toList();
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  /** Returns how a person would name it: {@code Deployment prod/backend, container api}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind);
    String before = " ";
    for (Part part : parts) {
      boolean address =
          part.name().equals(NAMESPACE)
              || part.name().equals(NAME)
              || part.name().equalsIgnoreCase(kind);
      if (address) {
        text.append(before).append(part.value().isEmpty() ? "(unnamed)" : part.value());
        before = part.name().equals(NAMESPACE) ? "/" : ", ";
      } else {
        text.append(text.length() == kind.length() ? " " : ", ");
        text.append(part.name()).append(' ').append(part.value());
        before = ", ";
      }
    }
    return text.toString();
  }
}
