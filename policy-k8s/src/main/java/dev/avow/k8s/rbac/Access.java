package dev.avow.k8s.rbac;

import java.util.List;
import java.util.stream.Collectors;

/** Whether somebody may do something, and why. */
public sealed interface Access {

  /**
   * It is allowed.
   *
   * @param grants in which ways, at least one
   */
  record Granted(List<Grant> grants) implements Access {

    /** Creates the answer; the list is copied. */
    public Granted {
      grants = List.copyOf(grants);
    }

    @Override
    public String toString() {
      return "granted: " + joined(grants);
    }
  }

  /** Nothing that was given allows it, and nothing is missing that might. */
  record NotGranted() implements Access {
    @Override
    public String toString() {
      return "not granted";
    }
  }

  /**
   * Nothing that was given allows it, but something is missing that might.
   *
   * @param gaps what is missing, at least one thing
   */
  record Unknown(List<Gap> gaps) implements Access {

    /** Creates the answer; the list is copied. */
    public Unknown {
      gaps = List.copyOf(gaps);
    }

    @Override
    public String toString() {
      return "unknown without " + joined(gaps);
    }
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining("; "));
  }
}
