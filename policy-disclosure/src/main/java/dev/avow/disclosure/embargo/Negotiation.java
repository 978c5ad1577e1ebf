package dev.avow.disclosure.embargo;

import dev.avow.disclosure.state.CaseEvent;
import dev.avow.disclosure.state.CaseState;

/** Whether an embargo can still be proposed, or a report be closed, as the case stands. */
public final class Negotiation {

  private static final String SOURCE =
      "https://certcc.github.io/Vultron/topics/process_models/em/negotiating/";
  private static final String CLOSING =
      "https://certcc.github.io/Vultron/topics/process_models/model_interactions/rm_em/";

  private Negotiation() {}

  /** Returns whether a new embargo can be proposed or accepted in {@code state}. */
  public static Advice open(CaseState state) {
    for (CaseEvent event : state.events()) {
      if (event.endsSecrecy()) {
        String reason = Occasion.of(event).orElseThrow().end().reason();
        return new Advice(Force.MUST_NOT, reason, SOURCE);
      }
    }
    if (state.has(CaseEvent.FIX_DEPLOYED)) {
      return new Advice(Force.SHOULD_NOT, "the fix is deployed", SOURCE);
    }
    return state.has(CaseEvent.FIX_READY)
        ? new Advice(Force.SHOULD_NOT, "the fix is ready", SOURCE)
        : new Advice(Force.MAY, "nothing speaks against it", SOURCE);
  }

  /** Returns whether a report can be closed under {@code embargo}. */
  public static Advice close(Embargo embargo) {
    return embargo.state().isInForce()
        ? new Advice(Force.SHOULD_NOT, "an embargo is in force", CLOSING)
        : new Advice(Force.MAY, "no embargo is in force", CLOSING);
  }
}
