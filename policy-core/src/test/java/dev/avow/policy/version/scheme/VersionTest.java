package dev.avow.policy.version.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VersionTest {

  @Test
  void printsAsItWasWritten() {
    assertThat(Version.of("v1.02.0-RC1 ", VersionScheme.NPM)).hasToString("v1.02.0-RC1 ");
  }

  @ParameterizedTest
  @CsvSource({
    "generic, 1.0-SNAPSHOT 1.0-alpha1 1.0b2 1.0-M1 1.0-pre1 1.0-rc1 1.0 1.0-1 1.0.1 1.1 1.10",
    "generic, 1.1.1 1.1.1k 1.1.2",
    "generic, 0.9 2 10 99999999999999999999999998 99999999999999999999999999",
    "semver, 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11"
        + " 1.0.0-rc.1 1.0.0 1.0.1",
    "nuget, 1.0.0-a 1.0.0-B 1.0 1.0.0.1 1.0.1",
    "maven, 1-alpha-1 1-beta 1-m1 1-rc 1-SNAPSHOT 1 1-sp 1-foo 1-1 1.1",
    "pypi, nonsense 1.dev1 1a1.dev1 1a1 1b2 1rc1.dev2 1rc1 1 1+abc 1+5 1.post1.dev1 1.post1 1.1"
        + " 1!0.1",
    "calver, 24.04 24.10 24.10.1 25.04",
    "calver, 2026-01-31 2026-02-01 2026_11_21",
    "datetime, 2024-01-01T00:00:00Z 2024-01-01T00:00:01Z 2024-02-01T00:00:00Z",
    "golang, v1.9.0-rc1 v1.9.0 v1.10.0",
  })
  void comeInTheOrderOfTheirScheme(String scheme, String ascending) {
    List<Version> expected =
        Stream.of(ascending.split(" ", -1)).map(text -> of(scheme, text)).toList();
    List<Version> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(expected);
    for (int i = 1; i < expected.size(); i++) {
      assertThat(expected.get(i - 1)).isLessThan(expected.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "generic, 1.0, v1.0.0",
    "generic, 5.0.0.Final, 5.0",
    "generic, 5.0.RELEASE, 5.0",
    "generic, 1.0+build.5, 1.0",
    "semver, 1.0.0+a, 1.0.0+b",
    "npm, =v1.2.3, 1.2.3",
    "pypi, 1.0.0.alpha-1, 1a1",
    "pypi, 1.0-1, 1.post1",
    "pypi, v1.0, 1",
    "maven, 1-1.foo-bar1baz-.1, 1-1.foo-bar-1-baz-0.1",
  })
  void canBeWrittenInSeveralWays(String scheme, String one, String other) {
    assertThat(of(scheme, one).isSameAs(of(scheme, other))).isTrue();
    assertThat(of(scheme, one)).isNotEqualTo(of(scheme, other));
  }

  @ParameterizedTest
  @CsvSource({
    "generic, 1.0-RC1, true",
    "generic, 1.0-1, false",
    "generic, 1.0.Final, false",
    "maven, 1.0-SNAPSHOT, true",
    "maven, 1.0-jre, false",
    "maven, 1.0.Final, false",
    "pypi, 1.0.dev1, true",
    "pypi, 1.0.post1, false",
    "pypi, 1.0rc1, true",
    "nuget, 1.0.0-Beta, true",
    "semver, 1.0.0+b, false",
  })
  void tellWhetherTheyComeBeforeTheirRelease(String scheme, String text, boolean before) {
    assertThat(of(scheme, text).isPreRelease()).isEqualTo(before);
  }

  @Test
  void ofDifferentSchemesAreNotCompared() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> of("npm", "1.0").compareTo(of("pypi", "2.0")))
        .withMessage("1.0 must be compared with a version of npm but 2.0 is one of pypi");
  }

  @Test
  void sayThatABlankTextIsNone() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Version.of(" "))
        .withMessage("version must be a text such as 1.0.3 but was blank");
  }

  static Stream<VersionScheme> schemes() {
    return VersionScheme.all().stream();
  }

  /** Any texts sort, whatever they are. */
  @ParameterizedTest
  @MethodSource("schemes")
  void areInATotalOrderWhateverTheTexts(VersionScheme scheme) {
    Random random = new Random(11);
    String[] bits = {
      "1",
      "0",
      "2",
      ".",
      "-",
      "_",
      "a",
      "rc",
      "b",
      "+",
      "!",
      "v",
      "post",
      "dev",
      "final",
      "snapshot",
      "x",
      "é",
      "~",
      " ",
      "10",
      "m"
    };
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      StringBuilder text = new StringBuilder("1");
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      versions.add(Version.of(text.substring(random.nextInt(2)) + "0", scheme));
    }
    for (Version a : versions) {
      for (Version b : versions) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        for (Version c : versions) {
          if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0 && a.compareTo(c) > 0) {
            throw new AssertionError(a + " <= " + b + " <= " + c + " but " + a + " > " + c);
          }
        }
      }
    }
  }

  private static Version of(String scheme, String text) {
    return Version.of(text, VersionScheme.named(scheme).orElseThrow());
  }
}
