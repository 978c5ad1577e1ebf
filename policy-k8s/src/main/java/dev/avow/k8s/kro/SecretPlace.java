package dev.avow.k8s.kro;

import dev.avow.policy.finding.Finding.Hop;
import java.util.Set;

/**
 * A place in a Secret, or in an object that may be one.
 *
 * @param resource the Secret
 * @param template what its template makes of the same place
 * @param text how an expression reads it: {@code creds.data.password}
 * @param part what of the Secret it is
 */
record SecretPlace(GraphResource resource, Value template, String text, Part part, Parts parts)
    implements Value.Place {

  /** What of a Secret a place is. */
  enum Part {
    WHOLE,
    DATA,
    METADATA,
    ANNOTATIONS,
    SECRET
  }

  /** Whoever applies a Secret with kubectl leaves all of it in this annotation. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private static final Set<String> DATA_FIELDS = Set.of("data", "stringData");

  /** What a Secret may hold that anybody may know. */
  private static final Set<String> PUBLIC_KEYS =
      Set.of("ca.crt", "tls.crt", "service-ca.crt", "namespace");

  @Override
  public Value select(Step step) {
    Value there = parts.select(template, step);
    return switch (part) {
      case WHOLE -> field(step, there);
      case DATA ->
          PUBLIC_KEYS.contains(String.valueOf(step.name())) ? there : at(step, Part.SECRET);
      case METADATA ->
          isAny(step)
              ? at(step, Part.SECRET)
              : "annotations".equals(step.name()) ? at(step, Part.ANNOTATIONS) : there;
      case ANNOTATIONS ->
          isAny(step) || LAST_APPLIED.equals(step.name()) ? at(step, Part.SECRET) : there;
      case SECRET -> this;
    };
  }

  private Value field(Step step, Value there) {
    if (step.name() == null) {
      return at(step, Part.SECRET);
    }
    if (DATA_FIELDS.contains(step.name())) {
      return at(step, Part.DATA);
    }
    return step.name().equals("metadata") ? at(step, Part.METADATA) : there;
  }

  private static boolean isAny(Step step) {
    return step.name() == null;
  }

  private SecretPlace at(Step step, Part of) {
    return new SecretPlace(resource, parts.select(template, step), step.from(text), of, parts);
  }

  @Override
  public Loop loop() {
    return part == Part.SECRET
        ? Loop.overAnything(this)
        : Loop.overMap(Value.PUBLIC, select(Step.ANY));
  }

  @Override
  public void tell(Value.Secrets into) {
    if (resource.kind().isEmpty()) {
      into.value(new Value.Unknown("the kind of " + resource.id()));
    } else {
      Hop station = new Hop(resource.place().location(), resource.id() + " is a Secret");
      into.source(new Source(text, Source.Sort.SECRET, station, resource));
    }
    if (part == Part.METADATA || part == Part.ANNOTATIONS) {
      into.value(template);
    }
  }
}
