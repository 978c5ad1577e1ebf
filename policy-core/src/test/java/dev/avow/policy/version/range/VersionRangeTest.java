package dev.avow.policy.version.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "npm; ^1.2.3; vers:npm/>=1.2.3|<2.0.0",
        "npm; ^0.2.3; vers:npm/>=0.2.3|<0.3.0",
        "npm; ^0.0.3; vers:npm/>=0.0.3|<0.0.4",
        "npm; ^1.x; vers:npm/>=1.0.0|<2.0.0",
        "npm; ^0; vers:npm/>=0.0.0|<1.0.0",
        "npm; ~1; vers:npm/>=1.0.0|<2.0.0",
        "npm; 1.2 - 2.3; vers:npm/>=1.2.0|<2.4.0",
        "npm; >1.2; vers:npm/>=1.3.0",
        "npm; x; vers:npm/*",
        "npm; ^1.0 || ^1.5 || ^3.0; vers:npm/>=1.0.0|>=1.5.0|<2.0.0|<2.0.0|>=3.0.0|<4.0.0",
        "npm; [1; refused",
        "npm; >=; refused",
        "npm; banana; refused",
        "pypi; ~=1.4; vers:pypi/>=1.4|<2",
        "pypi; ~=1.4.5,!=1.4.9; vers:pypi/>=1.4.5|!=1.4.9|<1.5",
        "pypi; ==1.4.*; vers:pypi/>=1.4.dev0|<1.5.dev0",
        "pypi; ~=1; refused",
        "pypi; >= ; refused",
        "nuget; 1.0; vers:nuget/>=1.0",
        "nuget; [1.0]; vers:nuget/1.0",
        "nuget; (1.0,); vers:nuget/>1.0",
        "nuget; (,1.0]; vers:nuget/<=1.0",
        "nuget; (1.0); refused",
        "maven; [1.0,2.0),[3.0,); vers:maven/>=1.0|<2.0|>=3.0",
        "maven; 1.0; vers:maven/1.0",
        "maven; [1.0,2.0; refused",
      })
  void isReadAsItsPackageManagerWritesIt(String scheme, String text, String vers) {
    VersionScheme known = VersionScheme.named(scheme).orElseThrow();

    if (vers.equals("refused")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> VersionRange.of(text, known))
          .withMessageContaining(" must ");
    } else {
      assertThat(VersionRange.of(text, known).toVers()).isEqualTo(vers);
    }
  }

  @Test
  void isSimplifiedWhereTheListOfItsEndsWouldMeanSomethingElse() {
    VersionRange range =
        VersionRange.of(">=1.0.0 <2.0.0 || >=1.5.0 <4.0.0 || >=3.0.0 <5.0.0", VersionScheme.NPM);

    assertThat(range.toVers()).isEqualTo("vers:npm/>=1.0.0|<5.0.0");
  }

  @Test
  void canBeEmpty() {
    VersionRange none = VersionRange.of(">2.0.0 <1.0.0", VersionScheme.NPM);

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.toVers()).isEqualTo("vers:none/*");
    assertThat(VersionRange.vers("vers:none/*")).isEqualTo(none);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "npm/1.0",
        "vers:npm",
        "vers:npm/",
        "vers:npm/>=",
        "vers:unheard/1.0",
        "vers:npm/1%2",
        "vers:npm/||"
      })
  void isRefusedIfItIsNone(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> VersionRange.vers(text))
        .withMessageContaining(" must ")
        .withMessageContaining(" but ");
  }

  @Test
  void namesTheOnlyVersionInIt() {
    assertThat(VersionRange.vers("vers:npm/1.0.0").only()).map(Version::toString).contains("1.0.0");
    assertThat(VersionRange.vers("vers:npm/>=1.0.0").only()).isEmpty();
  }

  /** What is written as vers: is read back as the same set. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void meansTheSameWhenItIsReadBack(int seed) {
    Random random = new Random(seed);
    String[] signs = {">=", "<", ">", "<=", "^", "~", ""};
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(4); n >= 0; n--) {
        text.append(text.isEmpty() ? "" : random.nextBoolean() ? " || " : " ");
        text.append(signs[random.nextInt(signs.length)]).append(number(random));
      }
      VersionRange range = VersionRange.of(text.toString(), VersionScheme.NPM);
      VersionRange again = VersionRange.vers(range.toVers());
      for (int n = 0; n < 30; n++) {
        Version version = Version.of(number(random), VersionScheme.NPM);
        assertThat(again.contains(version))
            .as("%s in %s, written as %s", version, text, range)
            .isEqualTo(range.contains(version));
      }
    }
  }

  private static String number(Random random) {
    return random.nextInt(4) + "." + random.nextInt(3) + "." + random.nextInt(3);
  }
}
