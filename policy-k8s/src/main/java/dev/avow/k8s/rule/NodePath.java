package dev.avow.k8s.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A file or folder of a node, whatever way it is written: {@code /var//run/} is {@code /var/run}.
 *
 * @param steps the names on the way from the root
 */
record NodePath(List<String> steps) implements Serializable {

  NodePath {
    steps = Collections.unmodifiableList(new ArrayList<>(steps));
  }

  static NodePath of(String text) {
    List<String> steps = new ArrayList<>();
    for (String step : text.split("/", -1)) {
      if (step.equals("..")) {
        if (!steps.isEmpty()) {
          steps.remove(steps.size() - 1);
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return new NodePath(steps);
  }

  /**
   * Returns the path that a policy writes as {@code text}.
   *
   * @throws IllegalArgumentException if it does not begin at the root
   */
  static NodePath parse(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          "path must begin with \"/\" but was \"%s\"".formatted(text));
    }
    return of(text);
  }

  /** Returns whether {@code other} is this, or is below it; whole names count. */
  boolean holds(NodePath other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /** Returns the path as it is usually written. */
  @Override
  public String toString() {
    return "/" + String.join("/", steps);
  }
}
