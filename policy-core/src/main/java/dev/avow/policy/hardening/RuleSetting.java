package dev.avow.policy.hardening;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one rule: on or off, another severity, whether it can be waived, values for
 * its parameters.
 *
 * <p>Values are as written; their types are checked when the rule binds to them. The places where
 * things are written do not count in {@link #equals}.
 */
public final class RuleSetting implements Serializable {

  private static final long serialVersionUID = 1;

  private final @Nullable Boolean on;
  private final @Nullable Severity severity;
  private final @Nullable Boolean waivable;
  private final LinkedHashMap<String, Object> values;
  private final LinkedHashMap<String, Location> places;
  private final Location declaredAt;

  private RuleSetting(
      @Nullable Boolean on,
      @Nullable Severity severity,
      @Nullable Boolean waivable,
      Map<String, Object> values,
      Map<String, Location> places,
      Location declaredAt) {
    this.on = on;
    this.severity = severity;
    this.waivable = waivable;
    this.values = new LinkedHashMap<>(values);
    this.places = new LinkedHashMap<>(places);
    this.declaredAt = declaredAt;
  }

  /** Returns a setting, written at {@code place}, that changes nothing yet. */
  public static RuleSetting at(Location place) {
    return new RuleSetting(null, null, null, Map.of(), Map.of(), place);
  }

  /** Returns this setting with the rule on or off, whatever the profile says. */
  public RuleSetting on(boolean value) {
    return new RuleSetting(value, severity, waivable, values, places, declaredAt);
  }

  /** Returns this setting with another severity. */
  public RuleSetting severity(Severity value) {
    return new RuleSetting(on, value, waivable, values, places, declaredAt);
  }

  /** Returns this setting with findings of the rule open to waivers, or to none at all. */
  public RuleSetting waivable(boolean value) {
    return new RuleSetting(on, severity, value, values, places, declaredAt);
  }

  /**
   * Returns this setting with a parameter's value.
   *
   * @param value a {@link Long}, {@link Boolean}, {@link String} or list of strings
   */
  public RuleSetting with(String parameter, Object value, Location place) {
    Map<String, Object> moreValues = new LinkedHashMap<>(values);
    Map<String, Location> morePlaces = new LinkedHashMap<>(places);
    moreValues.put(parameter, value instanceof List<?> list ? List.copyOf(list) : value);
    morePlaces.put(parameter, place);
    return new RuleSetting(on, severity, waivable, moreValues, morePlaces, declaredAt);
  }

  /** Returns whether the rule is on, if the policy says so itself. */
  public Optional<Boolean> on() {
    return Optional.ofNullable(on);
  }

  /** Returns the rule's severity, if the policy sets one. */
  public Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  /**
   * Returns whether findings of the rule can be waived, if the policy says so; they can, if not.
   */
  public Optional<Boolean> waivable() {
    return Optional.ofNullable(waivable);
  }

  /** Returns the parameters' values by name, as written. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Returns where the value of {@code parameter} is written. */
  public Location place(String parameter) {
    return places.getOrDefault(parameter, declaredAt);
  }

  /** Returns where the setting is written. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSetting that
        && Objects.equals(on, that.on)
        && severity == that.severity
        && Objects.equals(waivable, that.waivable)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(on, severity, waivable, values);
  }

  /** Returns what is said, equal for equal settings. */
  @Override
  public String toString() {
    String marked = waivable == null ? "" : " waivable=" + waivable;
    return "on=%s severity=%s%s %s".formatted(on, severity, marked, new TreeMap<>(values));
  }
}
