package dev.avow.policy;

import static dev.avow.policy.CiScan.Target.HELM;
import static dev.avow.policy.CiScan.Target.IMAGE;
import static dev.avow.policy.CiScan.Trigger.PULL_REQUEST;
import static dev.avow.policy.CiScan.Trigger.PUSH_TO_MAIN;
import static dev.avow.policy.DependencyUpdates.Tool.ANY;
import static dev.avow.policy.DependencyUpdates.Tool.DEPENDABOT;
import static dev.avow.policy.Phase.FIX;
import static dev.avow.policy.Phase.PUBLIC_DISCLOSURE;
import static dev.avow.policy.Phase.RELEASE_AND_ADVISORY;
import static dev.avow.policy.Phase.REPORTED;
import static dev.avow.policy.Phase.TRIAGE;
import static dev.avow.policy.ReportItem.allOf;
import static dev.avow.policy.ReportItem.oneOf;
import static dev.avow.policy.ReportItem.optional;
import static dev.avow.policy.ReportItem.part;
import static dev.avow.policy.ReportItem.required;
import static dev.avow.policy.ScopeItem.Redirect.THEIR_MAINTAINERS;
import static dev.avow.policy.ScopeItem.Redirect.USER;
import static dev.avow.policy.Strength.RECOMMENDED;
import static dev.avow.policy.commitment.Milestone.ADVISORY_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.CONFIRMED;
import static dev.avow.policy.commitment.Milestone.CVE_ASSIGNED;
import static dev.avow.policy.commitment.Milestone.FIX_BACKPORTED;
import static dev.avow.policy.commitment.Milestone.FIX_RELEASED;
import static dev.avow.policy.commitment.Milestone.MITIGATION_PUBLISHED;
import static dev.avow.policy.commitment.Milestone.PLAN_SHARED;
import static dev.avow.policy.commitment.Period.hours;
import static dev.avow.policy.finding.Severity.CRITICAL;
import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.RESTRICTED;
import static dev.avow.policy.version.SupportStatus.BEST_EFFORT;

import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.DayRange;
import dev.avow.policy.commitment.WorkingCalendar;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.hardening.StorageOverrides;
import dev.avow.policy.hardening.StorageOverrides.StorageContext;
import dev.avow.policy.hardening.WatchScope;
import dev.avow.policy.hardening.WatchScope.Globs;
import dev.avow.policy.version.SupportRow;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** The two policies of docs/policies, said in Java. */
final class Seeds {

  private static final Path FOLDER = Path.of("..", "docs", "policies");

  private Seeds() {}

  static Path file(SecurityPolicy policy) {
    return FOLDER.resolve(policy.name() + ".yaml");
  }

  static List<SecurityPolicy> all() {
    return List.of(typekro(), pvcViewer());
  }

  static SecurityPolicy typekro() {
    PolicyBuilder policy =
        SecurityPolicy.named("typekro")
            .supports("0.1.x")
            .reportTo(Channel.email("security@typekro.run"))
            .neverTo(Channel.publicIssue())
            .commentsTo(Channel.pullRequest())
            .commentsTo(Channel.publicIssue())
            .acknowledgeWithin(hours(48))
            .commitTo(Commitment.to(FIX_RELEASED).after(CONFIRMED))
            .disclosure(Seeds::typekroTimeline)
            .announceIn(
                Announcement.githubAdvisories(),
                Announcement.releaseNotes("Security"),
                Announcement.chat("https://discord.gg/kKNSDDjW"),
                Announcement.npmAdvisory().ifApplicable())
            .scope(Seeds::typekroScope)
            .check(
                ci ->
                    ci.scan(CiScan.named("container-images").of(IMAGE))
                        .updates(DependencyUpdates.by(DEPENDABOT)))
            .harden(
                with ->
                    with.profile(RESTRICTED)
                        .trustRegistries("ghcr.io/typekro", "docker.io/library")
                        .with("role-has-no-wildcards")
                        .with("no-escalation-across-cluster")
                        .with("credentials-come-from-secrets")
                        .with("image-tag-is-specific")
                        .with("image-from-trusted-registry")
                        .with("pod-is-isolated-for-ingress")
                        .with("requests-and-limits-are-set"))
            .failOn(HIGH)
            .calendar(WorkingCalendar.of(ZoneId.of("UTC")));
    typekroReport(policy);
    typekroAdvice(policy);
    return policy.build();
  }

