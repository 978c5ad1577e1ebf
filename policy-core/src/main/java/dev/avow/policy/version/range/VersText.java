package dev.avow.policy.version.range;

import dev.avow.policy.version.range.VersionConstraint.Operator;
import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code vers:} ranges, in whatever order their constraints come. */
final class VersText {

  private static final String PREFIX = "vers:";
  private static final String ALL = "*";

  private VersText() {}

  static VersionRange read(String text) {
    String body = text.strip();
    int slash = body.indexOf('/');
    if (!body.startsWith(PREFIX) || slash < 0) {
      throw new IllegalArgumentException(
          "a range must look like vers:npm/>=1.0.0|<2.0.0 but was \"%s\"".formatted(text));
    }
    String name = body.substring(PREFIX.length(), slash);
    String constraints = body.substring(slash + 1);
    if (constraints.equals(ALL)) {
      return everything(name);
    }
    VersionScheme scheme = scheme(name);
    return VersionRange.of(scheme, constraints(text, constraints, scheme));
  }

  private static VersionRange everything(String name) {
    return switch (name) {
      case "none" -> VersionRange.of(VersionScheme.PLAIN, List.of(), List.of());
      case "all" -> VersionRange.of(VersionScheme.PLAIN, List.of(Interval.all()), List.of());
      default -> VersionRange.of(scheme(name), List.of(Interval.all()), List.of());
    };
  }

  private static VersionScheme scheme(String name) {
    return VersionScheme.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the scheme of a range must be one of %s but was \"%s\""
                        .formatted(
                            VersionScheme.all().stream()
                                .map(VersionScheme::name)
                                .collect(Collectors.joining(", ")),
                            name)));
  }

  private static List<VersionConstraint> constraints(
      String text, String constraints, VersionScheme scheme) {
    List<VersionConstraint> read = new ArrayList<>();
    for (String part : constraints.split("\\|", -1)) {
      if (!part.isBlank()) { // pipes that part nothing are passed over
        read.add(constraint(part.replace(" ", ""), scheme));
      }
    }
    if (read.isEmpty()) {
      throw new IllegalArgumentException(
          "a range must have constraints but none are in \"%s\"".formatted(text));
    }
    return read;
  }

  static VersionConstraint constraint(String part, VersionScheme scheme) {
    Operator operator = operator(part);
    boolean signed = part.startsWith(operator.sign());
    String version = part.substring(signed ? operator.sign().length() : 0);
    if (version.isEmpty() || version.equals(ALL)) {
      throw new IllegalArgumentException(
          "a constraint must look like >=1.0.0 but was \"%s\"".formatted(part));
    }
    return new VersionConstraint(operator, Version.of(PercentCode.decode(version), scheme));
  }

  private static Operator operator(String part) {
    if (part.startsWith("<=")) {
      return Operator.LESS_OR_EQUAL;
    }
    if (part.startsWith(">=")) {
      return Operator.GREATER_OR_EQUAL;
    }
    if (part.startsWith("!=")) {
      return Operator.NOT_EQUAL;
    }
    if (part.startsWith("<")) {
      return Operator.LESS;
    }
    return part.startsWith(">") ? Operator.GREATER : Operator.EQUAL;
  }
}
