package dev.avow.disclosure.intake;

import dev.avow.policy.version.SupportAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a report looks in the light of a policy.
 *
 * @param channel whether it took an allowed channel
 * @param missing what it lacks
 * @param scope whether the policy covers what it is about
 * @param support what the policy says of its version, if it names one
 */
record IntakeView(
    ChannelAnswer channel,
    List<Missing> missing,
    ScopeAnswer scope,
    @Nullable SupportAnswer support) {

  IntakeView {
    missing = List.copyOf(missing);
  }

  boolean isOut() {
    return scope.verdict() == ScopeAnswer.Verdict.OUT;
  }
}