  private static void typekroReport(PolicyBuilder policy) {
    policy.askFor(
        required(
            "issue-type",
            "Type of issue (e.g. buffer overflow, SQL injection, cross-site scripting, etc.)"),
        required(
            "source-paths",
            "Full paths of source file(s) related to the manifestation of the issue"),
        required(
            "source-location",
            "The location of the affected source code (tag/branch/commit or direct URL)"),
        optional(
            "special-configuration", "Any special configuration required to reproduce the issue"),
        required("steps", "Step-by-step instructions to reproduce the issue"),
        optional("proof-of-concept", "Proof-of-concept or exploit code"),
        required("impact", "Impact of the issue, including how an attacker might exploit it"));
  }

  private static Timeline typekroTimeline(Timeline plan) {
    return plan.and(
            TimelineRow.of(DayRange.day(0), REPORTED).saying("Vulnerability reported via email"))
        .days(1, 2, TRIAGE)
        .days(3, 7, FIX)
        .days(7, 14, RELEASE_AND_ADVISORY)
        .and(
            TimelineRow.of(DayRange.from(14), PUBLIC_DISCLOSURE)
                .saying("Public disclosure after users have time to update"));
  }

  private static PolicyScope typekroScope(PolicyScope scope) {
    return scope
        .covers(
            ScopeItem.of("core-library", "TypeKro core library (`typekro` npm package)")
                .matching("typekro", "pkg:npm/typekro*"))
        .covers(ScopeItem.of("examples-and-documentation", "Official examples and documentation"))
        .covers(ScopeItem.of("build-infrastructure", "Build and deployment infrastructure"))
        .leavesOut(ScopeItem.of("user-definitions", "User-generated resource definitions"))
        .leavesOut(
            ScopeItem.of("third-party-dependencies", "Third-party dependencies")
                .redirectedTo(THEIR_MAINTAINERS))
        .leavesOut(
            ScopeItem.of("deployed-infrastructure", "Infrastructure deployed using TypeKro")
                .redirectedTo(USER));
  }

  private static void typekroAdvice(PolicyBuilder policy) {
    policy.consider(
        Consideration.of(
                "cluster-access",
                "TypeKro requires Kubernetes cluster access for direct deployment mode",
                "Ensure proper RBAC policies are in place for the service account used",
                "Use least-privilege principles for cluster access")
            .checkedBy("role-has-no-wildcards", "no-escalation-across-cluster"),
        Consideration.of(
                "secret-management",
                "Never commit secrets, tokens, or credentials to your TypeKro resource definitions",
                "Use Kubernetes Secrets or external secret management systems",
                "Be careful with CEL expressions that might expose sensitive data")
            .checkedBy(
                "credentials-come-from-secrets",
                "environment-holds-no-credentials",
                "config-map-holds-no-credentials",
                "secret-is-not-written-out",
                "secrets-stay-in-secrets",
                "custom-resources-hold-no-secrets",
                "credential-inputs-stay-in-secrets"),
        Consideration.of(
                "container-images",
                "Always use specific image tags, not `latest`",
                "Scan container images for vulnerabilities",
                "Use trusted image registries")
            .checkedBy("image-tag-is-specific", "image-from-trusted-registry"),
        Consideration.of(
                "network-policies",
                "Implement Kubernetes Network Policies to restrict traffic",
                "Use TypeKro's `networkPolicy()` factory function to define network security")
            .checkedBy("pod-is-isolated-for-ingress"),
        Consideration.of(
                "resource-limits",
                "Always set resource requests and limits",
                "Prevent resource exhaustion attacks")
            .checkedBy("requests-and-limits-are-set"),
        Consideration.of(
            "supply-chain-security",
            "Regularly update TypeKro and its dependencies",
            "Review dependency security advisories",
            "Use Dependabot for automated security updates"));
  }

  static SecurityPolicy pvcViewer() {
    PolicyBuilder policy =
        SecurityPolicy.named("pvc-viewer")
            .supports(SupportRow.branch("main"))
            .supports(SupportRow.images("released"))
            .versions(known -> known.others(BEST_EFFORT))
            .reportTo(Channel.privateAdvisory())
            .reportTo(Channel.maintainer())
            .acknowledgeWithin(hours(72))
            .commitTo(Commitment.to(PLAN_SHARED).within(hours(72)))
            .commitTo(Commitment.to(FIX_BACKPORTED).after(FIX_RELEASED).bestEffort())
            .onIncident(
                Obligation.to(ADVISORY_PUBLISHED),
                Obligation.to(CVE_ASSIGNED).ifApplicable(),
                Obligation.to(FIX_RELEASED),
                Obligation.to(MITIGATION_PUBLISHED))
            .check(Seeds::pvcViewerChecks)
            .harden(Seeds::pvcViewerHardening)
            .failOn(HIGH)
            .reportFrom(LOW)
            .calendar(WorkingCalendar.of(ZoneId.of("UTC")));
    pvcViewerReport(policy);
    pvcViewerAdvice(policy);
    return policy.build();
  }

