package dev.avow.disclosure.publish;

import static dev.avow.disclosure.publish.Labels.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disclosure.publish.Labels.Labelled;
import dev.avow.policy.Channel;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.document.Field;
import dev.avow.policy.version.SupportAnswer;
import dev.avow.policy.version.scheme.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** How much of what people find in real SECURITY.md files is read from them. */
class SecurityMarkdownConformanceTest {

  private static final LocalDate LABELLED = LocalDate.of(2026, 11, 21);

  /** What was asked of all files, and what came out otherwise than labelled. */
  private record Score(String kind, int asked, List<String> misses) {
    double share() {
      return 1.0 - (double) misses.size() / asked;
    }

    @Override
    public String toString() {
      return "%s: %d of %d (%.1f %%)%s"
          .formatted(
              kind,
              asked - misses.size(),
              asked,
              100 * share(),
              misses.stream().map(miss -> "\n  " + miss).reduce("", String::concat));
    }
  }

  @Test
  void versionProbesAreAnsweredAsLabelled() throws IOException {
    Score score =
        score("version probes", file -> file.all("probes"), SecurityMarkdownConformanceTest::probe);

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void acknowledgementsAreAsLabelledAndNoneIsInvented() throws IOException {
    Score score =
        score(
            "acknowledgements",
            file -> List.of(file.label()),
            (file, label) -> acknowledgement(file));

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(Labels.all().filter(file -> isInvented(file))).isEmpty();
  }

  @Test
  void contactsAreFound() throws IOException {
    Score score =
        score("contacts", file -> file.all("contacts"), SecurityMarkdownConformanceTest::contact);

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void contactsThatNobodyLabelledAreFew() throws IOException {
    Score score =
        score(
            "channels",
            SecurityMarkdownConformanceTest::channels,
            (file, channel) -> strange(file, channel));

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.90);
  }

  private static Optional<String> strange(Labelled file, Channel channel) {
    return file.all("contacts").stream().anyMatch(label -> isFound(label, channel))
        ? Optional.empty()
        : Optional.of(file + ": " + channel + " at " + channel.declaredAt().line());
  }

  private static List<Channel> channels(Labelled file) {
    return file.reading().policy().reporting().channels();
  }

  private static <T> Score score(
      String kind,
      java.util.function.Function<Labelled, List<T>> asked,
      BiFunction<Labelled, T, Optional<String>> miss)
      throws IOException {
    List<String> misses = new ArrayList<>();
    int count = 0;
    for (Labelled file : Labels.all().toList()) {
      for (T one : asked.apply(file)) {
        count++;
        miss.apply(file, one).ifPresent(misses::add);
      }
    }
    Score score = new Score(kind, count, misses);
    Files.writeString(
        Path.of("target", "securitymd-" + kind.replace(' ', '-') + ".txt"), score + "\n");
    return score;
  }

  private static Optional<String> probe(Labelled file, Field probe) {
    LocalDate day = probe.field("on").text().map(LocalDate::parse).orElse(LABELLED);
    SupportAnswer answer =
        file.reading().policy().supportedVersions().ask(Version.of(text(probe, "version")), day);
    return answer.support().name().equals(text(probe, "expect"))
        ? Optional.empty()
        : Optional.of("%s: %s, labelled %s".formatted(file, answer, text(probe, "expect")));
  }

  private static Optional<Commitment> acknowledged(Labelled file) {
    return file.reading().policy().commitments().stream()
        .filter(promise -> promise.id().equals(Milestone.ACKNOWLEDGED.name()))
        .findFirst();
  }

  private static Optional<String> acknowledgement(Labelled file) {
    Optional<Period> read = acknowledged(file).flatMap(Commitment::period);
    Optional<Period> labelled = labelled(file.label().field("acknowledgement"));
    boolean vague =
        labelled.isEmpty()
            && file.label().field("acknowledgement").isPresent()
            && !file.label().field("acknowledgement").isNull();
    boolean same = read.equals(labelled) && (!vague || acknowledged(file).isPresent());
    return same
        ? Optional.empty()
        : Optional.of("%s: %s, labelled %s".formatted(file, read, labelled));
  }

  private static Optional<Period> labelled(Field label) {
    OptionalLong value = label.field("value").integer();
    return value.isPresent()
        ? Optional.of(new Period((int) value.getAsLong(), Period.Unit.valueOf(text(label, "unit"))))
        : Optional.empty();
  }

  /** What is promised stands in the file, within a line or two of where it is said to. */
  private static boolean isInvented(Labelled file) {
    return acknowledged(file).isPresent()
        && (file.label().field("acknowledgement").isNull()
            || file.label().field("acknowledgement").isAbsent());
  }

  private static Optional<String> contact(Labelled file, Field contact) {
    return channels(file).stream().anyMatch(channel -> isFound(contact, channel))
        ? Optional.empty()
        : Optional.of("%s: %s %s".formatted(file, text(contact, "kind"), text(contact, "value")));
  }

  private static boolean isFound(Field contact, Channel channel) {
    String value = bare(text(contact, "value"));
    String address = bare(channel.address().orElse(""));
    return switch (text(contact, "kind")) {
      case "github-private-report" ->
          channel.kind() == Channel.Kind.PRIVATE_ADVISORY
              && (value.isEmpty() || address.equals(value));
      case "unspecified" -> channel.kind() == Channel.Kind.MAINTAINER;
      default ->
          address.equals(value)
              || (value.endsWith("/issues") && channel.kind() == Channel.Kind.PUBLIC_ISSUE);
    };
  }

  private static String bare(String address) {
    String plain = address.replace(" [at] ", "@").replace("[@]", "@");
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
