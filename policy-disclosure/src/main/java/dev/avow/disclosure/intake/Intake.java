package dev.avow.disclosure.intake;

import dev.avow.disclosure.intake.ScopeAnswer.Verdict;
import dev.avow.policy.Channel;
import dev.avow.policy.Reporting;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.ScopeItem.Redirect;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.SupportAnswer;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges reports as a policy asks for them: a pure function of policy, report and day.
 *
 * <pre>{@code
 * IntakeAnswer answer = Intake.of(policy).assess(report, today);
 * answer.replies().forEach(reply -> send(reply.text()));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Intake {

  private final SecurityPolicy policy;
  private final ReleaseCatalog releases;

  private Intake(SecurityPolicy policy, ReleaseCatalog releases) {
    this.policy = policy;
    this.releases = releases;
  }

  /** Returns the intake under {@code policy}, which knows of no releases. */
  public static Intake of(SecurityPolicy policy) {
    return new Intake(policy, ReleaseCatalog.none());
  }

  /**
   * Returns this intake with {@code known} releases, without which rows such as {@code Latest}, and
   * rows about images, leave open whether a version is supported.
   */
  public Intake knowing(ReleaseCatalog known) {
    return new Intake(policy, known);
  }

  /** Returns what the policy says of {@code report} on {@code day}. */
  public IntakeAnswer assess(VulnerabilityReport report, LocalDate day) {
    IntakeView view =
        new IntakeView(
            channel(report),
            report.isComment()
                ? List.of()
                : Contents.missing(policy.reporting().contents(), report),
            scope(report),
            report
                .version()
                .filter(version -> !version.isBlank())
                .map(version -> support(version, day))
                .orElse(null));
    List<Reply> replies = new Replies(policy.reporting(), report, view).all();
    return new IntakeAnswer(report, view, replies, IntakeJudge.judge(report, view, policy));
  }

  private SupportAnswer support(String version, LocalDate day) {
    SupportedVersions versions = policy.supportedVersions();
    return versions.ask(VersionQuestion.about(version, day, versions).knowing(releases));
  }

  /** Returns whether the policy covers {@code component}: a name, a scope item, a package URL. */
  public ScopeAnswer scope(String component) {
    return new ScopeJudge(policy.scope()).ask(component);
  }

  /** What the project ships inside its own releases is its own to ship again, mended. */
  private ScopeAnswer scope(VulnerabilityReport report) {
    if (report.component().isEmpty()) {
      return new ScopeAnswer(Verdict.UNDECIDED, List.of(), "the report names no component");
    }
    ScopeAnswer answer = scope(report.component().get());
    boolean theirs = answer.redirect().filter(Redirect.THEIR_MAINTAINERS::equals).isPresent();
    List<ScopeItem> items = answer.items();
    return report.isBundled() && theirs && answer.verdict() == Verdict.OUT
        ? new ScopeAnswer(Verdict.IN, items, "the project ships it inside its own releases")
        : answer;
  }

  private ChannelAnswer channel(VulnerabilityReport report) {
    if (report.channel().isEmpty()) {
      return ChannelAnswer.UNKNOWN;
    }
    Channel channel = report.channel().get();
    Reporting reporting = policy.reporting();
    List<Channel> allowed = report.isComment() ? reporting.comments() : reporting.channels();
    boolean forbidden =
        !report.isComment() && reporting.never().stream().anyMatch(never -> never.covers(channel));
    if (!forbidden && allowed.stream().anyMatch(listed -> covers(listed, channel))) {
      return ChannelAnswer.ALLOWED;
    }
    boolean open = channel.kind().isPublic() && !report.isComment();
    return forbidden || open ? ChannelAnswer.FORBIDDEN : ChannelAnswer.NOT_LISTED;
  }

  /** A channel of which the report does not tell the address is taken for the listed one. */
  private static boolean covers(Channel listed, Channel used) {
    boolean bare = used.address().isEmpty() && used.kind() == listed.kind();
    return listed.covers(used) || bare;
  }

  /** Returns what is wrong with the channels of the policy, whatever the report. */
  public Evaluation lint() {
    return Evaluation.of(IntakeRules.ALL, Stream.of(ChannelLint.of(policy)));
  }
}