  private static void pvcViewerReport(PolicyBuilder policy) {
    policy.askFor(
        required("description", "A description of the issue and impact"),
        oneOf(
            "reproduction",
            "Steps to reproduce or a proof of concept",
            part("steps", "Steps to reproduce"),
            part("proof-of-concept", "A proof of concept")),
        required("affected-versions", "Affected versions (image tag/commit)"),
        allOf(
            "environment",
            "Environment details",
            part("kubernetes-version", "Kubernetes version"),
            part("storage-class", "Storage class")));
  }

  private static CiChecks pvcViewerChecks(CiChecks ci) {
    return ci.scan(
            CiScan.named("trivy")
                .by("trivy")
                .of(IMAGE, HELM)
                .on(PULL_REQUEST, PUSH_TO_MAIN)
                .failingOn(HIGH, CRITICAL)
                .reporting(LOW, MEDIUM))
        .updates(DependencyUpdates.by(ANY))
        .scannedInRegistry(RECOMMENDED)
        .baseImage(
            BaseImage.oneOf("gcr.io/distroless/static*:nonroot*")
                .runningAsNonRoot()
                .withoutShell()
                .withoutPackageManager())
        .pinnedBaseInProduction(RECOMMENDED);
  }

  private static void pvcViewerHardening(HardeningProfile.Builder with) {
    List<Glob> all = List.of(Glob.of("*"));
    StorageContext nonRoot = new StorageContext(65532L, 65532L, 65532L, List.of(), false);
    StorageContext readOnly = new StorageContext(null, null, null, List.of(), true);
    with.profile(RESTRICTED)
        .with("runs-as-non-root")
        .with("read-only-root-filesystem")
        .with("no-privilege-escalation")
        .with("drops-all-capabilities")
        .with("adds-no-capabilities")
        .with("shared-claims-allow-many-pods")
        .with("pod-is-isolated-for-ingress")
        .with("internal-pods-are-behind-internal-services")
        .set("internal-pods-are-behind-internal-services", "pods", List.of("role=agent"))
        .with("internal-pods-are-reached-from-sources-only")
        .set("internal-pods-are-reached-from-sources-only", "pods", List.of("role=agent"))
        .set("internal-pods-are-reached-from-sources-only", "ports", List.of("8090"))
        .set(
            "internal-pods-are-reached-from-sources-only",
            "sources",
            List.of("app.kubernetes.io/component=backend"))
        .with("ingress-backends-are-allowed")
        .set("ingress-backends-are-allowed", "services", List.of("*/backend"))
        .watch(
            new WatchScope(
                Globs.of(all, List.of(Glob.of("kube-*"))),
                Globs.of(all, List.of()),
                Globs.of(all, List.of())))
        .storage(
            new StorageOverrides(
                nonRoot,
                List.of(new StorageOverrides.Entry(Glob.of("archive-*"), null, readOnly))));
  }

  private static void pvcViewerAdvice(PolicyBuilder policy) {
    policy.consider(
        Consideration.of(
            "path-containment",
            "File access is limited to mounted PVC paths and protected against path traversal"
                + " using secure join and symlink containment"),
        Consideration.of(
                "access-modes",
                "Only RWX (ReadWriteMany) PVCs are supported in multi-pod scenarios")
            .checkedBy("shared-claims-allow-many-pods"),
        Consideration.of(
                "network-exposure",
                "Backend exposes UI/API",
                "Agents are internal ClusterIP services (proxied by backend)",
                "NetworkPolicies recommended")
            .checkedBy(
                "pod-is-isolated-for-ingress",
                "internal-pods-are-behind-internal-services",
                "internal-pods-are-reached-from-sources-only",
                "ingress-backends-are-allowed"),
        Consideration.of(
                "authenticated-ingress",
                "Deploy behind authenticated ingress or service mesh in multi-tenant clusters")
            .checkedBy("ingress-is-authenticated"),
        Consideration.of(
            "registry-scan",
            "Images are scanned with Trivy in CI and should be scanned in your registry on push"));
  }
}
