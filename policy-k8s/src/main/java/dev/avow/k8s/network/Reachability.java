package dev.avow.k8s.network;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a connection is let through, why, and by which policies that is decided.
 *
 * @param answer whether it is let through
 * @param reason why
 * @param decidedBy the policies that let it through, refuse it or leave it open; none where nothing
 *     isolates
 * @param missing what would decide, as a noun phrase; empty unless unknown
 */
public record Reachability(
    Answer answer, Reason reason, List<DecidingPolicy> decidedBy, String missing)
    implements Serializable {

  /** What becomes of a connection. */
  public enum Answer {
    /** It is let through. */
    ALLOWED,
    /** It is refused. */
    DENIED,
    /** It cannot be told from what was given. */
    UNKNOWN
  }

  /** Why that is. */
  public enum Reason {
    /** No policy isolates either end for it. */
    NOT_ISOLATED,
    /** A rule of a policy lets it through. */
    LET_THROUGH,
    /** The source is isolated for egress, and no rule lets it through. */
    EGRESS_REFUSED,
    /** The target is isolated for ingress, and no rule lets it through. */
    INGRESS_REFUSED,
    /** It hangs on the node that a pod on the host network runs on, and on the plugin. */
    HOST_NETWORK,
    /** It hangs on a policy of a network plugin or a mesh, which is not analysed. */
    FOREIGN_POLICY,
    /** Something that it hangs on is not known. */
    MISSING
  }

  /** Creates an answer; the list is copied. */
  public Reachability {
    decidedBy = List.copyOf(decidedBy);
  }

  static Reachability open() {
    return new Reachability(Answer.ALLOWED, Reason.NOT_ISOLATED, List.of(), "");
  }

  static Reachability unknown(Reason reason, List<DecidingPolicy> by, String missing) {
    return new Reachability(Answer.UNKNOWN, reason, by, missing);
  }

  /** Returns whether it is let through for certain. */
  public boolean isAllowed() {
    return answer == Answer.ALLOWED;
  }

  /** Returns whether it is certainly refused. */
  public boolean isDenied() {
    return answer == Answer.DENIED;
  }

  /** Returns whether it cannot be told. */
  public boolean isUnknown() {
    return answer == Answer.UNKNOWN;
  }

  /** Returns whether both sides let it through: certainly not where one refuses. */
  Reachability and(Reachability other) {
    if (isDenied() || other.isDenied()) {
      return isDenied() ? this : other;
    }
    if (isUnknown() || other.isUnknown()) {
      return isUnknown() ? this : other;
    }
    List<DecidingPolicy> both =
        Stream.concat(decidedBy.stream(), other.decidedBy.stream()).toList();
    boolean open = reason == Reason.NOT_ISOLATED && other.reason == Reason.NOT_ISOLATED;
    return new Reachability(
        Answer.ALLOWED, open ? Reason.NOT_ISOLATED : Reason.LET_THROUGH, both, "");
  }
}
