package dev.avow.policy.hardening;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.avow.policy.finding.Equality;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.hardening.StorageOverrides.Entry;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardeningProfileTest {

  private static final RuleId LOCKED = RuleId.of("is-locked");
  private static final Location PLACE = Location.at("policy.yaml", 3, 5);

  private static HardeningProfile.Builder profile() {
    return HardeningProfile.builder();
  }

  @Test
  void nothingIsPromisedUntilItIsSaid() {
    HardeningProfile none = HardeningProfile.none();

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.profile()).isEmpty();
    assertThat(none.rules()).isEmpty();
    assertThat(none.trustedRegistries()).isEmpty();
    assertThat(none.watch()).isEqualTo(WatchScope.unstated());
    assertThat(none.storage()).isEqualTo(StorageOverrides.none());
    assertThat(profile().build()).isEqualTo(none);
    assertThat(profile().with("is-locked").build().isEmpty()).isFalse();
  }

  @Test
  void aSecondProfileIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile().profile(Profile.BASELINE).profile(Profile.PRODUCTION))
        .withMessage("profile was already set to baseline");
  }

  @Test
  void whatIsSaidOfOneRuleAddsUp() {
    RuleSetting setting =
        profile()
            .with("is-locked")
            .severity("is-locked", HIGH)
            .set("is-locked", Parameter.number("least", 3, "fewest"), 7L)
            .set("is-locked", "strict", true)
            .build()
            .rules()
            .get(LOCKED);

    assertThat(setting).isNotNull();
    assertThat(setting.on()).contains(true);
    assertThat(setting.severity()).contains(HIGH);
    assertThat(setting.values()).containsEntry("least", 7L).containsEntry("strict", true);
  }

  @Test
  void theLastWordOnASwitchCounts() {
    assertThat(profile().with("is-locked").without("is-locked").build().rules().get(LOCKED))
        .isEqualTo(RuleSetting.at(PLACE).on(false));
  }

  @Test
  void profilesAreEqualIfTheyPromiseTheSameWhereverThatIsWritten() {
    HardeningProfile inCode = profile().set("is-locked", "least", 7L).build();
    HardeningProfile inFile =
        profile().rule(LOCKED, RuleSetting.at(PLACE).with("least", 7L, PLACE)).build();

    Equality.ofAll(inCode, inFile);
    assertThat(inFile.terms()).isEqualTo(inCode.terms());
  }

  @Test
  void everyPromiseCounts() {
    StorageContext context = new StorageContext(1L, null, null, List.of(), false);
    List<HardeningProfile> profiles =
        List.of(
            profile().build(),
            profile().profile(Profile.BASELINE).build(),
            profile().profile(Profile.RESTRICTED).build(),
            profile().kubernetes(KubernetesVersion.of(1, 31)).build(),
            profile().with("is-locked").build(),
            profile().without("is-locked").build(),
            profile().severity("is-locked", LOW).build(),
            profile().set("is-locked", "least", 7L).build(),
            profile().set("is-locked", "least", 8L).build(),
            profile().trustRegistries("ghcr.io/acme").build(),
            profile()
                .watch(
                    new WatchScope(
                        WatchScope.Globs.of(List.of(Glob.of("a*")), List.of()),
                        WatchScope.Globs.unstated(),
                        WatchScope.Globs.unstated()))
                .build(),
            profile().storage(new StorageOverrides(context, List.of())).build());

    Equality.ofNone(profiles.toArray());
    assertThat(profiles).extracting(HardeningProfile::terms).doesNotHaveDuplicates();
  }

  @Test
  void rulesJudgeForTheNewestKubernetesUnlessAnotherIsStated() {
    HardeningProfile stated = profile().kubernetes(KubernetesVersion.of(1, 31)).build();

    assertThat(stated.kubernetes()).isEqualTo(KubernetesVersion.of(1, 31));
    assertThat(stated.statedKubernetes()).contains(KubernetesVersion.of(1, 31));
    assertThat(profile().build().kubernetes()).isEqualTo(KubernetesVersion.latest());
    assertThat(profile().build().statedKubernetes()).isEmpty();
  }

  @Test
  void theVersionOfKubernetesIsStatedOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                profile()
                    .kubernetes(KubernetesVersion.of(1, 31))
                    .kubernetes(KubernetesVersion.of(1, 32)))
        .withMessage("kubernetes was already set to 1.31");
  }

  @Test
  void theOrderInWhichRulesAreSetDoesNotCount() {
    Equality.ofAll(
        profile().with("a").without("b").set("c", "x", 1L).set("c", "y", 2L).build(),
        profile().set("c", "y", 2L).set("c", "x", 1L).without("b").with("a").build());
    assertThat(profile().set("c", "x", 1L).set("c", "y", 2L).build().terms())
        .isEqualTo(profile().set("c", "y", 2L).set("c", "x", 1L).build().terms());
  }

  @Test
  void aSettingKeepsItsPlacesAndItsValues() {
    List<String> tags = new ArrayList<>(List.of("latest"));
    Location elsewhere = Location.at("policy.yaml", 4, 7);
    RuleSetting setting = RuleSetting.at(PLACE).with("tags", tags, elsewhere);

    tags.clear();

    assertThat(setting.values()).containsEntry("tags", List.of("latest"));
    assertThat(setting.place("tags")).isEqualTo(elsewhere);
    assertThat(setting.place("other")).isEqualTo(PLACE);
    assertThat(setting.declaredAt()).isEqualTo(PLACE);
    assertThat(setting).hasToString("on=null severity=null {tags=[latest]}");
  }

  @ParameterizedTest
  @CsvSource({
    "BASELINE, baseline, true, false",
    "RESTRICTED, restricted, true, true",
    "PRODUCTION, production, true, true",
    "MULTI_TENANT, multi-tenant, true, true"
  })
  void eachProfileHoldsAllThatTheOneBeforeItDoes(
      Profile profile, String label, boolean baseline, boolean restricted) {
    assertThat(profile.label()).isEqualTo(label);
    assertThat(Profile.labelled(label)).contains(profile);
    assertThat(profile.includes(Profile.BASELINE)).isEqualTo(baseline);
    assertThat(profile.includes(Profile.RESTRICTED)).isEqualTo(restricted);
  }

  @Test
  void aLabelIsTakenAsItIsWritten() {
    assertThat(Profile.labelled("MULTI_TENANT")).isEmpty();
    assertThat(Profile.labelled("multi_tenant")).isEmpty();
    assertThat(Profile.labelled("")).isEmpty();
  }

  @Test
  void anOverrideForNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Entry(null, null, StorageContext.unset()))
        .withMessage("an override must name a storage class or a claim");
  }
}
