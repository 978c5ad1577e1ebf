package dev.avow.policy.report;

import dev.avow.policy.finding.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a decision looks as a report for a Kubernetes cluster.
 *
 * <p>Unless it is told otherwise it is of the policy {@code avow}, tells every finding, names no
 * API versions of resources, and no time. Immutable.
 */
public final class PolicyReportStyle {

  private final Api api;
  private final String policy;
  private final int perRule;
  private final Function<Subject, Optional<String>> apiVersions;
  private final @Nullable Instant time;

  /** The two APIs that are in use, which differ in names. */
  enum Api {
    WG_POLICY("wgpolicyk8s.io/v1alpha2", "PolicyReport", "ClusterPolicyReport"),
    OPEN_REPORTS("openreports.io/v1alpha1", "Report", "ClusterReport");

    private final String version;
    private final String kind;
    private final String clusterKind;

    Api(String version, String kind, String clusterKind) {
      this.version = version;
      this.kind = kind;
      this.clusterKind = clusterKind;
    }

    String version() {
      return version;
    }

    String kind(boolean ofCluster) {
      return ofCluster ? clusterKind : kind;
    }
  }

  private PolicyReportStyle(
      Api api,
      String policy,
      int perRule,
      Function<Subject, Optional<String>> apiVersions,
      @Nullable Instant time) {
    this.api = api;
    this.policy = policy;
    this.perRule = perRule;
    this.apiVersions = apiVersions;
    this.time = time;
  }

  /** Returns the style of {@code wgpolicyk8s.io/v1alpha2}. */
  public static PolicyReportStyle wgPolicy() {
    return of(Api.WG_POLICY);
  }

  /** Returns the style of {@code openreports.io/v1alpha1}. */
  public static PolicyReportStyle openReports() {
    return of(Api.OPEN_REPORTS);
  }

  private static PolicyReportStyle of(Api api) {
    return new PolicyReportStyle(api, "avow", Integer.MAX_VALUE, subject -> Optional.empty(), null);
  }

  /** Returns this style for the policy called {@code name}. */
  public PolicyReportStyle ofPolicy(String name) {
    return new PolicyReportStyle(api, name, perRule, apiVersions, time);
  }

  /**
   * Returns this style, telling no more than {@code most} findings of each rule, the weightiest;
   * the others are counted.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public PolicyReportStyle showingPerRule(int most) {
    return new PolicyReportStyle(api, policy, Selection.requireSome(most), apiVersions, time);
  }

  /**
   * Returns this style with the API versions that {@code known} knows, such as {@code apps/v1} of
   * {@code Deployment prod/backend}.
   */
  public PolicyReportStyle withApiVersions(Function<Subject, Optional<String>> known) {
    return new PolicyReportStyle(api, policy, perRule, known, time);
  }

  /** Returns this style, saying that everything was found at {@code instant}. */
  public PolicyReportStyle foundAt(Instant instant) {
    return new PolicyReportStyle(api, policy, perRule, apiVersions, instant);
  }

  Api api() {
    return api;
  }

  String policy() {
    return policy;
  }

  int perRule() {
    return perRule;
  }

  Optional<String> apiVersion(Subject subject) {
    return apiVersions.apply(subject);
  }

  Optional<Instant> time() {
    return Optional.ofNullable(time);
  }
}
