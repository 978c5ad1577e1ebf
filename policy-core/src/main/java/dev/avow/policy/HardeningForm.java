package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.map;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.KubernetesVersion;
import dev.avow.policy.hardening.Profile;
import dev.avow.policy.hardening.RuleSetting;
import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.image.RepositoryPrefix;
import java.util.List;
import java.util.Map;

/** How it is written what is promised about running things. */
final class HardeningForm extends ObjectForm<HardeningProfile> {

  private static final Form<RepositoryPrefix> REGISTRY =
      text(
              "be a registry such as \"ghcr.io/acme\"",
              RepositoryPrefix::parse,
              RepositoryPrefix::toString)
          .where("pattern", "\\S");

  private static final Form<KubernetesVersion> VERSION =
      text(
              "be a version of Kubernetes in quotes, such as \"1.31\"",
              KubernetesVersion::parse,
              KubernetesVersion::toString)
          .where("pattern", "^v?[0-9]+\\.[0-9]+([.+-].*)?$|^latest$");

  private final Entry<Profile> profile =
      optional("profile", choice(Profile.values()), "The named profile, which turns rules on.");
  private final Entry<KubernetesVersion> kubernetes =
      optional(
          "kubernetes",
          VERSION,
          "The version of Kubernetes for which rules judge; the newest one known, unless set.");
  private final Entry<List<RepositoryPrefix>> registries =
      optional(
          "trusted-registries",
          list(REGISTRY),
          "Registries, or repositories below one, that images may come from.");
  private final Entry<Map<RuleId, RuleSetting>> rules =
      optional(
          "rules",
          map(RuleId::of, Terms.KEBAB_CASE, new RuleSettingForm()),
          "What is said of single rules: on, off, or severity and parameters.");
  private final Entry<WatchScope> watch =
      optional("watch", new WatchScopeForm(), "What a controller may watch.");
  private final Entry<StorageOverrides> storage =
      optional("storage", new StorageForm(), "The security context by storage class and claim.");

  @Override
  protected HardeningProfile build(Values values) {
    HardeningProfile.Builder with = HardeningProfile.builder();
    values.find(profile).ifPresent(with::profile);
    values.find(kubernetes).ifPresent(with::kubernetes);
    values.list(registries).forEach(prefix -> with.trustRegistries(prefix.toString()));
    values.or(rules, Map.of()).forEach(with::rule);
    values.find(watch).ifPresent(with::watch);
    values.find(storage).ifPresent(with::storage);
    return with.build();
  }

  @Override
  protected void show(HardeningProfile hardening, Written into) {
    into.put(profile, hardening.profile())
        .put(kubernetes, hardening.statedKubernetes())
        .putItems(registries, hardening.trustedRegistries())
        .putUnless(rules, hardening.rules(), Map.of())
        .putUnless(watch, hardening.watch(), WatchScope.unstated())
        .putUnless(storage, hardening.storage(), StorageOverrides.none());
  }
}
