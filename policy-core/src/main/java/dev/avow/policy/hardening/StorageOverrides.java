package dev.avow.policy.hardening;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The security context that pods get by the storage class or the claim that they mount.
 *
 * @param defaults what holds where no override does
 * @param overrides tried in order; the first that matches counts
 */
public record StorageOverrides(StorageContext defaults, List<Entry> overrides) {

  private static final StorageOverrides NONE =
      new StorageOverrides(StorageContext.unset(), List.of());

  /**
   * The part of a security context that storage needs.
   *
   * @param runAsUser the user id, or null to leave it as it is
   * @param runAsGroup the primary group id, or null to leave it as it is
   * @param fsGroup the group that owns the volume, or null to leave it as it is
   * @param supplementalGroups further groups
   * @param readOnly whether the volume is mounted read-only
   */
  public record StorageContext(
      @Nullable Long runAsUser,
      @Nullable Long runAsGroup,
      @Nullable Long fsGroup,
      List<Long> supplementalGroups,
      boolean readOnly) {

    private static final StorageContext UNSET =
        new StorageContext(null, null, null, List.of(), false);

    /** Creates a context; the list is copied. */
    public StorageContext {
      supplementalGroups = List.copyOf(supplementalGroups);
    }

    /** Returns the context that sets nothing. */
    public static StorageContext unset() {
      return UNSET;
    }

    /**
     * Returns this context laid over {@code defaults}: what it sets counts, its groups are added to
     * those of the defaults, and read-only stays on where either says so.
     */
    public StorageContext over(StorageContext defaults) {
      return new StorageContext(
          runAsUser == null ? defaults.runAsUser : runAsUser,
          runAsGroup == null ? defaults.runAsGroup : runAsGroup,
          fsGroup == null ? defaults.fsGroup : fsGroup,
          union(supplementalGroups, defaults.supplementalGroups),
          readOnly || defaults.readOnly);
    }

    /**
     * Returns this context for a pod that mounts all claims of a namespace: as a pod has one {@code
     * fsGroup} only, the group that owns the volume becomes the primary group and one of the
     * further groups as well.
     */
    public StorageContext inNamespaceMode() {
      return fsGroup == null
          ? this
          : new StorageContext(
              runAsUser, fsGroup, fsGroup, union(supplementalGroups, List.of(fsGroup)), readOnly);
    }

    private static List<Long> union(List<Long> first, List<Long> second) {
      Set<Long> all = new LinkedHashSet<>(first);
      all.addAll(second);
      return List.copyOf(all);
    }
  }

  /**
   * The security context that some claims bring. Immutable; where it is written does not count in
   * {@link #equals}.
   */
  public static final class Entry {

    private final @Nullable Glob match;
    private final @Nullable Glob claim;
    private final StorageContext context;
    private final Location declaredAt;

    /**
     * Creates an override; one that names neither a class nor a claim is refused.
     *
     * @param match the storage classes, or null where {@code claim} chooses; where both are there,
     *     the claim chooses
     * @param claim the claims by name, or null where {@code match} chooses
     * @param context what they get
     */
    public Entry(@Nullable Glob match, @Nullable Glob claim, StorageContext context) {
      this(match, claim, context, Location.in("(code)"));
    }

    private Entry(
        @Nullable Glob match, @Nullable Glob claim, StorageContext context, Location declaredAt) {
      if (match == null && claim == null) {
        throw new IllegalArgumentException("an override must name a storage class or a claim");
      }
      this.match = match;
      this.claim = claim;
      this.context = context;
      this.declaredAt = declaredAt;
    }

    /** Returns an override for the storage classes that match {@code pattern}. */
    public static Entry forClass(String pattern, StorageContext context) {
      return new Entry(Glob.of(pattern), null, context);
    }

    /** Returns an override for the claims whose names match {@code pattern}. */
    public static Entry forClaim(String pattern, StorageContext context) {
      return new Entry(null, Glob.of(pattern), context);
    }

    /** Returns the storage classes, or null where none is named. */
    public @Nullable Glob match() {
      return match;
    }

    /** Returns the claims by name, or null where the storage class chooses. */
    public @Nullable Glob claim() {
      return claim;
    }

    /** Returns what they get. */
    public StorageContext context() {
      return context;
    }

    /** Returns where the policy says so. */
    public Location declaredAt() {
      return declaredAt;
    }

    /** Returns this override, as it is written at {@code place}. */
    public Entry at(Location place) {
      return new Entry(match, claim, context, place);
    }

    /** Returns whether the claim's name alone decides; the storage class is ignored then. */
    public boolean isByClaim() {
      return claim != null;
    }

    boolean matches(String ofClaim, String ofClass) {
      return claim == null
          ? Objects.requireNonNull(match).matches(ofClass)
          : claim.matches(ofClaim);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry that
          && Objects.equals(match, that.match)
          && Objects.equals(claim, that.claim)
          && context.equals(that.context);
    }

    @Override
    public int hashCode() {
      return Objects.hash(match, claim, context);
    }

    /** Returns all that is said. */
    @Override
    public String toString() {
      return "class %s claim %s: %s".formatted(match, claim, context);
    }
  }

  /** Creates overrides; the list is copied. */
  public StorageOverrides {
    overrides = List.copyOf(overrides);
  }

  /** Returns the overrides that set nothing. */
  public static StorageOverrides none() {
    return NONE;
  }

  /** Returns these overrides and {@code more}, which are tried after them. */
  public StorageOverrides and(Entry... more) {
    List<Entry> all = new ArrayList<>(overrides);
    all.addAll(List.of(more));
    return new StorageOverrides(defaults, all);
  }

  /**
   * Returns what a pod that mounts a claim runs with.
   *
   * @param claim the claim's name
   * @param storageClass its storage class; empty where it has none
   */
  public StorageContext effectiveSecurity(String claim, String storageClass) {
    return overrides.stream()
        .filter(entry -> entry.matches(claim, storageClass))
        .findFirst()
        .map(entry -> entry.context().over(defaults))
        .orElse(defaults);
  }

  /**
   * Returns what a pod that mounts a claim runs with whose storage class is not known; nothing
   * where the class would decide.
   *
   * @param claim the claim's name
   */
  public Optional<StorageContext> effectiveSecurity(String claim) {
    for (Entry entry : overrides) {
      if (!entry.isByClaim()) {
        return Optional.empty();
      }
      if (entry.matches(claim, "")) {
        return Optional.of(entry.context().over(defaults));
      }
    }
    return Optional.of(defaults);
  }
}
