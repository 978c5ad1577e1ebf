package dev.avow.k8s.rule;

import dev.avow.policy.rule.Declaration;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with Avow. */
public final class Catalogue {

  private static final List<Declaration> RULES =
      Stream.of(
              PodRules.all(),
              UserIdRules.all(),
              GroupIdRules.all(),
              PodGroupRules.all(),
              SecurityContextRules.all(),
              AttendedRules.all(),
              PrivilegeRules.all(),
              AddedCapabilityRules.all(),
              DroppedCapabilityRules.all(),
              HostRules.all(),
              ProbeRules.all(),
              HealthRules.all(),
              VolumeRules.all(),
              HostPathRules.all(),
              HostPathAccessRules.all(),
              MountRules.all(),
              ClaimRules.all(),
              SharedClaimRules.all(),
              StorageContextRules.all(),
              ProcMountRules.all(),
              SysctlRules.all(),
              SeLinuxRules.all(),
              AppArmorRules.all(),
              SeccompRules.all(),
              AllowedProfileRules.all(),
              ImageRules.all(),
              ImageNameRules.all(),
              PullRules.all(),
              PullSecretRules.all(),
              ResourceRules.all(),
              DemandRules.all(),
              QualityRules.all(),
              EmptyDirRules.all(),
              EnvironmentRules.all(),
              SecretRules.all(),
              StoredSecretRules.all(),
              SecretSourceRules.all(),
              NetworkRules.all(),
              NetworkPolicyRules.all(),
              SelectionRules.all(),
              ExposureRules.all(),
              ServiceRules.all(),
              PortRules.all(),
              IngressRules.all(),
              RouteRules.all(),
              ServiceAccountRules.all(),
              RbacRules.all(),
              KubeconfigRules.all(),
              WorkloadRules.all(),
              NamespaceRules.all(),
              NamespaceBoundRules.all(),
              ApiVersionRules.all(),
              ExpressionRules.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /**
   * Returns all of them, of both kinds: {@link dev.avow.policy.rule.Rule} and {@link GroupRule}.
   */
  public static List<Declaration> rules() {
    return RULES;
  }
}
