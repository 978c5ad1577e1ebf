package dev.avow.examples.command;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Gate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What a check judges beside manifests, through the same gate. */
interface Beside {

  /**
   * When it is judged.
   *
   * @param day the day for which waivers are judged
   * @param instant now or, where a day was named, its end
   */
  record When(LocalDate day, Instant instant) {}

  /** Returns whether there is something to judge even where there are no manifests. */
  boolean isGiven();

  /** Returns {@code all}, noting of them what is needed while they are read. */
  Manifests noting(Manifests all);

  /** Reads and judges what is given; the manifests have been judged by now. */
  Stream<Evaluation> evaluate(SecurityPolicy policy, When when, Terminal terminal);

  /** Returns {@code gate} with what is read along, such as waivers. */
  default Gate extend(Gate gate) {
    return gate;
  }
}
