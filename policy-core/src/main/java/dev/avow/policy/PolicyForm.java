package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.list;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import dev.avow.policy.finding.Gate;
import dev.avow.policy.finding.Waiver;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.version.SupportedVersions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a policy is written. */
final class PolicyForm extends ObjectForm<SecurityPolicy> {

  private static final String API_VERSION = "avow.dev/v1";
  private static final String KIND = "SecurityPolicy";

  static final PolicyForm POLICY = new PolicyForm();

  private final Entry<String> apiVersion =
      required("apiVersion", only(API_VERSION), "The version of this form.");
  private final Entry<String> kind = required("kind", only(KIND), "What this document is.");
  private final Entry<String> name = required("name", text(), "The project's name.");
  private final Entry<List<String>> parents =
      optional(
          "extends",
          PolicyReferences.FORM,
          "Policies that this one keeps to and adds to, by a path from here; one or several.");
  private final Entry<List<String>> free =
      optional(
          "overlays-may-change",
          list(text()),
          "What policies that extend this one may weaken, by path, such as calendar.");
  private final Entry<SupportedVersions> versions =
      optional(
          "supported-versions", new SupportedVersionsForm(), "Which versions get security fixes.");
  private final Entry<Reporting> reporting =
      optional("reporting", new ReportingForm(), "How vulnerabilities are reported.");
  private final Entry<List<Commitment>> commitments =
      optional(
          "commitments",
          list(CommitmentForm.COMMITMENT),
          "What will have happened how long after what.");
  private final Entry<Timeline> disclosure =
      optional("disclosure", new TimelineForm(), "The days from a report to its disclosure.");
  private final Entry<List<Obligation>> incident =
      optional(
          "incident-response",
          list(ObligationForm.OBLIGATION),
          "What users are owed for every confirmed vulnerability.");
  private final Entry<List<Announcement>> announcements =
      optional(
          "announcements",
          list(AnnouncementForm.ANNOUNCEMENT),
          "Where security updates are announced.");
  private final Entry<PolicyScope> scope =
      optional("scope", new PolicyScopeForm(), "What the policy covers and what not.");
  private final Entry<CiChecks> checks =
      optional("ci", new CiChecksForm(), "What repository, builds and images promise.");
  private final Entry<HardeningProfile> hardening =
      optional("hardening", new HardeningForm(), "What is promised about running things.");
  private final Entry<List<Consideration>> considerations =
      optional(
          "considerations",
          list(ConsiderationForm.CONSIDERATION),
          "Advice to those who use the project.");
  private final Entry<Gate> gate =
      optional("gate", new GateForm(), "From which severity findings block.");
  private final Entry<List<Waiver>> waivers =
      optional("waivers", list(WaiverForm.WAIVER), "Promises knowingly not kept.");
  private final Entry<WorkingCalendar> calendar =
      optional(
          "calendar",
          new CalendarForm(),
          "The calendar in which days are counted; UTC, unless said.");

  /** Returns whether {@code key} names what each policy says for itself. */
  boolean isOwn(String key) {
    return Set.of(apiVersion.name(), kind.name(), parents.name()).contains(key);
  }

  private static Form<String> only(String word) {
    return choice(Map.of(word, word), "");
  }

  @Override
  protected boolean toleratesGaps() {
    return true;
  }

  @Override
  protected SecurityPolicy build(Values values) {
    PolicyBuilder policy = SecurityPolicy.named(values.or(name, KIND));
    values
        .list(free)
        .forEach(path -> Require.known(path, entryNames(), values.at(free), values.problems()));
    policy.overlaysMayChange(values.list(free).toArray(String[]::new));
    values.find(versions).ifPresent(read -> policy.versions(none -> read));
    values.find(reporting).ifPresent(read -> policy.reporting(none -> read));
    values.add(policy, commitments, Commitment::declaredAt, PolicyBuilder::commitTo);
    values.find(disclosure).ifPresent(read -> policy.disclosure(none -> read));
    values.add(policy, incident, Obligation::declaredAt, PolicyBuilder::onIncident);
    values.add(policy, announcements, Announcement::declaredAt, PolicyBuilder::announceIn);
    values.find(scope).ifPresent(read -> policy.scope(none -> read));
    values.find(checks).ifPresent(read -> policy.check(none -> read));
    values.find(hardening).ifPresent(policy::hardening);
    values.add(policy, considerations, Consideration::declaredAt, PolicyBuilder::consider);
    values.find(gate).ifPresent(policy::gate);
    values.list(waivers).forEach(policy::waive);
    values.find(calendar).ifPresent(policy::calendar);
    return policy.build();
  }

  @Override
  protected void show(SecurityPolicy policy, Written into) {
    into.put(apiVersion, API_VERSION)
        .put(kind, KIND)
        .put(name, policy.name())
        .putItems(free, policy.overlaysMayChange())
        .putUnless(versions, policy.supportedVersions(), SupportedVersions.none())
        .putUnless(reporting, policy.reporting(), Reporting.none())
        .putItems(commitments, policy.commitments())
        .putUnless(disclosure, policy.disclosure(), Timeline.none())
        .putItems(incident, policy.incidentResponse())
        .putItems(announcements, policy.announcements())
        .putUnless(scope, policy.scope(), PolicyScope.none())
        .putUnless(checks, policy.ciChecks(), CiChecks.none())
        .putUnless(hardening, policy.hardening(), HardeningProfile.none())
        .putItems(considerations, policy.considerations())
        .put(gate, policy.gate())
        .putItems(waivers, policy.waivers())
        .putUnless(calendar, policy.calendar(), PolicyBuilder.UTC);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://avow.dev/schema/v1/security-policy.schema.json");
    schema.put("title", "Security policy");
    schema.put("description", "What a project promises about its security.");
    schema.putAll(super.schema());
    return schema;
  }
}
