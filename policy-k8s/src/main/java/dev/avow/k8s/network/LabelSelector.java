package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A selector of labels: all of its requirements must be met, so that one without any selects all.
 *
 * <p>What is written but is no selector, which Kubernetes refuses, leaves it open what is selected;
 * a requirement that can be read and is not met decides nevertheless.
 *
 * @param requirements what is asked
 * @param missing what would have to be there to know all that is asked, as noun phrases
 */
public record LabelSelector(List<Requirement> requirements, List<String> missing)
    implements Serializable {

  private static final String LABELS = "matchLabels";
  private static final String EXPRESSIONS = "matchExpressions";
  private static final Set<String> PARTS = Set.of(LABELS, EXPRESSIONS);

  /** Creates a selector; the lists are copied. */
  public LabelSelector {
    requirements = List.copyOf(requirements);
    missing = List.copyOf(missing);
  }

  /**
   * Returns the selector written at {@code selector}. Absent, null and empty all select everything
   * here; where Kubernetes means nothing by an absent selector, the caller has to ask first.
   */
  public static LabelSelector of(Field selector) {
    Parts parts = new Parts();
    parts.mapping(selector);
    if (selector.isMapping()) {
      selector.fields().stream()
          .filter(part -> !PARTS.contains(part.name()))
          .forEach(part -> parts.missing("matchLabels or matchExpressions at " + part.path()));
      Field labels = selector.field(LABELS);
      parts.mapping(labels);
      labels.fields().forEach(entry -> Requirement.readLabel(entry, parts));
      Field expressions = selector.field(EXPRESSIONS);
      parts.list(expressions);
      expressions.items().forEach(entry -> Requirement.readExpression(entry, parts));
    }
    return new LabelSelector(parts.requirements, parts.missing);
  }

  /** Returns the selector that is written as plain labels at {@code labels}, as Services do. */
  public static LabelSelector ofLabels(Field labels) {
    Parts parts = new Parts();
    parts.mapping(labels);
    labels.fields().forEach(entry -> Requirement.readLabel(entry, parts));
    return new LabelSelector(parts.requirements, parts.missing);
  }

  /**
   * Returns the selector that is written in one line, as kubectl takes it: {@code role=agent,tier
   * in (a, b),!legacy}.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static LabelSelector parse(String text) {
    return SelectorText.read(text);
  }

  /** Returns whether it selects everything, whatever the labels. */
  public boolean selectsEverything() {
    return requirements.isEmpty() && missing.isEmpty();
  }

  /** Returns whether {@code labels} are selected. */
  public Match matches(Labels labels) {
    Match all = missing.isEmpty() ? Match.of(true) : Match.unknown(missing.get(0));
    for (Requirement requirement : requirements) {
      all = requirement.matches(labels).and(all);
    }
    return all;
  }

  /** Returns it in one line, as {@link #parse} reads it, with what is missing behind it. */
  @Override
  public String toString() {
    String written =
        requirements.stream().map(SelectorText::write).collect(Collectors.joining(","));
    return missing.isEmpty() ? written : written + " without " + missing;
  }

  private static final class Parts implements Requirement.Outcome {

    private final List<Requirement> requirements = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @Override
    public void accept(Requirement requirement) {
      requirements.add(requirement);
    }

    @Override
    public void missing(String what) {
      missing.add(what);
    }

    void mapping(Field part) {
      shape(part, part.isMapping(), "a mapping");
    }

    void list(Field part) {
      shape(part, part.isList(), "a list");
    }

    private void shape(Field part, boolean fits, String form) {
      if ((part.isPresent() || part.isUnresolved()) && !fits) {
        missing.add((part.isUnresolved() ? "the value of " : form + " at ") + part.path());
      }
    }
  }
}
