package dev.avow.policy;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scan that the continuous integration of a project runs.
 *
 * <pre>{@code
 * CiScan.named("images").by("trivy").of(IMAGE).on(PULL_REQUEST, PUSH_TO_MAIN).failingOn(HIGH, CRITICAL);
 * }</pre>
 *
 * <p>What is not said is not promised. Immutable. The place where it is written does not count in
 * {@link #equals}.
 */
public final class CiScan {

  /** What is scanned. */
  public enum Target {
    /** Container images. */
    IMAGE,
    /** Helm charts. */
    HELM,
    /** Infrastructure as code, such as manifests and Dockerfiles. */
    IAC
  }

  /** When it runs. */
  public enum Trigger {
    /** On every pull request. */
    PULL_REQUEST,
    /** On every push to the main branch. */
    PUSH_TO_MAIN
  }

  private final String id;
  private final @Nullable String scanner;
  private final Set<Target> targets;
  private final Set<Trigger> triggers;
  private final Set<Severity> failOn;
  private final Set<Severity> report;
  private final Location declaredAt;

  private CiScan(
      String id,
      @Nullable String scanner,
      Set<Target> targets,
      Set<Trigger> triggers,
      Set<Severity> failOn,
      Set<Severity> report,
      Location declaredAt) {
    this.id = Require.id(id);
    this.scanner = scanner;
    this.targets = targets;
    this.triggers = triggers;
    this.failOn = failOn;
    this.report = report;
    this.declaredAt = declaredAt;
    requireApart(failOn, report);
  }

  private static void requireApart(Set<Severity> failOn, Set<Severity> report) {
    report.stream()
        .filter(failOn::contains)
        .findFirst()
        .ifPresent(
            both -> {
              throw new IllegalArgumentException(
                  "a severity must either fail the build or only be reported but %s does both"
                      .formatted(both));
            });
  }

  /** Returns a scan of which nothing is said yet; the name is in kebab-case. */
  public static CiScan named(String id) {
    return new CiScan(id, null, Set.of(), Set.of(), Set.of(), Set.of(), Require.IN_CODE);
  }

  /** Returns this scan, made with {@code name}, such as {@code trivy}. */
  public CiScan by(String name) {
    String named = Require.text("scanner", name);
    return new CiScan(id, named, targets, triggers, failOn, report, declaredAt);
  }

  /** Returns this scan, made of {@code what}. */
  public CiScan of(Target... what) {
    return new CiScan(id, scanner, set(List.of(what)), triggers, failOn, report, declaredAt);
  }

  /** Returns this scan, made at {@code when}. */
  public CiScan on(Trigger... when) {
    return new CiScan(id, scanner, targets, set(List.of(when)), failOn, report, declaredAt);
  }

  /** Returns this scan, failing the build on findings of {@code severities}. */
  public CiScan failingOn(Severity... severities) {
    return new CiScan(id, scanner, targets, triggers, set(List.of(severities)), report, declaredAt);
  }

  /** Returns this scan, reporting findings of {@code severities} without failing the build. */
  public CiScan reporting(Severity... severities) {
    return new CiScan(id, scanner, targets, triggers, failOn, set(List.of(severities)), declaredAt);
  }

  private static <E extends Enum<E>> Set<E> set(Collection<E> constants) {
    return constants.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(constants));
  }

  /** Returns this scan as written at {@code place}. */
  public CiScan at(Location place) {
    return new CiScan(id, scanner, targets, triggers, failOn, report, place);
  }

  /** Returns its name, in kebab-case. */
  public String id() {
    return id;
  }

  /** Returns what it is made with; nothing if any scanner will do. */
  public Optional<String> scanner() {
    return Optional.ofNullable(scanner);
  }

  /** Returns what is scanned. */
  public Set<Target> targets() {
    return targets;
  }

  /** Returns when it runs; empty where that is not said. */
  public Set<Trigger> triggers() {
    return triggers;
  }

  /** Returns the severities of findings that fail the build, the least first. */
  public Set<Severity> failOn() {
    return failOn;
  }

  /** Returns the severities of findings that are reported and do not fail the build. */
  public Set<Severity> report() {
    return report;
  }

  /** Returns where it is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CiScan that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(id, scanner(), targets, triggers, failOn, report);
  }

  @Override
  public String toString() {
    return id;
  }
}
