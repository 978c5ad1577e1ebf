package dev.avow.disclosure.regime;

import dev.avow.disclosure.embargo.EmbargoLimits;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.form.JsonText;
import dev.avow.policy.document.form.YamlText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody else asks of a disclosure: a coordinator, a list, a foundation, a law.
 *
 * <p>It carries where it was read and on which day, as such texts change. It is no legal advice:
 * whom it binds, and how it is to be counted, is for the reader's counsel. Written in YAML or JSON;
 * {@link Regimes} has those that come with the library. Immutable.
 */
public final class Regime {

  private final RegimeHead head;
  private final WorkingCalendar calendar;
  private final Counting counting;
  private final List<Clause> clauses;
  private final RegimeExtras extras;

  Regime(
      RegimeHead head,
      WorkingCalendar calendar,
      Counting counting,
      List<Clause> clauses,
      RegimeExtras extras) {
    this.head = head;
    this.calendar = calendar;
    this.counting = counting;
    this.clauses = List.copyOf(clauses);
    this.extras = extras;
  }

  /**
   * Reads a regime in YAML or JSON.
   *
   * @throws RegimeException if the file holds no valid regime, with everything that is wrong
   */
  public static Regime read(Path file) {
    return RegimeReader.read(reader -> reader.readOne(file));
  }

  /**
   * Reads a regime in YAML or JSON.
   *
   * @param source the name under which places are given
   * @throws RegimeException if {@code text} is no valid regime, with everything that is wrong
   */
  public static Regime parse(String source, String text) {
    return RegimeReader.read(reader -> reader.readOne(source, text));
  }

  /** Returns the JSON Schema, draft 2020-12, of regimes in YAML or JSON, for editors. */
  public static String jsonSchema() {
    return JsonText.of(RegimeForm.FORM.schema());
  }

  /**
   * Returns this regime as YAML, which reads back as an equal one; how it counts is not written.
   *
   * @throws IllegalStateException if its calendar asks a function for holidays, which has no text
   */
  public String toYaml() {
    return YamlText.of(RegimeForm.FORM.write(this));
  }

  /**
   * Returns this regime in another calendar: the zone and the holidays of the place where it is to
   * be met.
   */
  public Regime in(WorkingCalendar other) {
    return new Regime(head, other, counting, clauses, extras);
  }

  /** Returns this regime, counted another way. */
  public Regime counting(Counting other) {
    return new Regime(head, calendar, other, clauses, extras);
  }

  /** Returns its name, in kebab-case: {@code cert-cc}. */
  public String name() {
    return head.name();
  }

  /** Returns what it is called: {@code CERT/CC}; promises under it carry this as their source. */
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

  /** Returns the calendar in which it counts days. */
  public WorkingCalendar calendar() {
    return calendar;
  }

  /** Returns how it counts; as stated, unless set. */
  public Counting counting() {
    return counting;
  }

  /** Returns what it asks. */
  public List<Clause> clauses() {
    return clauses;
  }

  /** Returns whether its clauses stand in the order in which they are to be met. */
  public boolean isOrdered() {
    return extras.ordered();
  }

  /** Returns which embargoes it agrees to, if it says so. */
  public Optional<EmbargoLimits> embargo() {
    return Optional.ofNullable(extras.embargo());
  }

  /** Returns when releases are best made under it, if it says so. */
  public Optional<ReleaseWindow> release() {
    return Optional.ofNullable(extras.release());
  }

  /** Returns notes for people: exceptions that no program can decide, whom it binds. */
  public List<String> notes() {
    return extras.notes();
  }

  RegimeHead head() {
    return head;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regime that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(head, calendar, counting, clauses, extras);
  }

  /** Returns title, source and day: {@code CERT/CC, https://…, as of 2026-11-21}. */
  @Override
  public String toString() {
    return "%s, %s, as of %s".formatted(title(), source(), asOf());
  }
}
