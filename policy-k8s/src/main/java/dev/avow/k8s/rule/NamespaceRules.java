package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Locale;

/** Rules about namespaces, and about which of them are used. */
public final class NamespaceRules {

  /** What it means that a resource names no namespace. */
  public enum Unnamed {
    /** It is not known: whoever applies the manifest decides. */
    UNKNOWN,
    /**
     * It comes to be in the namespace called default, as kubectl has it if nothing else is said.
     */
    DEFAULT
  }

  /** A level of the Pod Security Standards that a namespace can enforce. */
  public enum Level {
    /** Prevents known privilege escalations. */
    BASELINE,
    /** Current practice of hardening pods. */
    RESTRICTED
  }

  private static final String LABEL = "pod-security.kubernetes.io/enforce";

  /** What it means that a resource names no namespace. */
  public static final Parameter<Unnamed> WITHOUT_NAMESPACE =
      Parameter.choice(
          "without-namespace",
          Unnamed.UNKNOWN,
          "where a resource that names no namespace is taken to be");

  /** Whether resources that bring no pods are looked at, too. */
  public static final Parameter<Boolean> EVERY_KIND =
      Parameter.flag("every-kind", false, "whether resources that bring no pods are looked at, too")
          .stricterIf(Stricter.TRUE);

  /** The level that a namespace must enforce at least. */
  public static final Parameter<Level> ENFORCED =
      Parameter.choice("level", Level.BASELINE, "the level that must be enforced at least")
          .stricterIf(Stricter.HIGHER);

  /** Whether the version of the standard must be fixed. */
  public static final Parameter<Boolean> VERSION_IS_PINNED =
      Parameter.flag(
              "pinned-version",
              false,
              "whether the version of the standard must be named, so that an upgrade changes"
                  + " nothing")
          .stricterIf(Stricter.TRUE);

  /** Nothing runs in the namespace called default. */
  public static final Rule<Resource> DEFAULT_NAMESPACE_IS_NOT_USED =
      Rule.named("default-namespace-is-not-used")
          .severity(LOW)
          .because(
              "Quotas, network policies and roles are given to namespaces; in the one that"
                  + " everybody ends up in, they can be given to nobody in particular.")
          .advise("Set metadata.namespace to a namespace of the application's own.")
          .see("https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/")
          .alias("disallow-default-namespace")
          .alias("use-namespace")
          .alias("KSV-0110")
          .alias("CKV_K8S_21")
          .alias("C-0061")
          .alias("C-0212")
          .with(WITHOUT_NAMESPACE)
          .with(EVERY_KIND)
          .from(MULTI_TENANT)
          .forEach(Targets.RESOURCE)
          .when(NamespaceRules::isLookedAt)
          .finds(NamespaceRules::inDefault);

  /** Every namespace refuses pods that are less than some standard asks. */
  public static final Rule<Resource> NAMESPACE_ENFORCES_POD_SECURITY =
      Rule.named("namespace-enforces-pod-security")
          .severity(MEDIUM)
          .because(
              "What manifests promise holds for the pods in them; only the namespace can refuse"
                  + " those that somebody else brings.")
          .advise(
              "Label the namespace with pod-security.kubernetes.io/enforce: baseline, or restricted"
                  + " where nothing in it needs more.")
          .see("https://kubernetes.io/docs/concepts/security/pod-security-admission/")
          .alias("add-psa-labels")
          .alias("deny-privileged-profile")
          .alias("C-0192")
          .alias("C-0193")
          .with(ENFORCED)
          .with(VERSION_IS_PINNED)
          .from(PRODUCTION)
          .forEach(Targets.RESOURCE)
          .when(resource -> Check.of(isNamespace(resource), resource.place()))
          .finds(NamespaceRules::unenforced);

  private NamespaceRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(DEFAULT_NAMESPACE_IS_NOT_USED, NAMESPACE_ENFORCES_POD_SECURITY);
  }

  static boolean isNamespace(Resource resource) {
    return resource.id().kind().equals("Namespace") && resource.id().group().isEmpty();
  }

  /** What a cluster keeps in its default namespace itself is nobody's choice. */
  private static Check isLookedAt(Resource resource, Settings settings) {
    boolean concerns = settings.get(EVERY_KIND) || KindScope.bringsPods(resource.id());
    return Check.of(concerns && !KindScope.isOfTheCluster(resource.id()), resource.place());
  }

  private static void inDefault(Resource resource, Reporter report) {
    for (PlacedObject placed : PlacedObject.in(resource)) {
      Field namespace = placed.object().place().field("metadata").field("namespace");
      if (namespace.isUnresolved()) {
        report.missing("the value of " + namespace.path(), namespace);
      } else if (namespace.text().filter(text -> !text.isEmpty()).isPresent()) {
        if (namespace.is(GroupKey.DEFAULT_NAMESPACE).holds()) {
          report.fail(namespace, "is in the namespace of everybody: namespace is \"default\"");
        }
      } else if (placed.graph().isEmpty() && KindScope.isNamespaced(resource.id())) {
        withoutNamespace(namespace, report);
      }
    }
  }

  private static void withoutNamespace(Field namespace, Reporter report) {
    if (report.settings().get(WITHOUT_NAMESPACE) == Unnamed.DEFAULT) {
      report.fail(
          namespace, "comes to be in the namespace of everybody: namespace " + namespace.found());
    } else {
      report.missing("the namespace that it will be applied to", namespace);
    }
  }

  private static void unenforced(Resource namespace, Reporter report) {
    Field labels = namespace.place().field("metadata").field("labels");
    Field level = labels.field(LABEL);
    Level least = report.settings().get(ENFORCED);
    String name = least.name().toLowerCase(Locale.ROOT);
    PodSecurity.report(
        PodSecurity.set(level, written -> enforces(written, least)),
        "lets pods be created that " + name + " forbids",
        field -> Fixes.set(field, name),
        report);
    if (report.settings().get(VERSION_IS_PINNED)) {
      Field version = labels.field(LABEL + "-version");
      PodSecurity.report(
          PodSecurity.set(version, written -> written.is("latest").fails()),
          "changes what it enforces when the cluster is upgraded",
          field -> Fix.advice("Name the version, such as v1.31"),
          report);
    }
  }

  private static boolean enforces(Field written, Level least) {
    return written.is("restricted").holds()
        || (least == Level.BASELINE && written.is("baseline").holds());
  }
}
