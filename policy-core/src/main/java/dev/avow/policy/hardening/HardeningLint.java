package dev.avow.policy.hardening;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.hardening.StorageOverrides.Entry;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import dev.avow.policy.hardening.WatchScope.Globs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is wrong with promises about storage and watching; not thread-safe. */
final class HardeningLint {

  /** The namespaces that every cluster has. */
  private static final List<String> SYSTEM =
      List.of("kube-system", "kube-public", "kube-node-lease");

  private static final long MAXIMUM_ID = Integer.MAX_VALUE;

  private final HardeningProfile profile;
  private final Partial.Builder verdicts = Partial.under(HardeningRules.ALL);

  HardeningLint(HardeningProfile profile) {
    this.profile = profile;
  }

  Evaluation evaluate() {
    StorageOverrides storage = profile.storage();
    if (!storage.equals(StorageOverrides.none())) {
      ids(Subject.of("StorageDefaults"), storage.defaults(), Location.in("(policy)"));
    }
    List<Entry> entries = storage.overrides();
    for (int i = 0; i < entries.size(); i++) {
      override(entries.get(i), i, entries.subList(0, i));
    }
    watch();
    return Evaluation.of(HardeningRules.ALL, Stream.of(verdicts.build()));
  }

  private void override(Entry entry, int index, List<Entry> earlier) {
    Subject subject = Subject.of("StorageOverride").with("override", String.valueOf(index));
    ids(subject, entry.context(), entry.declaredAt());
    tell(HardeningRules.MATCHES, subject, entry.declaredAt(), emptiness(entry));
    tell(HardeningRules.REACHED, subject, entry.declaredAt(), shadow(entry, earlier));
    Long group = entry.context().fsGroup();
    boolean alone = group != null && !entry.context().supplementalGroups().contains(group);
    tell(
        HardeningRules.GROUP,
        subject,
        entry.declaredAt(),
        alone
            ? "relies on fs-group " + group + ", which drivers of shared volumes may ignore"
            : "");
  }

  private static String emptiness(Entry entry) {
    Glob decisive = entry.isByClaim() ? entry.claim() : entry.match();
    return Objects.requireNonNull(decisive).pattern().isEmpty()
        ? "has an empty pattern, which matches nothing"
        : "";
  }

  /** Says which earlier override takes all that {@code entry} is about; nothing if none does. */
  private static String shadow(Entry entry, List<Entry> earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      Entry other = earlier.get(i);
      if (isSame(entry, other)) {
        return "is about the same as overrides[%d]".formatted(i);
      }
      if (isShadowed(entry, other)) {
        return "never counts: overrides[%d] matches all that it is about".formatted(i);
      }
    }
    return "";
  }

  private static boolean isSame(Entry entry, Entry other) {
    return entry.isByClaim()
        ? other.isByClaim() && Objects.equals(entry.claim(), other.claim())
        : !other.isByClaim() && Objects.equals(entry.match(), other.match());
  }

  /** Patterns on claims and on classes say nothing of each other unless one matches everything. */
  private static boolean isShadowed(Entry entry, Entry other) {
    Glob wide = Objects.requireNonNull(other.isByClaim() ? other.claim() : other.match());
    Glob narrow = Objects.requireNonNull(entry.isByClaim() ? entry.claim() : entry.match());
    return entry.isByClaim() == other.isByClaim()
        ? Shadows.covers(wide, narrow)
        : Shadows.isEverything(wide);
  }

  private void ids(Subject subject, StorageContext context, Location at) {
    Map<String, Long> ids = new LinkedHashMap<>();
    Optional.ofNullable(context.runAsUser()).ifPresent(id -> ids.put("run-as-user", id));
    Optional.ofNullable(context.runAsGroup()).ifPresent(id -> ids.put("run-as-group", id));
    String root =
        ids.entrySet().stream()
            .filter(id -> id.getValue() == 0)
            .map(id -> id.getKey() + " is 0")
            .findFirst()
            .orElse("");
    Optional.ofNullable(context.fsGroup()).ifPresent(id -> ids.put("fs-group", id));
    for (int i = 0; i < context.supplementalGroups().size(); i++) {
      ids.put("supplemental-groups[" + i + "]", context.supplementalGroups().get(i));
    }
    String invalid =
        ids.entrySet().stream()
            .filter(id -> id.getValue() < 0 || id.getValue() > MAXIMUM_ID)
            .map(id -> "has an id that cannot be: %s is %d".formatted(id.getKey(), id.getValue()))
            .findFirst()
            .orElse("");
    tell(HardeningRules.NOT_ROOT, subject, at, root.isEmpty() ? "" : "runs as root: " + root);
    tell(HardeningRules.IDS, subject, at, invalid);
  }

  private void watch() {
    WatchScope scope = profile.watch();
    Globs namespaces = scope.namespaces();
    Subject subject = Subject.of("Watch").with("dimension", "namespaces");
    if (namespaces.stated()) {
      tell(HardeningRules.SYSTEM, subject, namespaces.declaredAt(), reached(namespaces));
    }
    Map<String, Globs> dimensions = new LinkedHashMap<>();
    dimensions.put("namespaces", namespaces);
    dimensions.put("claims", scope.claims());
    dimensions.put("storage-classes", scope.storageClasses());
    dimensions.forEach(
        (name, globs) -> {
          if (globs.stated()) {
            tell(
                HardeningRules.SOMETHING,
                Subject.of("Watch").with("dimension", name),
                globs.declaredAt(),
                globs.include().isEmpty() ? "includes nothing" : "");
          }
        });
  }

  /** Who names a namespace of the cluster means it; who includes everything does not. */
  private static String reached(Globs namespaces) {
    if (namespaces.include().stream().noneMatch(Shadows::isEverything)) {
      return "";
    }
    return SYSTEM.stream()
        .filter(name -> namespaces.exclude().stream().noneMatch(glob -> glob.matches(name)))
        .findFirst()
        .map(name -> "includes every namespace and does not exclude " + name)
        .orElse("");
  }

  private void tell(RuleDescription rule, Subject subject, Location at, String wrong) {
    if (wrong.isEmpty()) {
      verdicts.verdict(rule.id(), subject, Verdict.PASS);
    } else {
      verdicts.finding(
          Finding.of(rule.id(), Verdict.FAIL, subject, at)
              .severity(rule.severity())
              .message(wrong)
              .build());
    }
  }
}
