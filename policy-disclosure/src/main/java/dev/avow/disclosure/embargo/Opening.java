package dev.avow.disclosure.embargo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an embargo opens between who sends a report and who receives it: the shorter of what the two
 * would have is in force, and the longer one is on the table.
 *
 * <pre>{@code
 * Opening.at(reported).receiverDefault(Duration.ofDays(90)).senderProposes(Duration.ofDays(30));
 * }</pre>
 *
 * <p>The rules are those of <a
 * href="https://certcc.github.io/Vultron/topics/process_models/em/defaults/">Vultron</a>. Whose
 * policy has a default proposes it tacitly, and whoever says nothing to it accepts. A proposal that
 * meets no default is on the table; it is for the receiver to accept. Immutable.
 */
public final class Opening {

  /** The name of who sends the report. */
  public static final String SENDER = "sender";

  /** The name of who receives the report. */
  public static final String RECEIVER = "receiver";

  private final Instant at;
  private final @Nullable Duration receiver;
  private final @Nullable Duration sender;

  private Opening(Instant at, @Nullable Duration receiver, @Nullable Duration sender) {
    this.at = at;
    this.receiver = receiver;
    this.sender = sender;
  }

  /** Starts with a report that comes in at {@code at}, when an embargo would begin. */
  public static Opening at(Instant at) {
    return new Opening(at, null, null);
  }

  /** Returns this opening with what the policy of the receiver says. */
  public Opening receiverDefault(Duration length) {
    return new Opening(at, EmbargoLength.check(length), sender);
  }

  /** Returns this opening with what comes with the report. */
  public Opening senderProposes(Duration length) {
    return new Opening(at, receiver, EmbargoLength.check(length));
  }

  /** Returns the embargo. */
  public Embargo embargo() {
    Optional<Terms> policy = terms(RECEIVER, receiver);
    Optional<Terms> proposal = terms(SENDER, sender);
    Embargo open = Embargo.none().join(SENDER).join(RECEIVER);
    if (policy.isEmpty()) {
      return proposal.map(open::propose).orElse(Embargo.none());
    }
    if (proposal.isEmpty() || proposal.get().until().equals(policy.get().until())) {
      return open.propose(policy.get()).accept(SENDER);
    }
    boolean shorter = proposal.get().until().isBefore(policy.get().until());
    Terms first = shorter ? proposal.get() : policy.get();
    Terms second = shorter ? policy.get() : proposal.get();
    return open.propose(first).accept(shorter ? RECEIVER : SENDER).propose(second);
  }

  private Optional<Terms> terms(String by, @Nullable Duration length) {
    return Optional.ofNullable(length).map(some -> Terms.lasting(by, at, some));
  }
}
