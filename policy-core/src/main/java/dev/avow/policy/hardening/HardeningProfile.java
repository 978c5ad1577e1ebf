package dev.avow.policy.hardening;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.image.RepositoryPrefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a policy promises about running things.
 *
 * <p>A named profile turns rules on; single rules are then switched, weighed and parametrised by
 * name. Promises that several rules share are typed here. Immutable.
 */
public final class HardeningProfile {

  private static final Location IN_CODE = Location.in("(code)");
  private static final HardeningProfile NONE = new Builder().build();

  private final @Nullable Profile profile;
  private final @Nullable KubernetesVersion kubernetes;
  private final SortedMap<RuleId, RuleSetting> rules;
  private final List<RepositoryPrefix> trustedRegistries;
  private final WatchScope watch;
  private final StorageOverrides storage;
  private final List<Floor> floors;

  private HardeningProfile(Builder builder) {
    this.profile = builder.profile;
    this.kubernetes = builder.kubernetes;
    this.rules = Collections.unmodifiableSortedMap(new TreeMap<>(builder.rules));
    this.trustedRegistries = List.copyOf(builder.trustedRegistries);
    this.watch = builder.watch;
    this.storage = builder.storage;
    this.floors = List.copyOf(builder.floors);
  }

  /** Returns the profile that promises nothing. */
  public static HardeningProfile none() {
    return NONE;
  }

  /** Starts a profile that promises nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the named profile, if there is one. */
  public Optional<Profile> profile() {
    return Optional.ofNullable(profile);
  }

  /**
   * Returns the version of Kubernetes for which rules judge: which fields and exemptions it knows,
   * which API versions it serves. The newest one known here, unless stated.
   */
  public KubernetesVersion kubernetes() {
    return statedKubernetes().orElse(KubernetesVersion.latest());
  }

  /** Returns the version of Kubernetes, if it is stated. */
  public Optional<KubernetesVersion> statedKubernetes() {
    return Optional.ofNullable(kubernetes);
  }

  /** Returns what is said of single rules. */
  public SortedMap<RuleId, RuleSetting> rules() {
    return rules;
  }

