package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;

/**
 * Rules about which profiles of seccomp, AppArmor and SELinux a policy allows.
 *
 * <p>Off unless named: which files are on the nodes, and what they confine, only their owner knows.
 * They judge what a container runs with, its own profile or its pod's.
 */
public final class AllowedProfileRules {

  /** The ways to choose a profile. */
  enum Type {
    RUNTIME_DEFAULT("RuntimeDefault"),
    LOCALHOST("Localhost"),
    UNCONFINED("Unconfined");

    private final String written;

    Type(String written) {
      this.written = written;
    }

    static Type parse(String text) {
      for (Type type : values()) {
        if (type.written.equals(text)) {
          return type;
        }
      }
      throw new IllegalArgumentException(
          "type must be RuntimeDefault, Localhost or Unconfined but was \"%s\"".formatted(text));
    }

    @Override
    public String toString() {
      return written;
    }
  }

  private static final Parameter<List<Type>> TYPES =
      Parameter.allParsed(
              "types",
              Type.class,
              Type::parse,
              List.of(Type.RUNTIME_DEFAULT, Type.LOCALHOST),
              "a list of RuntimeDefault, Localhost and Unconfined",
              "the types of profile that are allowed")
          .stricterIf(Stricter.FEWER);

  private static final Parameter<List<Glob>> FILES =
      Parameter.globs(
              "localhost-files",
              List.of("**"),
              "the files that a profile of type Localhost may name")
          .stricterIf(Stricter.FEWER);

  private static final Parameter<Boolean> SECCOMP_MAY_BE_ABSENT =
      Parameter.flag("may-be-absent", false, "whether a container may do without a profile")
          .stricterIf(Stricter.FALSE);

  private static final Parameter<Boolean> APPARMOR_MAY_BE_ABSENT =
      Parameter.flag(
              "may-be-absent",
              true,
              "whether a container may leave it to the runtime, which applies its default profile"
                  + " where the node has AppArmor")
          .stricterIf(Stricter.FALSE);

  private static final Parameter<Boolean> ANNOTATIONS_COUNT =
      Parameter.flag(
          "annotations-count",
          false,
          "whether the annotations of before Kubernetes 1.19 count, which no kubelet reads any"
              + " more");

  private static final Parameter<List<SeLinuxOptions>> OPTIONS =
      Parameter.allParsed(
              "options",
              SeLinuxOptions.class,
              SeLinuxOptions::parse,
              List.of(
                  SeLinuxOptions.parse("type=container_t"),
                  SeLinuxOptions.parse("type=container_init_t"),
                  SeLinuxOptions.parse("type=container_kvm_t")),
              "a list of options such as \"type=container_t level=s0:c1,c2\"",
              "the options that are allowed together; what none of them names may not be set")
          .stricterIf(Stricter.FEWER);

  /** Every container runs with a seccomp profile that the policy allows. */
  public static final Rule<Container> SECCOMP_PROFILE_IS_ALLOWED =
      Rule.named("seccomp-profile-is-allowed")
          .severity(MEDIUM)
          .because("A profile confines as much as its file says, which is for its owner to know.")
          .advise("Use a profile that the policy allows.")
          .see("https://kubernetes.io/docs/tutorials/security/seccomp/")
          .alias("K8sPSPSeccomp")
          .alias("K8sPSPSeccompV2")
          .alias("seccomp")
          .alias("container-seccomp-profile")
          .with(TYPES)
          .with(FILES)
          .with(SECCOMP_MAY_BE_ABSENT)
          .with(ANNOTATIONS_COUNT)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(AllowedProfileRules::isSeccompAllowed)
          .otherwise("runs with a seccomp profile that is not allowed: {field} {found}")
          .build();

  /** Every container runs with an AppArmor profile that the policy allows. */
  public static final Rule<Container> APPARMOR_PROFILE_IS_ALLOWED =
      Rule.named("apparmor-profile-is-allowed")
          .severity(MEDIUM)
          .because("A profile confines as much as its file says, which is for its owner to know.")
          .advise("Use a profile that the policy allows.")
          .see("https://kubernetes.io/docs/tutorials/security/apparmor/")
          .alias("K8sPSPAppArmor")
          .alias("apparmor")
          .with(TYPES)
          .with(FILES)
          .with(APPARMOR_MAY_BE_ABSENT)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(AllowedProfileRules::isAppArmorAllowed)
          .otherwise("runs with an AppArmor profile that is not allowed: {field} {found}")
          .build();

  /** Every container runs with SELinux options that the policy allows, or with none. */
  public static final Rule<Container> SELINUX_OPTIONS_ARE_ALLOWED =
      Rule.named("selinux-options-are-allowed")
          .severity(MEDIUM)
          .because("What a type of SELinux confines is written in the policy of the node.")
          .advise("Use options that the policy allows.")
          .see(Ids.PAGE + "#assign-selinux-labels-to-a-container")
          .alias("K8sPSPSELinuxV2")
          .with(OPTIONS)
          .onlyByName()
          .forEach(Targets.CONTAINER)
          .unless(Container::runsOnWindows)
          .finds(AllowedProfileRules::foreignOptions);

  private AllowedProfileRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        SECCOMP_PROFILE_IS_ALLOWED, APPARMOR_PROFILE_IS_ALLOWED, SELINUX_OPTIONS_ARE_ALLOWED);
  }

  private static Check isSeccompAllowed(Container container, Settings settings) {
    Confinement profile = Confinement.seccomp(container, settings.get(ANNOTATIONS_COUNT));
    return isAllowed(profile, settings.get(SECCOMP_MAY_BE_ABSENT), settings);
  }

  private static Check isAppArmorAllowed(Container container, Settings settings) {
    return isAllowed(
        Confinement.appArmor(container), settings.get(APPARMOR_MAY_BE_ABSENT), settings);
  }

  private static Check isAllowed(Confinement profile, boolean mayBeAbsent, Settings settings) {
    if (!profile.isSaid()) {
      return profile.decide(mayBeAbsent);
    }
    boolean type =
        settings.get(TYPES).stream().anyMatch(allowed -> allowed.written.equals(profile.type()));
    Check allowed = profile.decide(type);
    return type && profile.isLocalhost() ? allowed.and(hasAllowedFile(profile, settings)) : allowed;
  }

  private static Check hasAllowedFile(Confinement profile, Settings settings) {
    return profile
        .file()
        .decide(settings.get(FILES).stream().anyMatch(file -> file.matches(profile.fileName())));
  }

  private static void foreignOptions(Container container, Reporter report) {
    Field options = container.securityContext().field("seLinuxOptions");
    PodSecurity.expectMapping(options, report);
    List<SeLinuxOptions> allowed = report.settings().get(OPTIONS);
    if (allowed.stream().noneMatch(each -> each.admit(options))) {
      Field at = SeLinuxOptions.firstOpen(options).orElse(options);
      PodSecurity.report(
          at.decide(false),
          "runs with SELinux options that are not allowed",
          field -> Fixes.remove(options),
          report);
    }
  }
}
