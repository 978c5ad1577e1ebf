package dev.avow.k8s.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

  private static final String SPEC =
      """
      {initContainers: [{name: prepare}, {name: proxy, restartPolicy: Always}],
       containers: [{name: main}],
       ephemeralContainers: [{name: look}]}
      """;

  @Nested
  class EveryKind {

    @ParameterizedTest(name = "{1} of {0} at {2}")
    @CsvSource(
        textBlock =
            """
            v1,                        Pod,                   ''
            v1,                        PodTemplate,           template
            v1,                        ReplicationController, spec.template
            apps/v1,                   ReplicaSet,            spec.template
            apps/v1,                   Deployment,            spec.template
            apps/v1,                   DaemonSet,             spec.template
            apps/v1,                   StatefulSet,           spec.template
            apps/v1beta1,              Deployment,            spec.template
            apps/v1beta2,              StatefulSet,           spec.template
            extensions/v1beta1,        Deployment,            spec.template
            extensions/v1beta1,        ReplicaSet,            spec.template
            extensions/v1beta1,        DaemonSet,             spec.template
            batch/v1,                  Job,                   spec.template
            batch/v1,                  CronJob,               spec.jobTemplate.spec.template
            batch/v1beta1,             CronJob,               spec.jobTemplate.spec.template
            v1,                        Deployment,            spec.template
            argoproj.io/v1alpha1,      Rollout,               spec.template
            serving.knative.dev/v1,    Service,               spec.template
            serving.knative.dev/v1,    Configuration,         spec.template
            serving.knative.dev/v1,    Revision,              ''
            """)
    void keepsItsPodSomewhere(String apiVersion, String kind, String template) {
      String inner = "spec: " + SPEC;
      String text = "apiVersion: %s, kind: %s, metadata: {name: x}".formatted(apiVersion, kind);
      Workload workload = Read.workload("{" + text + ", " + nest(template, inner) + "}");

      PodSpec pod = workload.pods().get(0);

      assertThat(workload.unreadable()).isEmpty();
      assertThat(pod.subject()).isEqualTo(workload.resource().subject());
      assertThat(pod.place().path()).isEqualTo(template.isEmpty() ? "spec" : template + ".spec");
      assertThat(pod.containers())
          .extracting(Container::name, Container::sort)
          .containsExactly(
              tuple("prepare", Sort.INIT),
              tuple("proxy", Sort.SIDECAR),
              tuple("main", Sort.MAIN),
              tuple("look", Sort.EPHEMERAL));
    }

    private static String nest(String path, String inner) {
      if (path.isEmpty()) {
        return inner;
      }
      int point = path.indexOf('.');
      String outermost = point < 0 ? path : path.substring(0, point);
      String rest = point < 0 ? "" : path.substring(point + 1);
      return outermost + ": {" + nest(rest, inner) + "}";
    }

    @ParameterizedTest
    @CsvSource({
      "v1, Service",
      "v1, ConfigMap",
      "example.org/v1, Deployment",
      "networking.k8s.io/v1, Ingress"
    })
    void thatIsNoWorkloadIsNone(String apiVersion, String kind) {
      String text = "{apiVersion: %s, kind: %s, spec: {template: {spec: {containers: []}}}}";

      assertThat(Workload.of(Read.resource(text.formatted(apiVersion, kind)))).isEmpty();
    }
  }

  @Nested
  class WhatCannotBeRead {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {}                                             | a readable pod spec: spec.template.spec is not set
            {template: null}                               | a readable pod spec: spec.template.spec is not set
            {template: {spec: null}}                       | a readable pod spec: spec.template.spec is null
            {template: {spec: []}}                         | a readable pod spec: spec.template.spec is an empty list
            {template: '${t}'}                             | a readable pod spec: spec.template is "${t}"
            '"{{ .Values.spec }}"'                         | a readable pod spec: spec is "{{ .Values.spec }}"
            {template: {spec: {}}}                         | a container: spec.template.spec.containers is not set
            {template: {spec: {containers: null}}}         | a container: spec.template.spec.containers is null
            {template: {spec: {containers: []}}}           | a container: spec.template.spec.containers is an empty list
            {template: {spec: {containers: '${c}'}}}       | a list: spec.template.spec.containers is "${c}"
            {template: {spec: {containers: {name: a}}}}    | a list: spec.template.spec.containers is a mapping
            {template: {spec: {containers: [null]}}}       | a mapping: spec.template.spec.containers[0] is null
            {template: {spec: {containers: [{}], initContainers: ['${i}']}}} | a mapping: spec.template.spec.initContainers[0] is "${i}"
            {template: {spec: {containers: [{}], ephemeralContainers: x}}}   | a list: spec.template.spec.ephemeralContainers is "x"
            {template: {spec: {containers: [{}], volumes: '${v}'}}}          | a list: spec.template.spec.volumes is "${v}"
            """)
    void isSaid(String spec, String missing) {
      Workload workload =
          Read.workload("{apiVersion: apps/v1, kind: Deployment, spec: %s}".formatted(spec));

      assertThat(workload.unreadable())
          .singleElement()
          .satisfies(what -> assertThat(what.missing()).contains(missing));
    }

    @Test
    void doesNotHideWhatCanBe() {
      PodSpec pod = Read.pod("{containers: [{name: a}, '${more}'], initContainers: '${init}'}");

      assertThat(pod.containers()).extracting(Container::name).containsExactly("a");
      assertThat(pod.unreadable()).hasSize(2);
    }

    @Test
    void isNothingWhereInitContainersAreNull() {
      assertThat(Read.pod("{containers: [{name: a}], initContainers: null}").unreadable())
          .isEmpty();
    }
  }

  @Nested
  class ARollout {

    @Test
    void mayTakeTheTemplateOfAnotherWorkload() {
      Workload workload =
          Read.workload(
              "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec: {workloadRef: {name:"
                  + " web}}}");

      assertThat(workload.pods()).isEmpty();
      assertThat(workload.unreadable()).isEmpty();
    }
  }

  @Nested
  class AGraphOfResources {

    private final Workload workload =
        Read.workload(
            """
            apiVersion: kro.run/v1alpha1
            kind: ResourceGraphDefinition
            metadata: {name: app}
            spec:
              resources:
                - id: web
                  template:
                    apiVersion: apps/v1
                    kind: Deployment
                    spec: {template: {spec: {containers: [{name: api}]}}}
                - id: config
                  template: {apiVersion: v1, kind: ConfigMap}
                - id: nested
                  template:
                    apiVersion: kro.run/v1alpha1
                    kind: ResourceGraphDefinition
                    spec:
                      resources:
                        - id: inner
                          template: {apiVersion: v1, kind: Pod, spec: {containers: [{name: in}]}}
                - id: open
                  template: {apiVersion: batch/v1, kind: Job, spec: "${job}"}
            """);

    @Test
    void bringsThePodsOfItsResourcesHoweverDeep() {
      Subject graph = Subject.of("ResourceGraphDefinition.kro.run").with("name", "app");

      assertThat(workload.pods())
          .extracting(PodSpec::subject)
          .containsExactly(
              graph.with("resource", "web"),
              graph.with("resource", "nested").with("resource", "inner"));
      assertThat(workload.pods().get(1).place().path())
          .isEqualTo("spec.resources[2].template.spec.resources[0].template.spec");
    }

    @Test
    void saysWhatOfThemCannotBeRead() {
      assertThat(workload.unreadable())
          .extracting(Check::missing)
          .containsExactly(
              Optional.of("a readable pod spec: spec.resources[3].template.spec is \"${job}\""));
    }

    @Test
    void isNoWorkloadWithoutPods() {
      assertThat(
              Workload.of(
                  Read.resource(
                      "{apiVersion: kro.run/v1alpha1, kind: ResourceGraphDefinition,"
                          + " spec: {resources: [{id: c, template: {apiVersion: v1, kind: X}}]}}")))
          .isEmpty();
    }
  }

  @Nested
  class APod {

    @Test
    void hasTheMetadataOfItsTemplate() {
      String text =
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata: {labels: {of: cronjob}}
          spec:
            jobTemplate:
              metadata: {labels: {of: job}}
              spec: {template: {metadata: {labels: {of: pod}}, spec: {containers: [{}]}}}
          """;

      assertThat(Read.workload(text).pods().get(0).metadata().at("labels.of").text())
          .contains("pod");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {}                        | FAILS
            {os: null}                | FAILS
            {os: {name: linux}}       | FAILS
            {os: {name: windows}}     | HOLDS
            {os: {name: '${os}'}}     | UNKNOWN
            {os: '${os}'}             | UNKNOWN
            """)
    void runsOnWindowsIfItSaysSo(String spec, Check.Answer answer) {
      assertThat(Read.pod(spec).runsOnWindows().answer()).isEqualTo(answer);
    }

    @Test
    void takesImagesForContainersAndVolumes() {
      PodSpec pod =
          Read.pod(
              """
              {initContainers: [{name: i, image: a}], containers: [{name: c, image: b}],
               ephemeralContainers: [{name: e, image: d}],
               volumes: [{name: data, emptyDir: {}}, {name: model, image: {reference: m}},
                         {name: none, image: null}, {image: {}}]}
              """);

      assertThat(pod.images())
          .extracting(image -> image.subject().toString(), image -> image.place().path())
          .containsExactly(
              tuple("Pod p, container i", "spec.initContainers[0].image"),
              tuple("Pod p, container c", "spec.containers[0].image"),
              tuple("Pod p, container e", "spec.ephemeralContainers[0].image"),
              tuple("Pod p, volume model", "spec.volumes[1].image.reference"),
              tuple("Pod p, volume volumes[3]", "spec.volumes[3].image.reference"));
    }
  }

  @Nested
  class AContainer {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {name: api}    | api
            {name: '${n}'} | ${n}
            {}             | containers[0]
            {name: null}   | containers[0]
            {name: ''}     | containers[0]
            """)
    void isCalledByItsNameOrItsPlace(String container, String name) {
      PodSpec pod = Read.pod("{containers: [" + container + "]}");

      assertThat(pod.containers().get(0).subject().values(Container.PART)).isEqualTo(List.of(name));
    }
  }
}
