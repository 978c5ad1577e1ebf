package dev.avow.disclosure;

import dev.avow.disclosure.embargo.Embargo;
import dev.avow.disclosure.state.CaseState;
import dev.avow.disclosure.state.EmbargoState;
import dev.avow.disclosure.state.ReportState;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
 * <p>Facts are only ever added; a later one can correct an earlier one. Immutable. Places do not
 * count in {@link #equals}.
 */
public final class DisclosureCase {

  private final CaseHead head;
  private final List<Fact> facts;
  private final List<Fact> standing;
  private final Map<Milestone, Fact> first;
  private final Severity severity;
  private final boolean embargoed;
  private final Location declaredAt;

  private DisclosureCase(CaseHead head, List<Fact> facts, Location declaredAt) {
    this.head = head;
    this.facts = List.copyOf(facts);
    this.standing = Corrections.standing(this.facts);
    this.first = Implications.first(standing);
    this.severity = assessed(standing).orElse(head.severity());
    this.embargoed = EmbargoFacts.ALL.stream().anyMatch(first::containsKey);
    this.declaredAt = declaredAt;
  }

  /** Opens the case called {@code id}, without facts; a blank id is refused. */
  public static DisclosureCase open(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("case must be named but was blank");
    }
    return new DisclosureCase(CaseHead.of(id), List.of(), Location.in("(code)"));
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

  /**
   * Returns this case as YAML, which reads back as an equal case; once it is marked or under an
   * embargo, only what everybody may know of it, which is no case that could be read back.
   */
  public String toYaml() {
    return isRestricted() ? YamlText.of(Withheld.tree(this)) : YamlText.of(tree());
  }

  /**
   * Returns this case as JSON, which reads back as an equal case; once it is marked or under an
   * embargo, only what everybody may know of it, which is no case that could be read back.
   */
  public String toJson() {
    return isRestricted() ? JsonText.of(Withheld.tree(this)) : JsonText.of(tree());
  }

  /** Returns this case as YAML: all of it where {@code clearance} covers it. */
  public String toYaml(Clearance clearance) {
    return YamlText.of(clearance.covers(this) ? tree() : Withheld.tree(this));
  }

  /** Returns this case as JSON: all of it where {@code clearance} covers it. */
  public String toJson(Clearance clearance) {
    return JsonText.of(clearance.covers(this) ? tree() : Withheld.tree(this));
  }

  private Object tree() {
    return CaseForm.CASE.write(this);
  }

  /** Returns this case with a title, which is told only to those who are cleared for it. */
  public DisclosureCase title(String title) {
    return new DisclosureCase(head.title(title), facts, declaredAt);
  }

  /** Returns this case marked; a mark among its facts wins. */
  public DisclosureCase marked(Tlp mark) {
    return new DisclosureCase(head.marked(mark), facts, declaredAt);
  }

  /** Returns this case with a first idea of its severity; an assessment among its facts wins. */
  public DisclosureCase severity(Severity severity) {
    return new DisclosureCase(head.severity(severity), facts, declaredAt);
  }

  /** Returns this case as one about {@code component}: its name or package URL. */
  public DisclosureCase component(String component) {
    return new DisclosureCase(head.component(component), facts, declaredAt);
  }

  /** Returns this case as reported through {@code channel}; no clock depends on it. */
  public DisclosureCase channel(String channel) {
    return new DisclosureCase(head.channel(channel), facts, declaredAt);
  }

  /** Returns this case as written at {@code place}. */
  public DisclosureCase declaredAt(Location place) {
    return new DisclosureCase(head, facts, place);
  }

  /**
   * Returns this case with one more fact. What is learnt late is added at the time when it is
   * learnt, and then {@linkplain Fact#corrected moved} to when it happened.
   *
   * @throws CaseException if it lies before the last fact, is an answer to a report that has not
   *     come in, a second report, lacks a detail, corrects nothing, or cannot happen to the embargo
   *     as it stands
   */
  public DisclosureCase with(Fact fact) {
    List<Problem> problems = CaseChecks.problems(this, fact);
    if (!problems.isEmpty()) {
      throw new CaseException(problems);
    }
    List<Fact> more = new ArrayList<>(facts);
    more.add(fact);
    return new DisclosureCase(head, more, declaredAt);
  }

  /** Returns its name. */
  public String id() {
    return head.id();
  }

  /** Returns its title, if it has one; for those only who are cleared for it. */
  public Optional<String> title() {
    return Optional.ofNullable(head.title());
  }

  /**
   * Returns how far it may be told: the mark that was set last, {@code TLP:AMBER} without one, and
   * no less than that while an embargo is proposed or in force.
   */
  public Tlp mark() {
    Tlp said = stated().orElse(Tlp.AMBER);
    return said.compareTo(Tlp.AMBER) < 0 && isUnderEmbargo() ? Tlp.AMBER : said;
  }

  private Optional<Tlp> stated() {
    return last(Fact.TLP_MARKED)
        .flatMap(fact -> fact.detail("tlp"))
        .flatMap(Tlp::find)
        .or(() -> Optional.ofNullable(head.mark()));
  }

  /** A proposal that is still on the table when everybody knows binds nobody. */
  private boolean isUnderEmbargo() {
    if (!wasEmbargoed()) {
      return false;
    }
    EmbargoReplay replay = EmbargoReplay.of(standing);
    EmbargoState state = replay.embargo().state();
    return state.isInForce() || (state == EmbargoState.PROPOSED && !replay.disclosed());
  }

  /**
   * Returns whether it was said that not everybody may know of it: by a mark or, without one, by an
   * embargo, be it over or not, as its end makes nothing public.
   */
  boolean isRestricted() {
    return stated().isPresent() ? mark() != Tlp.CLEAR : wasEmbargoed();
  }

  /** Returns whether anything was ever said of an embargo. */
  boolean wasEmbargoed() {
    return embargoed;
  }

  private Optional<Fact> last(Milestone what) {
    return standing.stream()
        .filter(fact -> fact.what().equals(what))
        .reduce((earlier, later) -> later);
  }

  /** Returns the severity that was assessed last; UNKNOWN as long as nobody said. */
  public Severity severity() {
    return severity;
  }

  private static Optional<Severity> assessed(List<Fact> facts) {
    String label = null;
    for (Fact fact : facts) {
      if (fact.what().equals(Milestone.SEVERITY_ASSESSED)) {
        label = fact.detail("severity").orElse(label);
      }
    }
    return Optional.ofNullable(label).flatMap(DisclosureCase::named);
  }

  private static Optional<Severity> named(String label) {
    return Arrays.stream(Severity.values())
        .filter(severity -> Fact.label(severity).equals(label))
        .findFirst();
  }

  CaseHead head() {
    return head;
  }

  /** Returns what everybody may know of it. */
  DisclosureCase withheld() {
    List<Fact> told = facts.stream().map(Withheld::of).toList();
    return new DisclosureCase(head.withheld(), told, declaredAt);
  }

  /** Returns what it is about, if that is known. */
  public Optional<String> component() {
    return Optional.ofNullable(head.component());
  }

  /** Returns through which channel it was reported, if that is known. */
  public Optional<String> channel() {
    return Optional.ofNullable(head.channel());
  }

  /** Returns the facts that stand, in the order of time: corrections are applied. */
  public List<Fact> standing() {
    return standing;
  }

  /** Returns how far the report has come. */
  public ReportState reportState() {
    return CaseStates.of(standing).report();
  }

  /** Returns what has happened to the vulnerability; what must come before it, has. */
  public CaseState state() {
    return CaseStates.caseState(standing);
  }

  /**
   * Returns the embargo that the facts make up; it ends of itself once the details or an exploit
   * are public, and what is agreed behind that binds nobody.
   */
  public Embargo embargo() {
    return wasEmbargoed() ? EmbargoReplay.of(standing).embargo() : Embargo.none();
  }

  /** Returns the facts as they were recorded, in the order of time, corrections among them. */
  public List<Fact> facts() {
    return facts;
  }

  /** Returns the first fact that brought {@code milestone} about, be it by implying it. */
  public Optional<Fact> first(Milestone milestone) {
    return Optional.ofNullable(first.get(milestone));
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
    return Objects.hash(head, facts);
  }

  private List<Object> parts() {
    return List.of(head, facts);
  }

  /** Returns its name and its facts, without title and details. */
  @Override
  public String toString() {
    return "case " + id() + " " + facts;
  }
}
