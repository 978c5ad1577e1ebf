package dev.avow.disclosure.intake;

import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.util.List;

/** Says whether people can report at all, and know how. */
final class ChannelLint {

  private ChannelLint() {}

  static Partial of(SecurityPolicy policy) {
    Partial.Builder verdicts = Partial.under(IntakeRules.ALL);
    Subject subject = Subject.of("Policy").with("policy", policy.name());
    List<Channel> channels = policy.reporting().channels();
    if (channels.stream().anyMatch(channel -> !channel.kind().isPublic())) {
      verdicts.verdict(IntakeRules.PRIVATE.id(), subject, Verdict.PASS);
    } else {
      Location place =
          channels.isEmpty() ? Location.in(policy.name()) : channels.get(0).declaredAt();
      fail(verdicts, IntakeRules.PRIVATE, subject, place, "lists no private channel for reports");
    }
    for (Channel channel : channels) {
      Subject one = subject.with("channel", channel.kind().label());
      if (channel.kind() == Channel.Kind.MAINTAINER && channel.address().isEmpty()) {
        String message = "is not actionable: it has no address";
        fail(verdicts, IntakeRules.ACTIONABLE, one, channel.declaredAt(), message);
      } else {
        verdicts.verdict(IntakeRules.ACTIONABLE.id(), one, Verdict.PASS);
      }
    }
    return verdicts.build();
  }

  private static void fail(
      Partial.Builder verdicts,
      RuleDescription rule,
      Subject subject,
      Location place,
      String message) {
    verdicts.finding(
        Finding.of(rule.id(), Verdict.FAIL, subject, place)
            .severity(rule.severity())
            .message(message)
            .build());
  }
}
