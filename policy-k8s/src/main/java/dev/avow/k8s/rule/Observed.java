package dev.avow.k8s.rule;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A fact, with what it was observed on and where.
 *
 * <p>It travels between workers in place of the resource. Equal observations count once.
 *
 * @param facts the name of the {@link Facts} that it belongs to
 * @param subject what it was observed on
 * @param location where it stands
 * @param value the fact; it says all that it is in {@code equals} and {@code toString}, as records
 *     do
 * @param <F> the type of the fact
 */
public record Observed<F extends Serializable>(
    String facts, Subject subject, Location location, F value) implements Serializable {

  /** Orders observations by place, so that a group looks the same in whatever order it came. */
  static final Comparator<Observed<?>> BY_PLACE =
      Comparator.<Observed<?>, Location>comparing(Observed::location)
          .thenComparing(Observed::facts)
          .thenComparing(Observed::subject)
          .thenComparing(observed -> observed.value().toString());
}
