package dev.avow.policy.finding;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a report or a page of documentation needs to know of a rule; it holds no code.
 *
 * <p>Equal descriptions are interchangeable. A final class, since it will grow.
 */
public final class RuleDescription implements Comparable<RuleDescription>, Serializable {

  private static final long serialVersionUID = 1;

  private final RuleId id;
  private final String title;
  private final Severity severity;
  private final String reason;
  private final String target;
  private final String advice;
  private final List<URI> references;
  private final TreeSet<String> aliases;
  private final List<Parameter<?>> parameters;
  private final boolean confidential;

  private RuleDescription(Builder builder) {
    this.id = builder.id;
    this.title = builder.title.isEmpty() ? builder.id.value().replace('-', ' ') : builder.title;
    this.severity = builder.severity;
    this.reason = builder.reason;
    this.target = builder.target;
    this.advice = builder.advice;
    this.references = List.copyOf(builder.references);
    this.aliases = new TreeSet<>(builder.aliases);
    this.parameters = List.copyOf(builder.parameters);
    this.confidential = builder.confidential;
  }

  /** Starts the description of the rule called {@code id}; severity is MEDIUM until set. */
  public static Builder of(RuleId id) {
    return new Builder(id);
  }

  /** Returns the rule's name. */
  public RuleId id() {
    return id;
  }

  /** Returns a short title: the id in plain words, unless another was given. */
  public String title() {
    return title;
  }

  /** Returns how much it matters when the rule is broken. */
  public Severity severity() {
    return severity;
  }

  /** Returns why the rule exists, in a sentence or two. */
  public String reason() {
    return reason;
  }

  /** Returns what the rule is asked for each of, such as {@code container}. */
  public String target() {
    return target;
  }

  /** Returns what to do when it is broken; empty if there is nothing general to say. */
  public String advice() {
    return advice;
  }

  /** Returns where the rule comes from and where to read on. */
  public List<URI> references() {
    return references;
  }

  /** Returns the names that other tools give to the same rule, sorted. */
  public Set<String> aliases() {
    return Collections.unmodifiableSet(aliases);
  }

  /** Returns what a policy may set about the rule. */
  public List<Parameter<?>> parameters() {
    return parameters;
  }

  /**
   * Returns whether findings of the rule stand where something is written that nobody else may
   * read, so that reports show no lines from there.
   */
  public boolean isConfidential() {
    return confidential;
  }

  /** Returns this description with another severity. */
  public RuleDescription with(Severity other) {
    return toBuilder().severity(other).build();
  }

  private Builder toBuilder() {
    Builder copy = new Builder(id);
    copy.title = title;
    copy.severity = severity;
    copy.reason = reason;
    copy.target = target;
    copy.advice = advice;
    copy.references.addAll(references);
    copy.aliases.addAll(aliases);
    copy.parameters.addAll(parameters);
    copy.confidential = confidential;
    return copy;
  }

  @Override
  public int compareTo(RuleDescription other) {
    return id.compareTo(other.id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleDescription that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  private List<?> fields() {
    return List.of(
        id, title, severity, reason, target, advice, references, aliases, parameters, confidential);
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(id).add(title).add(severity).add(reason).add(target).add(advice);
    fingerprint.addAll(references).addAll(aliases);
    parameters.forEach(parameter -> parameter.addTo(fingerprint));
    fingerprint.add(confidential).add("end of rule");
  }

  /** Returns the id and the severity. */
  @Override
  public String toString() {
    return id + " (" + severity + ")";
  }

  /** Builds a {@link RuleDescription}. */
  public static final class Builder {

    private final RuleId id;
    private String title = "";
    private Severity severity = Severity.MEDIUM;
    private String reason = "";
    private String target = "";
    private String advice = "";
    private final List<URI> references = new ArrayList<>();
    private final Set<String> aliases = new TreeSet<>();
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private boolean confidential;

    private Builder(RuleId id) {
      this.id = id;
    }

    /** Sets the title. */
    public Builder title(String value) {
      title = value;
      return this;
    }

    /** Sets the severity. */
    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    /** Sets the reason. */
    public Builder reason(String value) {
      reason = value;
      return this;
    }

    /** Sets what the rule is asked for each of. */
    public Builder target(String value) {
      target = value;
      return this;
    }

    /** Sets what to do when the rule is broken. */
    public Builder advice(String value) {
      advice = value;
      return this;
    }

    /** Adds a reference; a malformed URI is refused. */
    public Builder see(String uri) {
      try {
        references.add(new URI(uri));
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(
            "a reference of %s must be a URI but was \"%s\"".formatted(id, uri), e);
      }
      return this;
    }

    /** Adds the name that another tool gives to the rule. */
    public Builder alias(String value) {
      aliases.add(value);
      return this;
    }

    /** Adds a parameter; a second one of the same name is refused. */
    public Builder parameter(Parameter<?> value) {
      if (parameters.stream().anyMatch(known -> known.name().equals(value.name()))) {
        throw new IllegalArgumentException(
            "parameter %s of %s was already declared".formatted(value.name(), id));
      }
      parameters.add(value);
      return this;
    }

    /** Says that what stands where the rule finds something is nobody else's to read. */
    public Builder confidential() {
      confidential = true;
      return this;
    }

    /** Returns the description. */
    public RuleDescription build() {
      return new RuleDescription(this);
    }
  }
}
