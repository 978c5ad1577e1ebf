package dev.avow.policy;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.form.JsonText;
import dev.avow.policy.document.form.YamlText;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.version.SupportedVersions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project promises about its security, in a form that programs can ask.
 *
 * <pre>{@code
 * SecurityPolicy policy = SecurityPolicy.named("typekro")
 *     .supports("0.1.x")
 *     .reportTo(Channel.email("security@typekro.run"))
 *     .neverTo(Channel.publicIssue())
 *     .acknowledgeWithin(hours(48))
 *     .failOn(HIGH)
 *     .build();
 * }</pre>
 *
 * <p>Written in Java, YAML or JSON; a policy that is written and read again is equal. Immutable.
 */
public final class SecurityPolicy {

  private final Sections sections;

  /** What it was read from, put together where it extends others; null if it was made in Java. */
  private final @Nullable Document written;

  SecurityPolicy(Sections sections) {
    this(sections, null);
  }

  SecurityPolicy(Sections sections, @Nullable Document written) {
    this.sections = sections;
    this.written = written;
  }

  /** Starts the policy of the project called {@code name}; a blank one is refused. */
  public static PolicyBuilder named(String name) {
    return new PolicyBuilder(name);
  }

  /**
   * Reads a policy in YAML or JSON, and the policies that it extends, from files whose paths it
   * gives relative to its own. Names and parameters of rules are checked by the evaluator that is
   * built from the policy, as it knows the rules.
   *
   * @throws PolicyException if the file cannot be read or holds no valid policy, or one that is
   *     weaker than what it extends, with everything that is wrong
   */
  public static SecurityPolicy read(Path file) {
    return PolicyReader.read(file, PolicyResolver.files());
  }

  /**
   * Reads a policy in YAML or JSON. Names and parameters of rules are checked by the evaluator that
   * is built from the policy, as it knows the rules.
   *
   * @throws PolicyException if {@code text} is no valid policy, with everything that is wrong
   */
  public static SecurityPolicy parse(String text) {
    return parse("(text)", text);
  }

  /**
   * Reads a policy in YAML or JSON. Names and parameters of rules are checked by the evaluator that
   * is built from the policy, as it knows the rules.
   *
   * @param source the name under which places are given
   * @throws PolicyException if {@code text} is no valid policy, or extends others, with everything
   *     that is wrong
   */
  public static SecurityPolicy parse(String source, String text) {
    return parse(source, text, PolicyResolver.none());
  }

  /**
   * Reads a policy in YAML or JSON, and those that it extends as {@code resolver} finds them.
   *
   * @param source the name under which places are given, and from which the resolver starts
   * @throws PolicyException if {@code text} is no valid policy, or is weaker than what it extends,
   *     with everything that is wrong
   */
  public static SecurityPolicy parse(String source, String text, PolicyResolver resolver) {
    return PolicyReader.parse(source, text, resolver);
  }

  /**
   * Returns the JSON Schema, draft 2020-12, of policies in YAML or JSON, for editors; the jar holds
   * it as {@code /dev/avow/policy/security-policy.schema.json}.
   */
  public static String jsonSchema() {
    return JsonText.of(PolicyForm.POLICY.schema());
  }

  /**
   * Returns this policy as YAML.
   *
   * @throws IllegalStateException if its calendar asks a function for holidays, which has no text
   */
  public String toYaml() {
    return YamlText.of(PolicyForm.POLICY.write(this));
  }

  /**
   * Returns this policy as YAML with a comment behind each line that says where the line comes
   * from: {@code fail-on: high # ../org/policy.yaml:12:12}. What nobody wrote is {@code standard}.
   *
   * @throws IllegalStateException as {@link #toYaml()} does
   */
  public String toYamlWithPlaces() {
    return PlacedYaml.of(PolicyForm.POLICY.write(this), written);
  }

  /**
   * Returns this policy as JSON.
   *
   * @throws IllegalStateException if its calendar asks a function for holidays, which has no text
   */
  public String toJson() {
    return JsonText.of(PolicyForm.POLICY.write(this));
  }

  /** Returns the project's name. */
  public String name() {
    return sections.name();
  }

  /** Returns what policies that extend this one may change even for the weaker, by path. */
  public List<String> overlaysMayChange() {
    return sections.free();
  }

  /** Returns which versions get security fixes. */
  public SupportedVersions supportedVersions() {
    return sections.versions();
  }

  /** Returns how vulnerabilities are reported. */
  public Reporting reporting() {
    return sections.reporting();
  }

  /** Returns what will have happened how long after what. */
  public List<Commitment> commitments() {
    return sections.commitments();
  }

  /** Returns the days from a report to its disclosure. */
  public Timeline disclosure() {
    return sections.disclosure();
  }

  /** Returns what users are owed for every confirmed vulnerability. */
  public List<Obligation> incidentResponse() {
    return sections.incident();
  }

  /** Returns where security updates are announced. */
  public List<Announcement> announcements() {
    return sections.announcements();
  }

  /** Returns what the policy covers and what not. */
  public PolicyScope scope() {
    return sections.scope();
  }

  /** Returns what repository, builds and images promise. */
  public CiChecks ciChecks() {
    return sections.checks();
  }

  /** Returns what is promised about running things. */
  public HardeningProfile hardening() {
    return sections.hardening();
  }

  /** Returns the advice to those who use the project. */
  public List<Consideration> considerations() {
    return sections.considerations();
  }

  /** Returns the waivers, in the order of the policy. */
  public List<Waiver> waivers() {
    return gate().waivers();
  }

  /**
   * Returns the gate that decides on findings, with the policy's waivers; it fails at HIGH unless
   * set.
   */
  public Gate gate() {
    return sections.gate();
  }

  /** Returns the calendar in which the policy counts days; UTC without holidays, unless set. */
  public WorkingCalendar calendar() {
    return sections.calendar();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecurityPolicy that && sections.equals(that.sections);
  }

  @Override
  public int hashCode() {
    return sections.hashCode();
  }

  @Override
  public String toString() {
    return "security policy " + name();
  }

  Sections sections() {
    return sections;
  }

  /** Returns what it was read from; null if it was made in Java. */
  @Nullable Document written() {
    return written;
  }

  /**
   * Returns this policy as it is written, holidays that a function knows by the function's name.
   */
  Object tree() {
    Optional<String> function = calendar().holidayFunction();
    if (function.isEmpty()) {
      return PolicyForm.POLICY.write(this);
    }
    Map<Object, Object> tree =
        new LinkedHashMap<>(
            (Map<?, ?>) new SecurityPolicy(sections.with(PolicyBuilder.UTC)).tree());
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("zone", calendar().zone().getId());
    own.put("weekend", calendar().weekend().stream().map(Object::toString).toList());
    own.put("holidays-by", function.get());
    tree.put("calendar", own);
    return tree;
  }
}
