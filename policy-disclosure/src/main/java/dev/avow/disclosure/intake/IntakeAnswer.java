package dev.avow.disclosure.intake;

import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.version.SupportAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a policy says of a report: whether it came as it should, what it lacks, whether it is
 * covered, and what to answer.
 *
 * <p>Immutable.
 */
public final class IntakeAnswer {

  private final VulnerabilityReport report;
  private final IntakeView view;
  private final List<Reply> replies;
  private final Partial verdicts;

  IntakeAnswer(VulnerabilityReport report, IntakeView view, List<Reply> replies, Partial verdicts) {
    this.report = report;
    this.view = view;
    this.replies = List.copyOf(replies);
    this.verdicts = verdicts;
  }

  /** Returns the report. */
  public VulnerabilityReport report() {
    return report;
  }

  /** Returns whether it is a comment on the policy and no report. */
  public boolean isComment() {
    return report.isComment();
  }

  /** Returns whether it took an allowed channel. */
  public ChannelAnswer channel() {
    return view.channel();
  }

  /** Returns what it lacks, in the order of the policy. */
  public List<Missing> missing() {
    return view.missing();
  }

  /** Returns whether the policy covers what it is about. */
  public ScopeAnswer scope() {
    return view.scope();
  }

  /**
   * Returns what the policy says of its version, and why; nothing if it names none. The explanation
   * can quote the version.
   */
  public Optional<SupportAnswer> support() {
    return Optional.ofNullable(view.support());
  }

  /** Returns what to answer, the most urgent first. */
  public List<Reply> replies() {
    return replies;
  }

  /** Returns the reply of a kind, if there is one. */
  public Optional<Reply> reply(Reply.Kind kind) {
    return replies.stream().filter(reply -> reply.kind() == kind).findFirst();
  }

  /** Returns the same as verdicts and findings, so that a gate can decide on it. */
  public Evaluation evaluation() {
    return Evaluation.of(IntakeRules.ALL, Stream.of(verdicts));
  }

  /** Returns report, channel and scope, and nothing of what it says. */
  @Override
  public String toString() {
    return "%s: %s, %s, replies %s".formatted(report, channel(), scope(), replies);
  }
}