  /** Returns the rules that no waiver covers, sorted. */
  public List<RuleId> neverWaived() {
    return rules.entrySet().stream()
        .filter(said -> !said.getValue().waivable().orElse(true))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns the registries, or repositories below one, that images may come from, such as {@code
   * ghcr.io/acme}; empty where any may be used.
   */
  public List<RepositoryPrefix> trustedRegistries() {
    return trustedRegistries;
  }

  /** Returns what a controller may watch. */
  public WatchScope watch() {
    return watch;
  }

  /** Returns the security context by storage class and claim. */
  public StorageOverrides storage() {
    return storage;
  }

  /**
   * Returns what is wrong with the promises about storage and watching themselves: overrides that
   * never count, ids that cannot be, globs that include the cluster's own namespaces.
   */
  public Evaluation lint() {
    return new HardeningLint(this).evaluate();
  }

  /** Returns this profile, which must not be weaker than {@code floors}; rules see to that. */
  public HardeningProfile over(List<Floor> others) {
    Builder same = new Builder();
    same.profile = profile;
    same.kubernetes = kubernetes;
    same.rules.putAll(rules);
    same.trustedRegistries.addAll(trustedRegistries);
    same.watch = watch;
    same.storage = storage;
    same.floors = others;
    return same.build();
  }

  /** Returns what this profile must not be weaker than; this does not count in {@link #equals}. */
  public List<Floor> floors() {
    return floors;
  }

  /** Returns whether nothing is promised at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HardeningProfile that
        && profile == that.profile
        && Objects.equals(kubernetes, that.kubernetes)
        && rules.equals(that.rules)
        && trustedRegistries.equals(that.trustedRegistries)
        && watch.equals(that.watch)
        && storage.equals(that.storage);
  }

  @Override
  public int hashCode() {
    return Objects.hash(profile, kubernetes, rules, trustedRegistries, watch, storage);
  }

  /**
   * Returns all that is promised, in words: equal for equal profiles, so that workers can tell
   * whether they judge by the same one.
   */
  public String terms() {
    return List.of(profile(), kubernetes(), rules, trustedRegistries, watch, storage).toString();
  }

  /** Returns the named profile, and how many rules are set. */
  @Override
  public String toString() {
    return "profile %s, %d rules set".formatted(profile, rules.size());
  }

  /** Builds a {@link HardeningProfile}. */
  public static final class Builder {

    private @Nullable Profile profile;
    private @Nullable KubernetesVersion kubernetes;
    private final TreeMap<RuleId, RuleSetting> rules = new TreeMap<>();
    private final List<RepositoryPrefix> trustedRegistries = new ArrayList<>();
    private WatchScope watch = WatchScope.unstated();
    private StorageOverrides storage = StorageOverrides.none();
    private List<Floor> floors = List.of();

    private Builder() {}

    /** Sets the named profile; a second one is refused. */
    public Builder profile(Profile value) {
      if (profile != null) {
        throw new IllegalArgumentException(
            "profile was already set to %s".formatted(profile.label()));
      }
      profile = value;
      return this;
    }

    /** Sets the version of Kubernetes for which rules judge; a second one is refused. */
    public Builder kubernetes(KubernetesVersion value) {
      if (kubernetes != null) {
        throw new IllegalArgumentException(
            "kubernetes was already set to %s".formatted(kubernetes));
      }
      kubernetes = value;
      return this;
    }

    /**
     * Adds registries, or repositories below one, that images may come from: {@code ghcr.io/acme}.
     *
     * @throws IllegalArgumentException if one is malformed
     */
    public Builder trustRegistries(String... registries) {
      Arrays.stream(registries).map(RepositoryPrefix::parse).forEach(trustedRegistries::add);
      return this;
    }

    /** Switches a rule on that the profile leaves off. */
    public Builder with(String rule) {
      return rule(RuleId.of(rule), setting(rule).on(true));
    }

    /** Switches a rule off that the profile turns on. */
    public Builder without(String rule) {
      return rule(RuleId.of(rule), setting(rule).on(false));
    }

    /** Lets no waiver cover a rule: not one of the policy, nor one beside what it is for. */
    public Builder neverWaive(String rule) {
      return rule(RuleId.of(rule), setting(rule).waivable(false));
    }

    /** Sets how much a rule matters. */
    public Builder severity(String rule, Severity severity) {
      return rule(RuleId.of(rule), setting(rule).severity(severity));
    }

    /** Sets a parameter of a rule. */
    public <T> Builder set(String rule, Parameter<T> parameter, T value) {
      return set(rule, parameter.name(), value);
    }

    /**
     * Sets a parameter of a rule by name; the type is checked when the rule binds to it.
     *
     * @param value a {@link Long}, {@link Boolean}, {@link String} or list of strings
     */
    public Builder set(String rule, String parameter, Object value) {
      return rule(RuleId.of(rule), setting(rule).with(parameter, value, IN_CODE));
    }

    /** Sets all that is said of {@code rule}, in place of what was said before. */
    public Builder rule(RuleId rule, RuleSetting setting) {
      rules.put(rule, setting);
      return this;
    }

    /** Sets what a controller may watch. */
    public Builder watch(WatchScope value) {
      watch = value;
      return this;
    }

    /** Sets the security context by storage class and claim. */
    public Builder storage(StorageOverrides value) {
      storage = value;
      return this;
    }

    /** Returns the profile. */
    public HardeningProfile build() {
      return new HardeningProfile(this);
    }

    private RuleSetting setting(String rule) {
      return rules.getOrDefault(RuleId.of(rule), RuleSetting.at(IN_CODE));
    }
  }
}
