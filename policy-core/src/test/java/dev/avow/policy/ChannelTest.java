package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.Channel.Kind;
import dev.avow.policy.finding.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

  @ParameterizedTest
  @ValueSource(strings = {"security@example.org", "a.b+c@sub.example.org", "größe@example.org"})
  void aMailAddressIsTakenAsItIs(String address) {
    assertThat(Channel.email(address).address()).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "security",
        "@example.org",
        "security@",
        "a@b@example.org",
        "security @example.org",
        "<security@example.org>",
        "mailto:security@example.org",
        "one@example.org,two@example.org",
        "security@example.org\nBcc: all@example.org"
      })
  void whatIsNoMailAddressIsRefused(String address) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Channel.email(address))
        .withMessage("mail address must look like security@example.org but was \"%s\"", address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/new?template=a", "HTTP://example.org"})
  void aWebAddressIsTakenAsItIs(String url) {
    assertThat(Channel.web(url).address()).contains(url);
    assertThat(Channel.privateAdvisory(url).address()).contains(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org",
        "https://",
        "https:example",
        "https://a b"
      })
  void whatIsNoWebAddressIsRefused(String url) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Channel.web(url))
        .withMessage("web address must look like https://example.org/security but was \"%s\"", url);
  }

  @Test
  void issuesAndPullRequestsArePublic() {
    assertThat(Channel.publicIssue().kind().isPublic()).isTrue();
    assertThat(Channel.pullRequest().kind().isPublic()).isTrue();
    assertThat(Channel.privateAdvisory().kind().isPublic()).isFalse();
  }

  @Test
  void aChannelWithoutAnAddressCoversAllOfItsKind() {
    Channel any = Channel.maintainer();
    Channel one = Channel.maintainer("Jane, on the chat");

    assertThat(any.covers(one)).isTrue();
    assertThat(one.covers(any)).isFalse();
    assertThat(one.covers(one)).isTrue();
    assertThat(any.covers(Channel.privateAdvisory())).isFalse();
  }

  @Test
  void whereItIsWrittenDoesNotCount() {
    Channel channel = Channel.email("security@example.org");

    assertThat(channel.at(Location.at("policy.yaml", 4, 7)))
        .isEqualTo(channel)
        .hasSameHashCodeAs(channel)
        .hasToString("email security@example.org");
    assertThat(channel).isNotEqualTo(Channel.maintainer("security@example.org"));
  }

  @Test
  void aKindWithoutItsAddressIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Channel.of(Kind.WEB))
        .withMessage("web must have an address but has none");
  }
}
