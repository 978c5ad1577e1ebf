package dev.avow.policy;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.RuleSetting;
import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.hardening.WatchScope.Globs;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a policy promises about running things, made at random. */
final class RandomHardening extends Dice {

  RandomHardening(Random random) {
    super(random);
  }

  void harden(HardeningProfile.Builder with) {
    maybe(() -> with.profile(any(Profile.values())));
    maybe(() -> with.kubernetes(KubernetesVersion.of(1, 20 + below(20))));
    times(2, i -> with.trustRegistries(any(List.of("ghcr.io/acme", "localhost:5000", "busybox"))));
    times(2, i -> with.with(id()));
    times(2, i -> with.without(id()));
    times(2, i -> with.severity(id(), any(List.of(Severity.LOW, Severity.CRITICAL))));
    times(2, i -> with.set(id(), "a-number", random.nextLong()));
    times(2, i -> with.set(id(), "a-flag", even()));
    times(2, i -> with.set(id(), "a-text", text()));
    times(2, i -> with.set(id(), "some-texts", List.of(text(), text())));
    times(2, i -> with.rule(RuleId.of(id()), RuleSetting.at(Location.in("here")).waivable(even())));
    maybe(() -> with.watch(new WatchScope(globs(), globs(), globs())));
    maybe(() -> with.storage(storage()));
  }

  private Globs globs() {
    return switch (below(3)) {
      case 0 -> Globs.unstated();
      case 1 -> Globs.of(List.of(), List.of());
      default -> Globs.of(List.of(Glob.of(glob())), List.of(Glob.of(glob())));
    };
  }

  private StorageOverrides storage() {
    return new StorageOverrides(
        context(),
        List.of(
            new StorageOverrides.Entry(Glob.of(glob()), null, context()),
            new StorageOverrides.Entry(null, Glob.of(glob()), context())));
  }

  private StorageContext context() {
    return new StorageContext(
        number(), number(), number(), even() ? List.of() : List.of(1L, 0L), even());
  }

  private @Nullable Long number() {
    return even() ? null : (Long) random.nextLong();
  }
}
