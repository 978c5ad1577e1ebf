package dev.avow.disclosure;

import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.document.form.JsonText;
import dev.avow.policy.document.form.YamlText;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Problem;
import dev.avow.policy.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One report of a vulnerability and what has happened since: facts in the order of time.
 *
 * <pre>{@code
 * DisclosureCase theCase =
 *     DisclosureCase.open("PVC-2026-1")
 *         .with(Fact.of(REPORTED, reportedAt))
 *         .with(Fact.of(ACKNOWLEDGED, acknowledgedAt));
 * }</pre>
 *
 * <p>Facts are only ever added. Immutable. Places do not count in {@link #equals}.
 */
public final class DisclosureCase {

  private final String id;
  private final Severity severity;
  private final @Nullable String component;
  private final @Nullable String channel;
  private final List<Fact> facts;
  private final Location declaredAt;

  private DisclosureCase(
      String id,
      Severity severity,
      @Nullable String component,
      @Nullable String channel,
      List<Fact> facts,
      Location declaredAt) {
    this.id = id;
    this.severity = severity;
    this.component = component;
    this.channel = channel;
    this.facts = List.copyOf(facts);
    this.declaredAt = declaredAt;
  }

  /** Opens the case called {@code id}, without facts; a blank id is refused. */
  public static DisclosureCase open(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("case must be named but was blank");
    }
    return new DisclosureCase(id, Severity.UNKNOWN, null, null, List.of(), Location.in("(code)"));
  }

  /**
   * Reads a case in YAML or JSON.
   *
   * @throws CaseException if the file holds no valid case, with everything that is wrong
   */
  public static DisclosureCase read(Path file) {
    return CaseReader.read(file);
  }

  /**
   * Reads a case in YAML or JSON.
   *
   * @throws CaseException if {@code text} is no valid case, with everything that is wrong
   */
  public static DisclosureCase parse(String text) {
    return parse("(text)", text);
  }

  /**
   * Reads a case in YAML or JSON.
   *
   * @param source the name under which places are given
   * @throws CaseException if {@code text} is no valid case, with everything that is wrong
   */
  public static DisclosureCase parse(String source, String text) {
    return CaseReader.parse(source, text);
  }

  /** Returns the JSON Schema, draft 2020-12, of cases in YAML or JSON, for editors. */
  public static String jsonSchema() {
    return JsonText.of(CaseForm.FORM.schema());
  }

  /** Returns this case as YAML, which reads back as an equal case. */
  public String toYaml() {
    return YamlText.of(CaseForm.CASE.write(this));
  }

  /** Returns this case as JSON, which reads back as an equal case. */
  public String toJson() {
    return JsonText.of(CaseForm.CASE.write(this));
  }

  /** Returns this case with a first idea of its severity; an assessment among its facts wins. */
  public DisclosureCase severity(Severity severity) {
    return new DisclosureCase(id, severity, component, channel, facts, declaredAt);
  }

  /** Returns this case as one about {@code component}. */
  public DisclosureCase component(String component) {
    return new DisclosureCase(id, severity, component, channel, facts, declaredAt);
  }

  /** Returns this case as reported through {@code channel}; no clock depends on it. */
  public DisclosureCase channel(String channel) {
    return new DisclosureCase(id, severity, component, channel, facts, declaredAt);
  }

  /** Returns this case as written at {@code place}. */
  public DisclosureCase declaredAt(Location place) {
    return new DisclosureCase(id, severity, component, channel, facts, place);
  }

  /**
   * Returns this case with one more fact.
   *
   * @throws CaseException if it lies before the last fact, is an answer to a report that has not
   *     come in, a second report, or lacks a detail
   */
  public DisclosureCase with(Fact fact) {
    List<Problem> problems = CaseChecks.problems(facts, fact);
    if (!problems.isEmpty()) {
      throw new CaseException(problems);
    }
    List<Fact> more = new ArrayList<>(facts);
    more.add(fact);
    return new DisclosureCase(id, severity, component, channel, more, declaredAt);
  }

  /** Returns its name. */
  public String id() {
    return id;
  }

  /** Returns the severity that was assessed last; UNKNOWN as long as nobody said. */
  public Severity severity() {
    return facts.stream()
        .filter(fact -> fact.what().equals(Milestone.SEVERITY_ASSESSED))
        .reduce((earlier, later) -> later)
        .flatMap(fact -> fact.detail("severity"))
        .flatMap(DisclosureCase::named)
        .orElse(severity);
  }

  private static Optional<Severity> named(String label) {
    return Arrays.stream(Severity.values())
        .filter(severity -> Fact.label(severity).equals(label))
        .findFirst();
  }

  /** Returns the severity that it was opened with. */
  Severity firstSeverity() {
    return severity;
  }

  /** Returns what it is about, if that is known. */
  public Optional<String> component() {
    return Optional.ofNullable(component);
  }

  /** Returns through which channel it was reported, if that is known. */
  public Optional<String> channel() {
    return Optional.ofNullable(channel);
  }

  /** Returns the facts in the order of time. */
  public List<Fact> facts() {
    return facts;
  }

  /** Returns the first fact that brought {@code milestone} about, be it by implying it. */
  public Optional<Fact> first(Milestone milestone) {
    return facts.stream()
        .filter(fact -> Implications.of(milestone).contains(fact.what()))
        .findFirst();
  }

  /** Returns where it is written; {@code (code)} if it was opened in Java. */
  public Location declaredAt() {
    return declaredAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DisclosureCase that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, facts);
  }

  private List<Object> parts() {
    return List.of(id, severity, component(), channel(), facts);
  }

  @Override
  public String toString() {
    return "case " + id + " " + facts;
  }
}
