package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.MEDIUM;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.rbac.AppliedKind;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Parameter;
import java.util.List;

/** The rule that whoever deploys a graph has the access that this needs, and can be asked so. */
public final class DeployerRules {

  /** Who deploys. */
  public static final Parameter<String> ACCOUNT =
      Parameter.text("account", "", "the service account that deploys, as namespace/name");

  /** How it deploys. */
  public static final Parameter<DeployMode> MODE =
      Parameter.choice("mode", DeployMode.DIRECT, "who applies what the graph holds");

  /** Where instances are. */
  public static final Parameter<String> NAMESPACE =
      Parameter.text(
          "namespace", "", "the namespace of the instances; all namespaces if it is empty");

  /** What deploying is. */
  public static final Parameter<List<String>> VERBS =
      Parameter.texts(
          "verbs",
          List.of("get", "create", "patch", "delete"),
          "what has to be allowed on each kind");

  static final Facts<GraphPart> GRAPH_PARTS =
      Facts.observed("graph-parts", GraphPart.class, Targets.RESOURCE, DeployerRules::observeGraph);

  /**
   * The account that deploys graphs is allowed to.
   *
   * <p>In direct mode it needs all kinds that the graph holds, through kro only the definition and
   * the kind that it defines.
   */
  public static final GroupRule DEPLOYER_HAS_ACCESS =
      GroupRule.named("graph-deployer-has-needed-access")
          .severity(MEDIUM)
          .because(
              "A deployment that lacks a right stops half way, and is then usually mended by giving"
                  + " it all rights.")
          .advise("Add what is missing to a role of the account, and no more.")
          .see("https://kro.run/docs/advanced/access-control/")
          .see("https://kubernetes.io/docs/reference/access-authn-authz/rbac/")
          .with(ACCOUNT)
          .with(MODE)
          .with(NAMESPACE)
          .with(VERBS)
          .onlyByName()
          .overEverything(GRAPH_PARTS, AccessFacts.ROLES, AccessFacts.BINDINGS)
          .finds(DeployerSearch::judge);

  private DeployerRules() {}

  private static void observeGraph(Resource resource, Facts.Observer<GraphPart> observer) {
    if (!KindScope.isGraph(resource.id())) {
      return;
    }
    Field schema = resource.place().field("spec").field("schema");
    String group = schema.field("group").text().filter(text -> !text.isEmpty()).orElse("kro.run");
    String kind = schema.field("kind").text().orElse("");
    if (!kind.isEmpty()) {
      observer.observe(schema, new GraphPart(true, AppliedKind.of(group + "/", kind), false));
    }
    for (PlacedObject placed : PlacedObject.in(resource)) {
      AppliedKind held =
          AppliedKind.of(placed.object().id().apiVersion(), placed.object().id().kind());
      boolean isPlaced = placed.residence() instanceof Residence.In;
      observer.observe(
          placed.object().place(),
          new GraphPart(
              false,
              placed.residence() instanceof Residence.In in ? held.in(in.namespace()) : held,
              !isPlaced));
    }
  }
}
