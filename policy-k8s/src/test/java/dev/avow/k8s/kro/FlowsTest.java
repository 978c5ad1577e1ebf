package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions let out, and what they do not. */
class FlowsTest {

  private static final String GRAPH =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: shop}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: Shop
          types:
            Login: {user: string, password: string, next: Login}
          spec:
            name: string
            debug: boolean
            dbPassword: string
            tokenCount: integer
            tokenSeconds: integer
            logins: "[]Login"
            byName: "map[string]Login"
            env: "map[string]string"
            login: Login
            values: object
            secrets: "[]string"
          status:
            out: %s
        resources:
          - id: creds
            externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c, namespace: platform}}
          - id: teams
            externalRef: {apiVersion: v1, kind: Secret, metadata: {selector: {matchLabels: {a: b}}}}
          - id: settings
            externalRef: {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}
          - id: made
            forEach: [{region: "${schema.spec.secrets}"}]
            template:
              apiVersion: v1
              kind: Secret
              metadata: {name: "made-${region}", labels: {app: shop}}
              stringData: {password: "${region}"}
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: config}
              data:
                mode: fast
                url: "pg://${creds.data.password}@db"
                API_TOKEN: generated-elsewhere-by-someone
          - id: anything
            template: {apiVersion: "${schema.spec.name}", kind: Secret, metadata: {name: x}}
      """;

  private static List<String> status(String expression) {
    String yaml = "'" + expression.replace("'", "''") + "'";
    return Graphs.of(GRAPH.formatted(yaml)).flows().stream()
        .filter(flow -> flow.at().path().equals("spec.schema.status.out"))
        .map(flow -> flow.sort() + " " + String.join(" ", flow.sources()))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          creds.data.password                                        | creds.data.password
          creds.data["password"]                                     | creds.data.password
          creds["data"]["p.w"]                                       | creds.data["p.w"]
          creds.data[schema.spec.name]                               | creds.data[*]
          creds.?data.?password.orValue("")                          | creds.data.password
          creds.data[?"password"]                                    | creds.data.password
          creds                                                      | creds
          json.marshal(creds)                                        | creds
          creds.metadata                                             | creds.metadata
          creds.metadata.annotations                                 | creds.metadata.annotations
          creds.stringData.x                                         | creds.stringData.x
          "a" + creds.data.k + "b"                                   | creds.data.k
          "%s".format([creds.data.k])                                | creds.data.k
          [creds.data.k, "x"].join(",")                              | creds.data.k
          {"a": creds.data.k}                                        | creds.data.k
          {creds.data.k: "a"}                                        | creds.data.k
          {"a": creds.data.k}.a                                      | creds.data.k
          [creds.data.k, "b"][0]                                     | creds.data.k
          [?schema.spec.?note, creds.data.k][0]                      | creds.data.k
          base64.encode(bytes(creds.data.k))                         | creds.data.k
          string(base64.decode(creds.data.k)).lowerAscii().trim()    | creds.data.k
          json.unmarshal(creds.data.k).user                          | creds.data.k
          url(creds.data.k).getHost()                                | creds.data.k
          creds.data.k.split(",")[0]                                 | creds.data.k
          creds.data.k.replace("a", "b").substring(1)                | creds.data.k
          creds.data.k.find("[0-9]+")                                | creds.data.k
          schema.spec.debug ? creds.data.a : creds.data.b            | creds.data.a creds.data.b
          cel.bind(x, creds, cel.bind(y, x.data, y.k))               | creds.data.k
          cel.bind(k, "password", creds.data[k])                     | creds.data.password
          [1].map(x, creds.data.k)                                   | creds.data.k
          creds.data.map(k, creds.data[k])                           | creds.data[*]
          creds.data.transformList(k, v, v)                          | creds.data[*]
          creds.data.transformMap(k, v, v + k)                       | creds.data[*]
          creds.data.transformMapEntry(k, v, {k: v})                 | creds.data[*]
          creds.data.transformList(k, v, k != "a", v)[0]             | creds.data[*]
          teams.map(t, t.data.token)                                 | teams[].data.token
          teams[0].data.token                                        | teams[].data.token
          teams.filter(t, has(t.data.a)).map(t, t.data.a)[0]         | teams[].data.a
          teams.map(t, t.data).map(d, d.token)                       | teams[].data.token
          teams.map(t, has(t.data.a), t.data.a)                      | teams[].data.a
          (teams + teams).map(t, t.data.a)                           | teams[].data.a
          teams.sortBy(t, t.metadata.name)[0].data.a                 | teams[].data.a
          teams.first().value().data.a                               | teams[].data.a
          lists.setAtIndex(["a"], 0, creds.data.k)                   | creds.data.k
          [[creds.data.k]].flatten()[0]                              | creds.data.k
          {"a": "b"}.merge({"c": creds.data.k}).c                    | creds.data.k
          optional.of(creds.data.k).value()                          | creds.data.k
          creds.data.?k.optMap(v, v + "!").orValue("")               | creds.data.k
          creds.data.?k.optFlatMap(v, optional.of(v)).value()        | creds.data.k
          creds.data.?k.or(optional.of("x")).value()                 | creds.data.k
          rot13(creds.data.k)                                        | creds.data.k
          creds.data.k.unheardOf()                                   | creds.data.k
          made[0].data.password                                      | made[].data.password
          config.data.url                                            | creds.data.password
          config.data                                                | config.data.API_TOKEN creds.data.password
          config                                                     | config.data.API_TOKEN creds.data.password
          creds.metadata.name + creds.data.k                         | creds.data.k
          """)
  void carriesSecretsOut(String expression, String sources) {
    List<String> found = status("${" + expression + "}");

    String all =
        String.join(
            " ",
            found.stream()
                .peek(each -> assertThat(each).matches("(SECRET|NAMED_CREDENTIAL)_IN_THE_OPEN .*"))
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .sorted()
                .toList());
    assertThat(all).isEqualTo(sources);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          schema.spec.dbPassword                            | schema.spec.dbPassword
          schema.spec.login.password                        | schema.spec.login.password
          schema.spec.logins[0].password                    | schema.spec.logins[].password
          schema.spec.logins.map(l, l.password)             | schema.spec.logins[].password
          schema.spec.byName["a"].password                  | schema.spec.byName.a.password
          schema.spec.byName.transformList(k, v, v.password) | schema.spec.byName[*].password
          schema.spec.env.DB_PASSWORD                       | schema.spec.env.DB_PASSWORD
          schema.spec.values.db.password                    | schema.spec.values.db.password
          schema.spec.logins                                | schema.spec.logins[].password
          settings.data.DB_PASSWORD                         | settings.data.DB_PASSWORD
          settings.data.?DB_PASSWORD.orValue("")            | settings.data.DB_PASSWORD
          config.data.API_TOKEN                             | config.data.API_TOKEN
          """)
  void carriesOutWhatIsACredentialByItsName(String expression, String source) {
    assertThat(status("${" + expression + "}"))
        .containsExactly("NAMED_CREDENTIAL_IN_THE_OPEN " + source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "creds.metadata.name",
        "creds.metadata.labels.app + creds.type + creds.kind",
        "creds.metadata.annotations.note",
        "creds.data[\"ca.crt\"]",
        "creds.data[\"tls.crt\"]",
        "size(creds.data)",
        "creds.data.size()",
        "has(creds.data.k) ? \"a\" : \"b\"",
        "creds.data.k != \"\" ? \"a\" : \"b\"",
        "creds.data.?k == null",
        "creds.data.?k.hasValue()",
        "\"k\" in creds.data",
        "creds.data.map(k, k)",
        "creds.data.exists(k, k == \"a\")",
        "creds.data.filter(k, k.startsWith(\"a\"))[0]",
        "creds.data.transformList(k, v, k)",
        "teams.map(t, t.metadata.name).join(\",\")",
        "teams.filter(t, has(t.data.gold)).map(t, t.metadata.name)",
        "(teams + teams).map(t, t.metadata.name)",
        "teams.sortBy(t, t.metadata.name)[0].metadata.name",
        "{\"a\": creds.data.k, \"b\": \"x\"}.b",
        "[creds.data.k, \"x\"][1]",
        "[\"x\"].map(creds, creds)",
        "cel.bind(creds, {\"data\": {\"k\": \"v\"}}, creds.data.k)",
        "\"see creds.data.password\"",
        "settings.data.mode",
        "settings.data",
        "config.data.mode",
        "config.metadata.name",
        "schema.spec.name",
        "schema.spec.tokenCount",
        "string(schema.spec.tokenSeconds)",
        "schema.metadata.name",
        "schema.spec.dbPassword == \"\" ? \"a\" : \"b\"",
        "made.map(m, m.metadata.labels.app)",
        "type(creds.data.k) == string",
        "runtime.newCondition({type: \"Ready\", status: \"True\"})",
        "omit()"
      })
  void carriesNothingOutThatAnybodyKeepsSecret(String expression) {
    assertThat(status("${" + expression + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hash.sha256(creds.data.k)",
        "creds.data.k == \"x\"",
        "creds.data.k == schema.spec.name ? \"a\" : \"b\"",
        "creds.data.k.startsWith(\"a\")",
        "creds.data.k.matches(\"a+\")",
        "creds.data.k.contains(\"a\")",
        "creds.data.k > \"a\"",
        "creds.data.k in [\"a\", \"b\"]",
        "!(creds.data.k == \"a\") || creds.data.k == \"b\"",
        "[\"a\"].exists(x, x == creds.data.k)",
        "[\"a\"].filter(x, x == creds.data.k)",
        "[\"a\"].map(x, x == creds.data.k, x)",
        "random.seededString(8, creds.data.k)",
        "bool(creds.data.k) ? \"a\" : \"b\"",
        "{\"a\": \"b\"}[creds.data.k]"
      })
  void leavesATraceWhereSomethingCanBeTold(String expression) {
    assertThat(status("${" + expression + "}")).containsExactly("FINGERPRINT creds.data.k");
  }

  @Test
  void oneTextMayCarrySeveral() {
    assertThat(status("${creds.data.a}/${schema.spec.dbPassword}/${creds.data.b == \"x\"}"))
        .containsExactly(
            "SECRET_IN_THE_OPEN creds.data.a",
            "NAMED_CREDENTIAL_IN_THE_OPEN schema.spec.dbPassword");
  }

  @Test
  void ofManyOnlyTheFirstAreNamed() {
    String all = "[" + "creds.data.a, creds.data.b, creds.data.c, creds.data.d" + "]";
    String more = all + " + [creds.data.e, creds.data.f, creds.data.g]";

    assertThat(
            Graphs.of(GRAPH.formatted("'${" + more + "}'")).flows().stream()
                .map(flow -> flow.message().text())
                .filter(message -> message.contains("status.out")))
        .hasSize(1)
        .allMatch(
            message ->
                message.startsWith(
                    "creds.data.a, creds.data.b, creds.data.c, creds.data.d, creds.data.e and 2"
                        + " more comes out"));
  }

  /** Where something comes out decides who may see it. */
  @Nested
  class ComesOut {

    private static List<String> template(String kind, String fields) {
      String graph =
          """
          apiVersion: kro.run/v1alpha1
          kind: ResourceGraphDefinition
          metadata: {name: shop}
          spec:
            schema: {kind: Shop, spec: {name: string, password: string}}
            resources:
              - id: creds
                externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c, namespace: here}}
              - id: it
                template: {%s, %s}
          """
              .formatted(kind, fields);
      return Graphs.of(graph).flows().stream().map(flow -> flow.sort().name()).toList();
    }

    private static final String SECRET = "apiVersion: v1, kind: Secret";
    private static final String OTHER = "apiVersion: example.org/v1, kind: Thing";

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            apiVersion: v1, kind: Service           | spec: {a: "${creds.data.k}"}                       | SECRET_IN_THE_OPEN
            apiVersion: batch/v1, kind: CronJob     | spec: {a: [{b: "x${creds.data.k}"}]}                | SECRET_IN_THE_OPEN
            apiVersion: rbac.authorization.k8s.io/v1, kind: Role | rules: ["${creds.data.k}"]              | SECRET_IN_THE_OPEN
            apiVersion: example.org/v1, kind: Thing | spec: {a: "${creds.data.k}"}                       | SECRET_IN_CUSTOM_RESOURCE
            apiVersion: example.org/v1, kind: Thing | spec: {secretKeyRef: {name: "${creds.data.k}"}}    | SECRET_IN_CUSTOM_RESOURCE
            apiVersion: example.org/v1, kind: Thing | metadata: {annotations: {a: "${creds.data.k}"}}    | SECRET_IN_THE_OPEN
            apiVersion: example.org/v1, kind: Thing | spec: {template: {spec: {containers: [{args: ["${creds.data.k}"]}]}}} | SECRET_IN_THE_OPEN
            apiVersion: example.org/v1, kind: Secret | data: {a: "${creds.data.k}"}                      | SECRET_IN_CUSTOM_RESOURCE
            apiVersion: v1, kind: Secret            | metadata: {namespace: here, labels: {a: "${creds.data.k}"}} | SECRET_IN_THE_OPEN
            apiVersion: v1, kind: Secret            | data: "${creds.data}"                              | SECRET_IN_OTHER_NAMESPACE
            apiVersion: v1, kind: Secret            | stringData: {a: "${creds.data.k}"}, metadata: {namespace: there} | SECRET_IN_OTHER_NAMESPACE
            apiVersion: v1, kind: "${schema.spec.name}" | data: {a: "${creds.data.k}"}                   | UNDECIDED
            apiVersion: v1, kind: Service           | spec: {a: "${schema.spec.password}"}               | NAMED_CREDENTIAL_IN_THE_OPEN
            apiVersion: example.org/v1, kind: Thing | spec: {a: "${schema.spec.password}"}               | NAMED_CREDENTIAL_IN_THE_OPEN
            apiVersion: example.org/v1, kind: Thing | spec: {a: "${hash.md5(creds.data.k)}"}             | FINGERPRINT
            """)
    void whereMoreMaySeeIt(String kind, String fields, String sort) {
      assertThat(template(kind, fields)).containsExactly(sort);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "metadata: {namespace: here}, data: {a: \"${creds.data.k}\"}",
          "metadata: {namespace: \"${creds.metadata.namespace}\"}, data: \"${creds.data}\"",
          "metadata: {namespace: there}, stringData: {a: \"${schema.spec.password}\"}",
          "metadata: {namespace: there}, data: {a: \"${hash.sha256(creds.data.k)}\"}"
        })
    void inASecretWhereItBelongs(String fields) {
      assertThat(template(SECRET, fields)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "spec: {secretKeyRef: {name: \"${schema.spec.password}\"}}",
          "spec: {volumes: [{secret: {secretName: \"${schema.spec.password}\"}}]}",
          "spec: {passwordSecretRef: {name: \"${schema.spec.password}\"}}",
          "spec: {imagePullSecrets: [{name: \"${schema.spec.password}\"}]}"
        })
    void asTheNameOfASecretOnly(String fields) {
      assertThat(template(OTHER, fields)).isEmpty();
    }
  }

  @Nested
  class CannotBeTold {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "${creds.data.}",
          "${nobody.data.k}",
          "${creds.data.k",
          "${a(${creds.data.k})}",
          "${'}' + creds.data.k}",
          "${anything.data.k}",
          "${anything}",
          "${}"
        })
    void isNeverClean(String text) {
      assertThat(status(text)).hasSize(1).allMatch(flow -> flow.startsWith("UNDECIDED"));
    }

    @Test
    void doesNotHideWhatElseTheTextSays() {
      assertThat(status("${nobody} ${creds.data.k}"))
          .containsExactlyInAnyOrder("UNDECIDED ", "SECRET_IN_THE_OPEN creds.data.k");
    }

    @Test
    void ofAKindThatIsNotKnownOnlyWhatMayBeSecret() {
      assertThat(status("${anything.metadata.name} ${anything.status.phase}")).isEmpty();
    }
  }
}
