package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.hardening.KubernetesVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When versions of Kubernetes' own APIs are deprecated and removed.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">the guide</a>
 */
final class ApiVersions {

  /**
   * The release that deprecates, the one that no longer serves (a dash where none is said), the
   * version, the one to use instead (a dash where there is none), whether objects can be taken over
   * as they are, and the kinds.
   */
  private static final String TABLE =
      """
      1.8  1.16 extensions/v1beta1                   apps/v1                         changed DaemonSet Deployment ReplicaSet
      1.8  1.16 apps/v1beta1                         apps/v1                         changed ControllerRevision Deployment ReplicaSet StatefulSet
      1.9  1.16 apps/v1beta2                         apps/v1                         changed ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
      1.9  1.16 extensions/v1beta1                   networking.k8s.io/v1            same    NetworkPolicy
      1.11 1.16 extensions/v1beta1                   -                               changed PodSecurityPolicy
      1.14 1.17 scheduling.k8s.io/v1alpha1           scheduling.k8s.io/v1            same    PriorityClass
      1.14 1.22 extensions/v1beta1                   networking.k8s.io/v1            changed Ingress
      1.14 1.22 scheduling.k8s.io/v1beta1            scheduling.k8s.io/v1            same    PriorityClass
      1.16 1.22 admissionregistration.k8s.io/v1beta1 admissionregistration.k8s.io/v1 changed MutatingWebhookConfiguration ValidatingWebhookConfiguration
      1.16 1.22 apiextensions.k8s.io/v1beta1         apiextensions.k8s.io/v1         changed CustomResourceDefinition
      1.17 1.22 rbac.authorization.k8s.io/v1alpha1   rbac.authorization.k8s.io/v1    same    ClusterRole ClusterRoleBinding Role RoleBinding
      1.17 1.22 rbac.authorization.k8s.io/v1beta1    rbac.authorization.k8s.io/v1    same    ClusterRole ClusterRoleBinding Role RoleBinding
      1.17 1.22 storage.k8s.io/v1beta1               storage.k8s.io/v1               same    CSINode
      1.19 1.22 apiregistration.k8s.io/v1beta1       apiregistration.k8s.io/v1       same    APIService
      1.19 1.22 authentication.k8s.io/v1beta1        authentication.k8s.io/v1        same    TokenReview
      1.19 1.22 authorization.k8s.io/v1beta1         authorization.k8s.io/v1         changed LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview
      1.19 1.22 certificates.k8s.io/v1beta1          certificates.k8s.io/v1          changed CertificateSigningRequest
      1.19 1.22 coordination.k8s.io/v1beta1          coordination.k8s.io/v1          same    Lease
      1.19 1.22 networking.k8s.io/v1beta1            networking.k8s.io/v1            changed Ingress
      1.19 1.22 networking.k8s.io/v1beta1            networking.k8s.io/v1            same    IngressClass
      1.19 1.22 storage.k8s.io/v1beta1               storage.k8s.io/v1               same    CSIDriver StorageClass VolumeAttachment
      1.19 1.25 events.k8s.io/v1beta1                events.k8s.io/v1                changed Event
      1.19 -    v1                                   -                               changed ComponentStatus
      1.21 1.25 batch/v1beta1                        batch/v1                        same    CronJob
      1.21 1.25 discovery.k8s.io/v1beta1             discovery.k8s.io/v1             changed EndpointSlice
      1.21 1.25 policy/v1beta1                       policy/v1                       changed PodDisruptionBudget
      1.21 1.25 policy/v1beta1                       -                               changed PodSecurityPolicy
      1.22 1.25 autoscaling/v2beta1                  autoscaling/v2                  changed HorizontalPodAutoscaler
      1.22 1.25 node.k8s.io/v1beta1                  node.k8s.io/v1                  same    RuntimeClass
      1.23 1.26 autoscaling/v2beta2                  autoscaling/v2                  changed HorizontalPodAutoscaler
      1.23 1.26 flowcontrol.apiserver.k8s.io/v1beta1 flowcontrol.apiserver.k8s.io/v1 changed FlowSchema PriorityLevelConfiguration
      1.24 1.27 storage.k8s.io/v1beta1               storage.k8s.io/v1               same    CSIStorageCapacity
      1.26 1.29 flowcontrol.apiserver.k8s.io/v1beta2 flowcontrol.apiserver.k8s.io/v1 changed FlowSchema PriorityLevelConfiguration
      1.29 1.32 flowcontrol.apiserver.k8s.io/v1beta3 flowcontrol.apiserver.k8s.io/v1 changed FlowSchema PriorityLevelConfiguration
      1.33 -    v1                                   discovery.k8s.io/v1             changed Endpoints
      """;

  private static final Map<String, Lifetime> LIFETIMES = new HashMap<>();

  static {
    TABLE.lines().map(line -> line.split(" +")).forEach(ApiVersions::add);
  }

  private ApiVersions() {}

  /**
   * How long a version of an API lasts.
   *
   * @param deprecated the first release that warns
   * @param removed the first release that does not serve it; null where none is known
   * @param replacement what to use instead; empty if there is nothing
   * @param same whether objects can be taken over as they are
   */
  record Lifetime(
      KubernetesVersion deprecated,
      @Nullable KubernetesVersion removed,
      String replacement,
      boolean same) {

    boolean isRemovedIn(KubernetesVersion version) {
      return removed != null && version.isAtLeast(removed);
    }

    boolean isDeprecatedIn(KubernetesVersion version) {
      return version.isAtLeast(deprecated) && !isRemovedIn(version);
    }
  }

  /** Returns how long the API of {@code id} lasts; nothing if no end is known. */
  static Optional<Lifetime> of(ResourceId id) {
    return Optional.ofNullable(LIFETIMES.get(name(id.apiVersion(), id.kind())));
  }

  /** Returns {@code apps/v1/Deployment}. */
  static String name(String apiVersion, String kind) {
    return apiVersion + "/" + kind;
  }

  private static void add(String[] row) {
    KubernetesVersion removed = row[1].equals("-") ? null : KubernetesVersion.parse(row[1]);
    String replacement = row[3].equals("-") ? "" : row[3];
    Lifetime lifetime =
        new Lifetime(KubernetesVersion.parse(row[0]), removed, replacement, row[4].equals("same"));
    for (int i = 5; i < row.length; i++) {
      LIFETIMES.put(name(row[2], row[i]), lifetime);
    }
  }
}
