package dev.avow.policy.finding;

import static dev.avow.policy.finding.Selector.everything;
import static dev.avow.policy.finding.Selector.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SelectorTest {

  private static final Subject API =
      Subject.of("Deployment")
          .with("namespace", "prod")
          .with("name", "backend")
          .with("container", "api");
  private static final Subject CVE =
      Subject.of("Vulnerability").with("id", "CVE-2026-1").with("id", "GHSA-aaaa");

  static Stream<Arguments> matches() {
    return Stream.of(
        Arguments.of(everything(), API, true),
        Arguments.of(everything(), Subject.of("Everything"), true),
        Arguments.of(where("namespace", "prod"), API, true),
        Arguments.of(where("namespace", "pro"), API, false),
        Arguments.of(where("namespace", "*"), API, true),
        Arguments.of(where("namespace", "{dev,prod}"), API, true),
        Arguments.of(where("namespace", "prod").and("container", "a*"), API, true),
        Arguments.of(where("namespace", "prod").and("container", "web"), API, false),
        Arguments.of(where("kind", "Deployment"), API, true),
        Arguments.of(where("kind", "{Deployment,StatefulSet}").and("name", "back*"), API, true),
        Arguments.of(where("kind", "deployment"), API, false),
        Arguments.of(where("port", "*"), API, false),
        Arguments.of(where("port", "**"), API, false),
        Arguments.of(where("namespace", "prod").and("port", "*"), API, false),
        Arguments.of(where("id", "CVE-*"), CVE, true),
        Arguments.of(where("id", "GHSA-*"), CVE, true),
        Arguments.of(where("id", "OSV-*"), CVE, false),
        Arguments.of(where("name", ""), Subject.of("A").with("name", ""), true),
        Arguments.of(where("name", ""), Subject.of("A"), false));
  }

  @ParameterizedTest
  @MethodSource("matches")
  void everyNamedPartMustMatchWithOneOfItsValues(Selector selector, Subject subject, boolean is) {
    assertThat(selector.matches(subject)).isEqualTo(is);
  }

  @Test
  void aPartThatIsNamedTwiceIsRefusedAtTheCall() {
    Selector dev = where("namespace", "dev");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> dev.and("namespace", "test"))
        .withMessage(
            "a selector must name a part once, with {a,b} for alternatives, but named namespace"
                + " twice");
  }

  @Test
  void aPartWithoutANameAndAMalformedGlobAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> where(" ", "dev"))
        .withMessage("a selector must name the parts that it matches");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> where("name", "a["))
        .withMessageContaining("must close the set at character 2");
  }

  @Test
  void itIsWrittenAsItsParts() {
    assertThat(where("namespace", "dev").and("kind", "Pod")).hasToString("namespace=dev, kind=Pod");
    assertThat(everything()).hasToString("everything");
  }

  @Test
  void selectorsAreEqualIfTheirTermsAre() {
    Selector dev = where("namespace", "dev").and("name", "a*");

    Equality.ofAll(dev, where("namespace", "dev").and("name", "a*"), Serialized.copyOf(dev));
    Equality.ofNone(dev, where("namespace", "dev"), everything());
    assertThat(Serialized.copyOf(dev).matches(API)).isFalse();
  }
}
