package dev.avow.policy.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.PolicyException;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.hardening.StorageOverrides.Entry;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import dev.avow.policy.hardening.WatchScope.Globs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageOverridesTest {

  private static final StorageContext DEFAULTS =
      new StorageContext(1000L, 1000L, null, List.of(5L, 6L), false);

  private static StorageContext user(long id) {
    return new StorageContext(id, null, null, List.of(), false);
  }

  private static StorageContext groups(Long... ids) {
    return new StorageContext(null, null, null, List.of(ids), false);
  }

  private static StorageOverrides overrides(Entry... entries) {
    return new StorageOverrides(DEFAULTS, List.of()).and(entries);
  }

  @Nested
  class EffectiveSecurity {

    @Test
    void isThatOfTheDefaultsWhereNothingMatches() {
      assertThat(overrides(Entry.forClass("nfs-*", user(1))).effectiveSecurity("data", "fast"))
          .isEqualTo(DEFAULTS);
      assertThat(StorageOverrides.none().effectiveSecurity("data", "fast"))
          .isEqualTo(StorageContext.unset());
    }

    @Test
    void isThatOfTheFirstOverrideThatMatches() {
      StorageOverrides storage =
          overrides(
              Entry.forClass("nfs-*", user(1)),
              Entry.forClass("nfs-archive", user(2)),
              Entry.forClaim("data", user(3)));

      assertThat(storage.effectiveSecurity("data", "nfs-archive").runAsUser()).isEqualTo(1);
      assertThat(storage.effectiveSecurity("data", "fast").runAsUser()).isEqualTo(3);
      assertThat(storage.effectiveSecurity("logs", "fast").runAsUser()).isEqualTo(1000);
    }

    @Test
    void ignoresTheClassOfAnOverrideThatNamesClaims() {
      StorageOverrides storage = overrides(new Entry(Glob.of("nfs-*"), Glob.of("data"), user(1)));

      assertThat(storage.effectiveSecurity("data", "fast").runAsUser()).isEqualTo(1);
      assertThat(storage.effectiveSecurity("logs", "nfs-a").runAsUser()).isEqualTo(1000);
    }

    @Test
    void isReadOnlyWhereEitherSaysSo() {
      StorageContext readOnly = new StorageContext(null, null, null, List.of(), true);

      assertThat(overrides(Entry.forClass("a", readOnly)).effectiveSecurity("c", "a").readOnly())
          .isTrue();
      assertThat(
              new StorageOverrides(readOnly, List.of(Entry.forClass("a", user(1))))
                  .effectiveSecurity("c", "a")
                  .readOnly())
          .isTrue();
    }

    @Test
    void addsTheGroupsOfTheDefaults() {
      assertThat(
              overrides(Entry.forClass("a", groups(7L, 5L)))
                  .effectiveSecurity("c", "a")
                  .supplementalGroups())
          .containsExactly(7L, 5L, 6L);
      assertThat(
              overrides(Entry.forClass("a", groups()))
                  .effectiveSecurity("c", "a")
                  .supplementalGroups())
          .containsExactly(5L, 6L);
    }

    @Test
    void leavesWhatTheOverrideDoesNotSet() {
      StorageContext effective =
          overrides(Entry.forClass("a", new StorageContext(null, 7L, 8L, List.of(), false)))
              .effectiveSecurity("c", "a");

      assertThat(effective).isEqualTo(new StorageContext(1000L, 7L, 8L, List.of(5L, 6L), false));
    }

    @Test
    void ofAClaimWhoseClassIsUnknownIsKnownUnlessTheClassDecides() {
      StorageOverrides storage =
          overrides(Entry.forClaim("data", user(1)), Entry.forClass("*", user(2)));

      assertThat(storage.effectiveSecurity("data").orElseThrow().runAsUser()).isEqualTo(1);
      assertThat(storage.effectiveSecurity("logs")).isEmpty();
      assertThat(overrides().effectiveSecurity("logs")).hasValue(DEFAULTS);
    }

    @Test
    void inNamespaceModeTheGroupOfTheVolumeIsOneOfThePod() {
      StorageContext context = new StorageContext(1L, 2L, 3L, List.of(4L), true);

      assertThat(context.inNamespaceMode())
          .isEqualTo(new StorageContext(1L, 3L, 3L, List.of(4L, 3L), true));
      assertThat(DEFAULTS.inNamespaceMode()).isEqualTo(DEFAULTS);
    }
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    SecurityPolicy policy =
        SecurityPolicy.named("shop")
            .harden(
                with ->
                    with.storage(
                            overrides(
                                Entry.forClass("nfs-*", user(1)),
                                new Entry(Glob.of("a"), Glob.of("b"), groups(7L))))
                        .watch(
                            new WatchScope(
                                Globs.including("*").excluding("kube-*"),
                                Globs.unstated(),
                                Globs.including())))
            .build();

    SecurityPolicy read = SecurityPolicy.parse(policy.toYaml());

    assertThat(read).isEqualTo(policy);
    assertThat(read.hardening().storage().overrides().get(1).declaredAt().line()).isPositive();
    assertThat(read.hardening().terms()).isEqualTo(policy.hardening().terms());
  }

  @Nested
  class Lint {

    /** Returns {@code line rule message} of what is found in a policy with {@code hardening}. */
    private static List<String> found(String hardening) {
      String text =
          "apiVersion: avow.dev/v1\nkind: SecurityPolicy\nname: shop\nhardening:\n"
              + hardening.indent(2);
      return SecurityPolicy.parse("policy.yaml", text).hardening().lint().findings().stream()
          .map(
              finding -> finding.location().line() + " " + finding.rule() + " " + finding.message())
          .toList();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {storage-class: a, run-as-user: 0}   | 7 storage-override-is-not-root runs as root: run-as-user is 0
            {storage-class: a, run-as-group: 0}  | 7 storage-override-is-not-root runs as root: run-as-group is 0
            {storage-class: a, run-as-user: -1}  | 7 storage-override-ids-are-valid has an id that cannot be: run-as-user is -1
            {claim: a, supplemental-groups: [1, 2147483648]} | 7 storage-override-ids-are-valid has an id that cannot be: supplemental-groups[1] is 2147483648
            {storage-class: "", run-as-user: 1}  | 7 storage-override-matches-something has an empty pattern, which matches nothing
            {storage-class: a, fs-group: 5}      | 7 storage-override-group-takes-effect relies on fs-group 5, which drivers of shared volumes may ignore
            {storage-class: nfs-*, run-as-user: 1} | 7 storage-override-is-reached is about the same as overrides[0]
            {storage-class: nfs-fast, run-as-user: 1} | 7 storage-override-is-reached never counts: overrides[0] matches all that it is about
            {storage-class: "nfs-a*", run-as-user: 1} | 7 storage-override-is-reached never counts: overrides[0] matches all that it is about
            {storage-class: "nfs-??", run-as-user: 1} | 7 storage-override-is-reached never counts: overrides[0] matches all that it is about
            """)
    void tellsWhatIsWrongWithAnOverrideAndWhere(String override, String expected) {
      assertThat(
              found(
                  """
                  storage:
                    overrides: [{storage-class: 'nfs-*', run-as-user: 1},
                      %s]
                  """
                      .formatted(override)))
          .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {storage-class: fast, run-as-user: 1}
            {storage-class: n*, run-as-user: 1}
            {storage-class: "nfs", run-as-user: 1}
            {claim: data, run-as-user: 1}
            {storage-class: x, fs-group: 5, supplemental-groups: [5]}
            {storage-class: "{nfs-a,b}", run-as-user: 1}
            """)
    void leavesAloneWhatCounts(String override) {
      assertThat(
              found(
                  """
                  storage:
                    overrides:
                      - {storage-class: 'nfs-*', run-as-user: 1}
                      - %s
                  """
                      .formatted(override)))
          .isEmpty();
    }

    @Test
    void tellsOfAClaimBehindAnOverrideForEveryClass() {
      assertThat(
              found(
                  """
                  storage:
                    overrides:
                      - {storage-class: '*', run-as-user: 1}
                      - {claim: data, run-as-user: 2}
                  """))
          .containsExactly(
              "8 storage-override-is-reached never counts: overrides[0] matches all that it is"
                  + " about");
    }

    @Test
    void tellsOfDefaultsThatAreRoot() {
      assertThat(found("storage: {defaults: {run-as-user: 0}}"))
          .containsExactly("0 storage-override-is-not-root runs as root: run-as-user is 0");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {include: ["*"]}                          | 6 watch-spares-system-namespaces includes every namespace and does not exclude kube-system
            {include: ["**"], exclude: [kube-system]} | 6 watch-spares-system-namespaces includes every namespace and does not exclude kube-public
            {include: []}                             | 6 watch-includes-something includes nothing
            """)
    void tellsOfGlobsThatReachTooFarOrNowhere(String namespaces, String expected) {
      assertThat(found("watch:\n  namespaces: " + namespaces)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {include: ["*"], exclude: ["kube-*"]}
            {include: ["*"], exclude: ["kube-{system,public,node-lease}"]}
            {include: ["team-*"]}
            {include: [kube-system]}
            """)
    void leavesAloneWhatSparesTheSystem(String namespaces) {
      assertThat(found("watch:\n  namespaces: " + namespaces)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIsSaid() {
      assertThat(HardeningProfile.none().lint().findings()).isEmpty();
    }

    @Test
    void aMalformedGlobIsRefusedWithItsPlace() {
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> found("storage: {overrides: [{storage-class: 'a[', run-as-user: 1}]}"))
          .withMessageContaining("policy.yaml:5:")
          .withMessageContaining("glob must close the set at character 2 but was \"a[\"");
      assertThatExceptionOfType(PolicyException.class)
          .isThrownBy(() -> found("watch: {namespaces: {include: ['a{b']}}"))
          .withMessageContaining("policy.yaml:5:");
    }
  }
}
