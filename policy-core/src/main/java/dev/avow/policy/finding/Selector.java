package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses subjects by globs on their parts: every named part must match.
 *
 * <p>The name {@code kind} means the subject's kind. A part that a subject does not have does not
 * match.
 *
 * @param terms the parts that must match
 */
public record Selector(List<Term> terms) implements Serializable {

  /** The name under which a subject's kind is matched. */
  public static final String KIND = "kind";

  private static final Selector EVERYTHING = new Selector(List.of());

  /**
   * One part of subjects, and what it must match.
   *
   * @param part the part's name, or {@code kind}
   * @param glob what one of its values must match
   */
  public record Term(String part, Glob glob) implements Serializable {

    /** Creates a term; a blank name is refused. */
    public Term {
      if (part.isBlank()) {
        throw new IllegalArgumentException("a selector must name the parts that it matches");
      }
    }
  }

  /** Creates a selector; the list is copied, and a part named twice or not at all is refused. */
  public Selector {
    terms = List.copyOf(terms);
    Set<String> known = new HashSet<>();
    for (Term term : terms) {
      if (!known.add(term.part())) {
        throw new IllegalArgumentException(
            "a selector must name a part once, with {a,b} for alternatives, but named %s twice"
                .formatted(term.part()));
      }
    }
  }

  /** Returns the selector that matches every subject. */
  public static Selector everything() {
    return EVERYTHING;
  }

  /**
   * Returns a selector of subjects whose {@code part} matches {@code glob}.
   *
   * @throws IllegalArgumentException if the glob is malformed
   */
  public static Selector where(String part, String glob) {
    return EVERYTHING.and(part, glob);
  }

  /** Returns a selector of what is called as {@code subject} is; of a repeated part the first. */
  static Selector exactly(Subject subject) {
    Map<String, Term> terms = new LinkedHashMap<>();
    terms.put(KIND, new Term(KIND, Glob.literally(subject.kind())));
    for (Subject.Part part : subject.parts()) {
      terms.putIfAbsent(part.name(), new Term(part.name(), Glob.literally(part.value())));
    }
    return new Selector(List.copyOf(terms.values()));
  }

  /**
   * Returns this selector, narrowed to subjects whose {@code part} matches {@code glob}.
   *
   * @throws IllegalArgumentException if the glob is malformed, or the part is named already
   */
  public Selector and(String part, String glob) {
    List<Term> more = new ArrayList<>(terms);
    more.add(new Term(part, Glob.of(glob)));
    return new Selector(more);
  }

  /** Returns whether every named part of {@code subject} matches. */
  public boolean matches(Subject subject) {
    for (Term term : terms) {
      if (!matches(term, subject)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Term term, Subject subject) {
    if (term.part().equals(KIND)) {
      return term.glob().matches(subject.kind());
    }
    for (Subject.Part part : subject.parts()) {
      if (part.name().equals(term.part()) && term.glob().matches(part.value())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the terms, {@code part=glob}, or {@code everything}. */
  @Override
  public String toString() {
    return terms.isEmpty()
        ? "everything"
        : terms.stream()
            .map(term -> term.part() + "=" + term.glob())
            .collect(Collectors.joining(", "));
  }
}
