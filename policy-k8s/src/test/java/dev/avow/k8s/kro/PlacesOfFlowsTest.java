package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What matters about where something comes out. */
class PlacesOfFlowsTest {

  private static final String HEAD =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: shop}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: Shop
          types: {User: {name: string, password: string}}
          spec:
            names: "[]string"
            others: "[]string"
            dbPassword: string
            users: "[]User"
      %s
        resources:
          - id: creds
            externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c, namespace: a}}
      %s
      """;

  private static List<String> flows(String schema, String resources) {
    return Graphs.flows(Graphs.of(HEAD.formatted(schema, resources.indent(4))));
  }

  private static List<String> resource(String template) {
    return flows("", "- id: thing\n  template: " + template);
  }

  @Test
  void theMetadataOfACustomResourceIsNotItsContent() {
    String thing = "{apiVersion: example.org/v1, kind: Thing, %s}";

    assertThat(
            resource(
                thing.formatted("metadata: {name: a, annotations: {metadata: '${creds.data.k}'}}")))
        .containsExactly(
            "SECRET_IN_THE_OPEN spec.resources[1].template.metadata.annotations.metadata"
                + " [creds.data.k]");
    assertThat(resource(thing.formatted("metadata: '${creds.metadata}'")))
        .containsExactly("SECRET_IN_THE_OPEN spec.resources[1].template.metadata [creds.metadata]");
  }

  @Test
  void aNameThatAnIterationGivesIsNotThatOfAnother() {
    String resources =
        """
        - id: made
          forEach: [{ns: '${schema.spec.names}'}]
          template:
            apiVersion: v1
            kind: Secret
            metadata: {name: m, namespace: '${ns}'}
            data: {k: '${creds.data.k}'}
        - id: copy
          forEach: [{ns: '${schema.spec.others}'}]
          template:
            apiVersion: v1
            kind: Secret
            metadata: {name: n, namespace: '${ns}'}
            data: {k: '${made[0].data.k}'}
        """;

    assertThat(flows("", resources))
        .extracting(flow -> flow.split(" ", -1)[1])
        .contains("spec.resources[1].template.data.k", "spec.resources[2].template.data.k");
  }

  @Test
  void aProjectedSecretIsNamedAndNotShown() {
    assertThat(
            resource(
                "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [], volumes:"
                    + " [{name: v, projected: {sources: [{secret: {name:"
                    + " '${schema.spec.dbPassword}'}}]}}]}}"))
        .isEmpty();
  }

  @Test
  void aFilterOfAColumnIsNoPartOfWhatItShows() {
    String column =
        """
            additionalPrinterColumns:
              - {name: P, type: string, jsonPath: '.spec.users[?(@.name==\"a\")].password'}
        """;

    assertThat(flows(column, ""))
        .containsExactly(
            "CREDENTIAL_IN_LISTING spec.schema.additionalPrinterColumns[0].jsonPath"
                + " [schema.spec.users.password]");
  }

  @Test
  void namesOfTypesOfProtocolBuffersAreKnown() {
    assertThat(
            resource(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {k:"
                    + " '${string(type(schema.spec.names) == google.protobuf.Timestamp)}'}}"))
        .isEmpty();
  }
}
