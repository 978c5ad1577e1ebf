package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule has to say: a broken promise, or a question that could not be decided.
 *
 * <p>Equal findings are the same finding. They sort by place, then by rule.
 */
public final class Finding implements Comparable<Finding>, Serializable {

  private static final long serialVersionUID = 1;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::verdict)
          .thenComparing(Finding::template)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::trail, Order.ofLists())
          .thenComparing(Finding::members, Order.ofLists())
          .thenComparing(finding -> finding.fix, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  /**
   * A station on the way to a finding, such as the expression between a secret and where it shows.
   *
   * @param at where it stands
   * @param text what happens there
   */
  public record Hop(Location at, String text) implements Comparable<Hop>, Serializable {

    private static final Comparator<Hop> ORDER =
        Comparator.comparing(Hop::at).thenComparing(Hop::text);

    @Override
    public int compareTo(Hop other) {
      return ORDER.compare(this, other);
    }
  }

  private final RuleId rule;
  private final Verdict verdict;
  private final Severity severity;
  private final Subject subject;
  private final Location location;
  private final Message message;
  private final List<Hop> trail;
  private final List<Subject> members;
  private final @Nullable Fix fix;

  private Finding(Builder builder) {
    this.rule = builder.rule;
    this.verdict = builder.verdict;
    this.severity = builder.severity;
    this.subject = builder.subject;
    this.location = builder.location;
    this.message = builder.message;
    this.trail = List.copyOf(builder.trail);
    this.members = List.copyOf(builder.members);
    this.fix = builder.fix;
  }

  /**
   * Starts a finding of {@code rule}; its severity is MEDIUM and its message empty until set.
   *
   * @param verdict FAIL or INCONCLUSIVE; anything else is refused
   */
  public static Builder of(RuleId rule, Verdict verdict, Subject subject, Location at) {
    return new Builder(rule, verdict, subject, at);
  }

  /** Returns the rule that says it. */
  public RuleId rule() {
    return rule;
  }

  /** Returns FAIL or INCONCLUSIVE. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns how much it matters. */
  public Severity severity() {
    return severity;
  }

  /** Returns what was judged. */
  public Subject subject() {
    return subject;
  }

  /** Returns the exact place or, for something absent, the nearest place that exists. */
  public Location location() {
    return location;
  }

  /** Returns what is wrong with the subject, as a predicate: {@code may run as root}. */
  public String message() {
    return message.text();
  }

  /** Returns the message as template and arguments, for grouping and translation. */
  public Message template() {
    return message;
  }

  /** Returns subject and message as one sentence. */
  public String sentence() {
    return subject + ": " + message.text();
  }

  /** Returns the way that leads to the finding, first station first; usually empty. */
  public List<Hop> trail() {
    return trail;
  }

  /** Returns those whom a finding about a group concerns; usually empty. */
  public List<Subject> members() {
    return members;
  }

  /** Returns what would mend it. */
  public Optional<Fix> fix() {
    return Optional.ofNullable(fix);
  }

  /**
   * Returns a text by which the finding is known again after unrelated edits: 32 hexadecimal digits
   * that come from the rule, the source, the subject and the message, not from the line.
   *
   * <p>A finding with members stands at any one of them, so its source does not count; nor do
   * indexes in the message ({@code ports[2]}) and a {@code ./} before the source. What a rule says
   * twice of one subject in the same words has one fingerprint.
   */
  public String fingerprint() {
    Fingerprint fingerprint = new Fingerprint().add(rule);
    fingerprint.add(members.isEmpty() ? source() : "").add(subject.kind());
    subject.parts().stream()
        .filter(part -> !part.name().equals(Subject.LINE))
        .forEach(part -> fingerprint.add(part.name()).add(part.value()));
    return fingerprint.add(INDEX.matcher(message()).replaceAll("[]")).hex();
  }

  private String source() {
    String source = location.source();
    return source.startsWith("./") ? source.substring(2) : source;
  }

  /** Returns this finding, concerning {@code others}. */
  Finding with(List<Subject> others) {
    Builder same = new Builder(rule, verdict, subject, location).severity(severity);
    same.message(message);
    same.trail.addAll(trail);
    same.members.addAll(others);
    same.fix = fix;
    return same.build();
  }

  /** Returns this finding with the parts that others have, too. */
  Finding sharing(Pool pool) {
    Builder same =
        new Builder(pool.one(rule), verdict, pool.one(subject), location.sharing(pool))
            .severity(severity)
            .message(pool.one(message));
    trail.forEach(hop -> same.via(hop.at().sharing(pool), pool.one(hop.text())));
    members.forEach(member -> same.member(pool.one(member)));
    same.fix = fix == null ? null : pool.one(fix);
    return same.build();
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * location.hashCode() + rule.hashCode();
  }

  /** Returns {@code place severity rule subject: message}. */
  @Override
  public String toString() {
    return location + " " + severity + " " + rule + " " + sentence();
  }

  /** Builds a {@link Finding}. */
  public static final class Builder {

    private final RuleId rule;
    private final Verdict verdict;
    private final Subject subject;
    private final Location location;
    private Severity severity = Severity.MEDIUM;
    private Message message = Message.literal("");
    private final List<Hop> trail = new ArrayList<>();
    private final List<Subject> members = new ArrayList<>();
    private @Nullable Fix fix;

    private Builder(RuleId rule, Verdict verdict, Subject subject, Location location) {
      if (verdict != Verdict.FAIL && verdict != Verdict.INCONCLUSIVE) {
        throw new IllegalArgumentException(
            "a finding is FAIL or INCONCLUSIVE but was %s".formatted(verdict));
      }
      this.rule = rule;
      this.verdict = verdict;
      this.subject = subject;
      this.location = location;
    }

    /** Sets the severity. */
    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    /** Sets the message, taken literally. */
    public Builder message(String value) {
      return message(Message.literal(value));
    }

    /** Sets the message. */
    public Builder message(Message value) {
      message = value;
      return this;
    }

    /** Adds a station to the way that leads to the finding. */
    public Builder via(Location at, String text) {
      trail.add(new Hop(at, text));
      return this;
    }

    /** Adds one of those whom the finding concerns. */
    public Builder member(Subject member) {
      members.add(member);
      return this;
    }

    /** Sets what would mend it. */
    public Builder fix(Fix value) {
      fix = value;
      return this;
    }

    /** Returns the finding. */
    public Finding build() {
      return new Finding(this);
    }
  }
}
