package dev.avow.k8s.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.finding.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessModelTest {

  private static final Principal API = Principal.serviceAccount("prod", "api");
  private static final Request READ = Request.to("get", "secrets").in("prod").named("db");

  private static final String READER =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: reader, labels: {team: red}}
      rules:
        - apiGroups: [""]
          resources: [secrets]
          verbs: [get]
      """;

  private static AccessModel model(String... documents) {
    return AccessModel.of(Manifests.of("rbac.yaml", String.join("---\n", documents)));
  }

  private static String bind(String kind, String role, String subject) {
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata: {name: gives, namespace: %s}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s}
    subjects: [%s]
    """
        .formatted(
            kind,
            kind.equals("RoleBinding") ? "prod" : "\"\"",
            role.replaceFirst("/", ", name: \"") + "\"",
            subject);
  }

  private static String account(String namespace) {
    return "{kind: ServiceAccount, name: api%s}"
        .formatted(namespace.isEmpty() ? "" : ", namespace: " + namespace);
  }

  @Nested
  class Answers {

    @Test
    void nameTheBindingTheRuleAndTheirLines() {
      AccessModel model = model(READER, bind("RoleBinding", "ClusterRole/reader", account("prod")));

      Access answer = model.may(API, READ);

      assertThat(answer)
          .hasToString(
              "granted: RoleBinding prod/gives (rbac.yaml:9:1) gives ServiceAccount prod/api"
                  + " rules[0] of ClusterRole reader (rbac.yaml:5:5)");
      Grant grant = ((Access.Granted) answer).grants().get(0);
      assertThat(grant.rule().location().path()).isEqualTo("rules[0]");
      assertThat(grant.binding().roleLocation().line()).isEqualTo(12);
    }

    @Test
    void areAboutTheNamespaceOfARoleBinding() {
      AccessModel model = model(READER, bind("RoleBinding", "ClusterRole/reader", account("prod")));

      assertThat(model.may(API, READ.in("dev"))).isEqualTo(new Access.NotGranted());
      assertThat(model.may(API, READ.in(""))).isEqualTo(new Access.NotGranted());
    }

    @Test
    void areAboutAllNamespacesForAClusterRoleBinding() {
      AccessModel model =
          model(READER, bind("ClusterRoleBinding", "ClusterRole/reader", account("prod")));

      assertThat(model.may(API, READ.in("dev"))).isInstanceOf(Access.Granted.class);
      assertThat(model.may(API, READ.in(""))).isInstanceOf(Access.Granted.class);
    }

    @Test
    void areUnknownWhereTheRoleWasNotGiven() {
      AccessModel model = model(bind("RoleBinding", "Role/reader", account("prod")));

      assertThat(model.may(API, READ))
          .hasToString("unknown without the Role prod/reader (rbac.yaml:4:10)");
      assertThat(model.may(Principal.serviceAccount("prod", "web"), READ))
          .isEqualTo(new Access.NotGranted());
      assertThat(model.gaps()).extracting(Gap::missing).containsExactly("the Role prod/reader");
    }

    @Test
    void areUnknownWhereADocumentCouldNotBeRead() {
      assertThat(model("kind: [unfinished\n").may(API, READ)).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void areUnknownWhereAnExpressionDecides() {
      AccessModel model =
          model(READER, bind("RoleBinding", "ClusterRole/${role}", account("prod")));

      assertThat(model.may(API, READ))
          .hasToString("unknown without the ClusterRole ${role} (rbac.yaml:12:10)");
    }

    @Test
    void useARoleOfTheSameNameInTheSameNamespaceOnly() {
      String elsewhere =
          READER
              .replace("ClusterRole", "Role")
              .replace("name: reader", "name: reader, namespace: dev");

      AccessModel model = model(elsewhere, bind("RoleBinding", "Role/reader", account("prod")));

      assertThat(model.may(API, READ)).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void findARoleOfTheSameGraphByItsExpression() {
      String graph =
          """
          apiVersion: kro.run/v1alpha1
          kind: ResourceGraphDefinition
          metadata: {name: app}
          spec:
            resources:
              - id: role
                template:
                  apiVersion: rbac.authorization.k8s.io/v1
                  kind: ClusterRole
                  metadata: {name: "${schema.spec.name}-reader"}
                  rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
              - id: binding
                template:
                  apiVersion: rbac.authorization.k8s.io/v1
                  kind: ClusterRoleBinding
                  metadata: {name: "${schema.spec.name}-reader"}
                  roleRef: {kind: ClusterRole, name: "${schema.spec.name}-reader"}
                  subjects: [{kind: ServiceAccount, name: api, namespace: prod}]
          """;

      assertThat(model(graph).may(API, READ)).isInstanceOf(Access.Granted.class);
      assertThat(
              model(graph.replace("role\n", "role\n        includeWhen: [\"${x}\"]\n"))
                  .may(API, READ))
          .isInstanceOf(Access.Unknown.class);
    }
  }

  @Nested
  class References {

    private static final String GRAPH =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGraphDefinition
        metadata: {name: app}
        spec:
          resources:
            - id: role
              template:
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: "${schema.spec.name}-reader"}
                rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
            - id: account
              template: {apiVersion: v1, kind: ServiceAccount, metadata: {name: api, namespace: prod}}
            - id: binding
              template:
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: "${binding.metadata.name}"}
                roleRef: {kind: ClusterRole, name: "${role.metadata.name}"}
                subjects:
                  - kind: ServiceAccount
                    name: ${ account.metadata.name }
                    namespace: ${account.metadata.namespace}
        """;

    @Test
    void toObjectsOfTheSameGraphAreFollowed() {
      assertThat(model(GRAPH).may(API, READ)).isInstanceOf(Access.Granted.class);
    }

    @Test
    void toWhatIsNotThereAndToAnythingElseAreUnknown() {
      assertThat(model(GRAPH.replace("${role.", "${gone.")).may(API, READ))
          .isInstanceOf(Access.Unknown.class);
      assertThat(
              model(GRAPH.replace("${ account.metadata.name }", "${account.status.name}"))
                  .may(API, READ))
          .isInstanceOf(Access.Unknown.class);
    }
  }

  @Nested
  class Subjects {

    private boolean isGranted(String subject, Principal who) {
      AccessModel model = model(READER, bind("RoleBinding", "ClusterRole/reader", subject));
      return model.may(who, READ) instanceof Access.Granted;
    }

    @Test
    void areServiceAccountsOfTheBindingsNamespaceUnlessItIsWritten() {
      assertThat(isGranted(account(""), API)).isTrue();
      assertThat(isGranted(account(""), Principal.serviceAccount("dev", "api"))).isFalse();
      assertThat(isGranted(account("dev"), API)).isFalse();
    }

    @Test
    void ofAClusterRoleBindingHaveNoNamespaceUnlessItIsWritten() {
      AccessModel model =
          model(READER, bind("ClusterRoleBinding", "ClusterRole/reader", account("")));

      assertThat(model.may(API, READ)).isEqualTo(new Access.NotGranted());
      assertThat(model.may(Principal.serviceAccount("default", "api"), READ))
          .isEqualTo(new Access.NotGranted());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"system:serviceaccounts", "system:serviceaccounts:prod", "system:authenticated"})
    void areTheGroupsThatAServiceAccountIsInAnyhow(String group) {
      assertThat(isGranted("{kind: Group, name: \"%s\"}".formatted(group), API)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"system:serviceaccounts:dev", "system:unauthenticated", "system:masters", "api"})
    void areNoOtherGroups(String group) {
      assertThat(isGranted("{kind: Group, name: \"%s\"}".formatted(group), API)).isFalse();
    }

    @Test
    void areUsersByNameAndByTheGroupsThatAreSaid() {
      Principal ann = Principal.user("ann").with("ops");

      assertThat(isGranted("{kind: User, name: ann}", ann)).isTrue();
      assertThat(isGranted("{kind: User, name: bob}", ann)).isFalse();
      assertThat(isGranted("{kind: Group, name: ops}", ann)).isTrue();
      assertThat(isGranted("{kind: Group, name: ann}", ann)).isFalse();
      assertThat(isGranted("{kind: Group, name: \"system:authenticated\"}", ann)).isTrue();
    }

    @Test
    void knowAServiceAccountByItsUserName() {
      assertThat(Principal.user("system:serviceaccount:prod:api")).isEqualTo(API);
      assertThat(isGranted("{kind: User, name: \"system:serviceaccount:prod:api\"}", API)).isTrue();
    }

    @Test
    void doNotTakeCallersThatAreNotKnownForThoseThatAre() {
      Principal anonymous = Principal.user("system:anonymous");

      assertThat(isGranted("{kind: Group, name: \"system:unauthenticated\"}", anonymous)).isTrue();
      assertThat(isGranted("{kind: Group, name: \"system:authenticated\"}", anonymous)).isFalse();
      assertThat(
              isGranted(
                  "{kind: Group, name: \"system:authenticated\"}",
                  Principal.group("system:unauthenticated")))
          .isFalse();
    }

    @Test
    void doNotTakeAGroupForAUser() {
      assertThat(isGranted("{kind: User, name: ops}", Principal.group("ops"))).isFalse();
      assertThat(isGranted("{kind: Group, name: ops}", Principal.group("ops"))).isTrue();
    }
  }

  @Nested
  class AggregatedRoles {

    private static final String ALL =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: all, labels: {team: red}}
        aggregationRule: {clusterRoleSelectors: [{matchLabels: {team: red}}]}
        rules: []
        """;

    @Test
    void haveTheRulesOfThoseThatTheySelect() {
      AccessModel model =
          model(READER, ALL, bind("RoleBinding", "ClusterRole/all", account("prod")));

      Access answer = model.may(API, READ);

      assertThat(((Access.Granted) answer).grants().get(0).role().subject())
          .hasToString("ClusterRole reader");
    }

    @Test
    void areUnknownWhereNoneOfThemWasGiven() {
      AccessModel model = model(ALL, bind("RoleBinding", "ClusterRole/all", account("prod")));

      assertThat(model.may(API, READ))
          .hasToString(
              "unknown without the ClusterRoles that ClusterRole all aggregates (rbac.yaml:10:10)");
    }

    @Test
    void selectNothingByNoSelector() {
      String none = ALL.replace("[{matchLabels: {team: red}}]", "[]");

      AccessModel model =
          model(READER, none, bind("RoleBinding", "ClusterRole/all", account("prod")));

      assertThat(model.may(API, READ)).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void mayAggregateAggregatedOnesAndEachOther() {
      String other =
          ALL.replace("name: all", "name: other").replace("{team: red}}]", "{none: such}}]");

      AccessModel model =
          model(
              READER,
              ALL,
              other,
              ALL.replace("name: all", "name: top"),
              bind("RoleBinding", "ClusterRole/top", account("prod")));

      assertThat(model.may(API, READ)).isInstanceOf(Access.Granted.class);
      assertThat(model.may(API, Request.to("list", "secrets").in("prod")))
          .isInstanceOf(Access.Unknown.class);
    }

    @Test
    void ofTheClusterTakeInWhatIsLabelledForThem() {
      String widgets =
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata: {name: widgets, labels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}}
          rules: [{apiGroups: [example.com], resources: [widgets], verbs: [get]}]
          """;
      Request widget = Request.to("get", "widgets.example.com").in("prod");

      for (String role : List.of("view", "edit", "admin")) {
        AccessModel model =
            model(widgets, bind("RoleBinding", "ClusterRole/" + role, account("prod")));
        assertThat(model.may(API, widget)).isInstanceOf(Access.Granted.class);
      }
    }
  }

  @Nested
  class BuiltInRoles {

    private Access may(String role, Request what) {
      return model(bind("RoleBinding", "ClusterRole/" + role, account("prod"))).may(API, what);
    }

    @Test
    void areKnownWithoutBeingGiven() {
      assertThat(may("view", READ)).isEqualTo(new Access.NotGranted());
      assertThat(may("view", Request.to("get", "pods").in("prod")))
          .isInstanceOf(Access.Granted.class);
      assertThat(may("edit", READ)).isInstanceOf(Access.Granted.class);
      assertThat(may("edit", Request.to("create", "roles.rbac.authorization.k8s.io").in("prod")))
          .isEqualTo(new Access.NotGranted());
      assertThat(may("admin", Request.to("create", "roles.rbac.authorization.k8s.io").in("prod")))
          .isInstanceOf(Access.Granted.class);
      assertThat(may("cluster-admin", Request.to("any", "thing.at.all").in("prod")))
          .isInstanceOf(Access.Granted.class);
      assertThat(may("cluster-admin", Request.toUrl("get", "/metrics")))
          .isEqualTo(new Access.NotGranted());
    }

    @Test
    void giveWayToOneThatIsGiven() {
      AccessModel model =
          model(
              READER.replace("name: reader", "name: view"),
              bind("RoleBinding", "ClusterRole/view", account("prod")));

      assertThat(model.may(API, READ)).isInstanceOf(Access.Granted.class);
      assertThat(model.may(API, Request.to("get", "pods").in("prod")))
          .isEqualTo(new Access.NotGranted());
    }

    @Test
    void areBoundToTheirGroupsInEveryCluster() {
      assertThat(model().may(API, Request.toUrl("get", "/apis/apps")))
          .isInstanceOf(Access.Granted.class);
      assertThat(model().may(Principal.user("system:anonymous"), Request.toUrl("get", "/version")))
          .isInstanceOf(Access.Granted.class);
      assertThat(model().may(Principal.user("root").with(Principal.MASTERS), READ))
          .isInstanceOf(Access.Granted.class);
      assertThat(model().may(API, READ)).isEqualTo(new Access.NotGranted());
    }
  }

  @Nested
  class Holders {

    @Test
    void areToldWithNamespaceAndNames() {
      String named = READER.replace("verbs: [get]", "verbs: [get]\n    resourceNames: [db, web]");
      AccessModel model = model(named, bind("RoleBinding", "ClusterRole/reader", account("prod")));

      assertThat(model.readersOfSecrets())
          .extracting(Object::toString)
          .containsExactly(
              "ServiceAccount prod/api can read secrets [db, web] in prod",
              "Group system:masters can read secrets");
    }

    @Test
    void ofWorkloadsMayCreateOneKindOnly() {
      String jobs =
          READER.replace("\"\"", "batch").replace("secrets", "jobs").replace("get", "create");
      AccessModel model =
          model(jobs, bind("ClusterRoleBinding", "ClusterRole/reader", "{kind: Group, name: ops}"));

      assertThat(model.creatorsOfWorkloads())
          .extracting(Object::toString)
          .contains("Group ops can create pods");
    }

    @Test
    void doNotGetFromANamespaceWhatIsInNone() {
      String volumes = READER.replace("secrets", "persistentvolumes").replace("get", "create");

      AccessModel model = model(volumes, bind("RoleBinding", "ClusterRole/reader", account("")));

      assertThat(model.holders(Power.CREATE_VOLUMES))
          .extracting(holding -> holding.who().toString())
          .containsExactly("Group system:masters");
    }
  }

  @Nested
  class Deployments {

    private final AccessModel model =
        model(
            READER.replace("verbs: [get]", "verbs: [get, create]"),
            bind("RoleBinding", "ClusterRole/reader", account("prod")));

    @Test
    void needAllKindsOfTheGraphInDirectMode() {
      List<AppliedKind> kinds =
          List.of(
              AppliedKind.of("v1", "Secret").in("prod"),
              AppliedKind.of("networking.k8s.io/v1", "Ingress").in("prod"),
              AppliedKind.of("rbac.authorization.k8s.io/v1", "ClusterRole").in("prod"));

      Coverage coverage = model.coverage(API, AppliedKind.direct(kinds, List.of("create")));

      assertThat(coverage.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(coverage.uncovered())
          .extracting(Object::toString)
          .containsExactly(
              "create ingresses.networking.k8s.io in prod",
              "create clusterroles.rbac.authorization.k8s.io");
    }

    @Test
    void needTheDefinitionAndTheInstanceThroughKro() {
      AppliedKind instance = AppliedKind.of("kro.run/v1alpha1", "WebApp").in("prod");

      assertThat(AppliedKind.throughKro(instance, List.of("create")))
          .extracting(Object::toString)
          .containsExactly(
              "create resourcegraphdefinitions.kro.run", "create webapps.kro.run in prod");
    }

    @Test
    void areCoveredOrUnknownOrNotAskedFor() {
      List<Request> needs = AppliedKind.of("v1", "Secret").in("prod").requests(List.of("create"));

      assertThat(model.coverage(API, needs).verdict()).isEqualTo(Verdict.PASS);
      assertThat(model.coverage(API, List.of()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
      assertThat(
              model(bind("RoleBinding", "Role/gone", account("prod")))
                  .coverage(API, needs)
                  .verdict())
          .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Ingress=ingresses",
          "NetworkPolicy=networkpolicies",
          "Gateway=gateways",
          "Endpoints=endpoints",
          "Deployment=deployments",
          "StorageClass=storageclasses",
          "Prometheus=prometheuses",
          "Index=indexes"
        })
    void callResourcesByThePluralOfTheirKind(String names) {
      String[] parts = names.split("=", -1);

      assertThat(AppliedKind.of("v1", parts[0]).resource()).isEqualTo(parts[1]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void moreDocumentsNeverGrantLessAndTheirOrderChangesNothing(long seed) {
    Random random = new Random(seed);
    List<String> documents = RandomAccess.documents(random, 14);
    List<String> fewer = documents.subList(0, 9);
    List<String> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, random);
    AccessModel whole = model(documents.toArray(String[]::new));
    AccessModel part = model(fewer.toArray(String[]::new));
    AccessModel other = model(shuffled.toArray(String[]::new));

    for (Request request : RandomAccess.requests()) {
      for (Principal who : RandomAccess.principals()) {
        Access answer = whole.may(who, request);
        if (part.may(who, request) instanceof Access.Granted) {
          assertThat(answer).isInstanceOf(Access.Granted.class);
        }
        assertThat(other.may(who, request)).hasSameClassAs(answer);
      }
    }
  }
}
