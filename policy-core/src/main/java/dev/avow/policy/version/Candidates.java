package dev.avow.policy.version;

import dev.avow.policy.version.SupportAnswer.Reason;
import dev.avow.policy.version.ask.Missing;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.line.Inquiry;
import dev.avow.policy.version.line.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of rows that cover what is asked about, or may; not thread-safe. */
final class Candidates {

  private final SupportQuestion question;
  private final Inquiry inquiry;
  private final List<Candidate> sure = new ArrayList<>(4);
  private final List<Candidate> unsure = new ArrayList<>(2);

  Candidates(SupportQuestion question, Inquiry inquiry) {
    this.question = question;
    this.inquiry = inquiry;
  }

  /**
   * A part that covers it, or may.
   *
   * @param part the part
   * @param status what the row says on the day; null if that is not known
   * @param missing what would tell whether it covers it, or what it says then
   */
  private record Candidate(
      RowPart part, @Nullable SupportStatus status, @Nullable Missing missing) {

    boolean saysSameAs(Candidate other) {
      return status != null && status == other.status;
    }
  }

  void ask(RowPart part) {
    Match match = part.coverage().covers(inquiry);
    if (match.isNo()) {
      return;
    }
    Optional<Boolean> meant = part.row().condition().isMet(question);
    if (meant.isPresent() && !meant.get()) {
      return;
    }
    Missing missing = match.missing().orElse(null);
    if (missing == null && meant.isEmpty()) {
      missing = new Missing(Missing.Kind.SEVERITY, "the severity of the vulnerability");
    }
    add(part, missing);
  }

  private void add(RowPart part, @Nullable Missing missing) {
    SupportRow row = part.row();
    SupportStatus status = row.status();
    @Nullable Missing end = null;
    if (status != SupportStatus.UNSUPPORTED) {
      Optional<Boolean> over = row.end().isOver(question.day(), inquiry.releases());
      status = over.isEmpty() ? null : over.get() ? SupportStatus.UNSUPPORTED : status;
      end = over.isEmpty() ? row.end().missing() : null;
    }
    if (missing == null) {
      sure.add(new Candidate(part, status, end));
    } else {
      unsure.add(new Candidate(part, status, missing));
    }
  }

  boolean namePreReleases() {
    return sure.stream().anyMatch(one -> one.part().coverage().namesPreReleases());
  }

  /** Returns the answer; nothing if no row is about it. */
  Optional<SupportAnswer> answer() {
    List<Candidate> closest = closest();
    for (Candidate perhaps : unsure) {
      if (matters(perhaps, closest)) {
        return unknown(perhaps);
      }
    }
    if (closest.isEmpty()) {
      return Optional.empty();
    }
    Candidate first = closest.get(0);
    if (closest.size() > 1 && closest.stream().anyMatch(one -> !one.saysSameAs(first))) {
      return Optional.of(disagreement(closest));
    }
    return first.status() == null ? unknown(first) : Optional.of(decided(first));
  }

  private List<Candidate> closest() {
    if (sure.size() < 2) {
      return sure;
    }
    List<Candidate> closest = new ArrayList<>(sure.size());
    for (Candidate one : sure) {
      boolean beaten = false;
      for (Candidate other : sure) {
        beaten |= other.part().compareCloseness(one.part()) > 0;
      }
      if (!beaten) {
        closest.add(one);
      }
    }
    return closest;
  }

  /** What may apply matters unless something closer applies, or what applies says the same. */
  private static boolean matters(Candidate perhaps, List<Candidate> closest) {
    boolean same = !closest.isEmpty();
    for (Candidate one : closest) {
      if (one.part().compareCloseness(perhaps.part()) > 0) {
        return false;
      }
      same &= one.saysSameAs(perhaps);
    }
    return !same;
  }

  private SupportAnswer disagreement(List<Candidate> closest) {
    Optional<Candidate> open = closest.stream().filter(one -> one.status() == null).findFirst();
    if (open.isPresent()) {
      return unknown(open.get()).orElseThrow();
    }
    List<SupportRow> rows = closest.stream().map(one -> one.part().row()).distinct().toList();
    return SupportAnswer.because(Reason.ROWS_DISAGREE, Support.CONTRADICTORY, question, rows);
  }

  private Optional<SupportAnswer> unknown(Candidate candidate) {
    Missing missing =
        candidate.missing() == null ? candidate.part().row().end().missing() : candidate.missing();
    return Optional.of(SupportAnswer.unknown(question, List.of(candidate.part().row()), missing));
  }

  private SupportAnswer decided(Candidate candidate) {
    SupportRow row = candidate.part().row();
    SupportStatus status = candidate.status() == null ? row.status() : candidate.status();
    Reason reason = status == row.status() ? Reason.ROW : Reason.ROW_ENDED;
    return SupportAnswer.because(reason, Support.of(status), question, List.of(row));
  }
}
