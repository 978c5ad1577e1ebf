package dev.avow.disclosure.regime;

import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * By when those who run software must mend it, as a table: no regime of disclosure, and never part
 * of a plan. It is no legal advice. Immutable.
 */
public final class RemediationRegime {

  /** The directive of CISA for civilian agencies of the US federal government, of 2026-06-10. */
  public static final RemediationRegime CISA_BOD_26_04 =
      RegimeReader.resource("cisa-bod-26-04", RemediationForm.FORM);

  private final RegimeHead head;
  private final WorkingCalendar calendar;
  private final Map<Exposure, Remediation> rows;
  private final List<String> notes;

  RemediationRegime(
      RegimeHead head,
      WorkingCalendar calendar,
      Map<Exposure, Remediation> rows,
      List<String> notes) {
    this.head = head;
    this.calendar = calendar;
    this.rows = Map.copyOf(rows);
    this.notes = List.copyOf(notes);
  }

  /** Returns its name, in kebab-case. */
  public String name() {
    return head.name();
  }

  /** Returns what it is called. */
  public String title() {
    return head.title();
  }

  /** Returns where it was read: a web address. */
  public String source() {
    return head.source();
  }

  /** Returns the day on which it was read. */
  public LocalDate asOf() {
    return head.asOf();
  }

  /** Returns notes for people: whom it binds, when its clock starts. */
  public List<String> notes() {
    return notes;
  }

  /** Returns the table. */
  public Map<Exposure, Remediation> rows() {
    return rows;
  }

  /** Returns this regime in another calendar: the zone in which its calendar days are counted. */
  public RemediationRegime in(WorkingCalendar other) {
    return new RemediationRegime(head, other, rows, notes);
  }

  /** Returns what it asks for a vulnerability of {@code exposure}. */
  public Remediation ask(Exposure exposure) {
    Remediation row = rows.get(exposure);
    if (row == null) {
      throw new IllegalStateException("%s must have a row for %s".formatted(name(), exposure));
    }
    return row;
  }

  /**
   * Returns by when it asks for that.
   *
   * @param listed when the vulnerability was listed as known to be exploited
   * @param detected when it was found on the asset; the earlier of the two starts the clock
   */
  public Deadline deadline(Exposure exposure, Instant listed, Instant detected) {
    return deadline(exposure, listed.isBefore(detected) ? listed : detected);
  }

  /** Returns by when it asks for that, if the clock starts at {@code start}. */
  public Deadline deadline(Exposure exposure, Instant start) {
    return ask(exposure).deadline(start, calendar);
  }

  WorkingCalendar calendar() {
    return calendar;
  }

  @Override
  public String toString() {
    return "%s, %s, as of %s".formatted(title(), source(), asOf());
  }
}
