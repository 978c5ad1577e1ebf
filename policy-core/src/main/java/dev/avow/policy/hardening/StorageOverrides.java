package dev.avow.policy.hardening;

import dev.avow.policy.finding.Glob;
import java.util.List;
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
  }

  /**
   * The security context that some claims bring.
   *
   * @param match the storage classes, or null where {@code claim} chooses
   * @param claim the claims by name, or null where {@code match} chooses
   * @param context what they get
   */
  public record Entry(@Nullable Glob match, @Nullable Glob claim, StorageContext context) {

    /** Creates an override; one that names neither a class nor a claim is refused. */
    public Entry {
      if (match == null && claim == null) {
        throw new IllegalArgumentException("an override must name a storage class or a claim");
      }
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
}
