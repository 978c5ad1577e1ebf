package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.KubernetesEvaluator;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.policy.hardening.HardeningProfile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The library that reads expressions may be absent, and that is told. */
class WithoutCelTest {

  private static final String GRAPH =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGraphDefinition
      metadata: {name: shop}
      spec:
        schema:
          kind: Shop
          spec: {name: string, adminPassword: 'string | default="s3cr3t-Pa55"'}
          status: {password: "${creds.data.password}"}
        resources:
          - id: creds
            externalRef: {apiVersion: v1, kind: Secret, metadata: {name: c}}
      """;

  @Test
  void whatCannotBeReadIsInconclusiveAndNamesTheArtifact() throws Exception {
    ClassLoader without = new WithoutCel(getClass().getClassLoader());
    Class<?> probe = without.loadClass(Probe.class.getName());

    Object said = probe.getMethod("say").invoke(null);

    assertThat(probe.getClassLoader()).isSameAs(without);
    assertThat(said)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(
            "INCONCLUSIVE expressions-can-be-followed spec.schema.status.password cannot be decided"
                + " without the optional dependency dev.cel:cel",
            "FAIL definition-holds-no-credentials spec.schema.spec.adminPassword a credential is"
                + " written out at spec.schema.spec.adminPassword: whoever may get"
                + " ResourceGraphDefinition.kro.run can read it",
            "applied [], read [Secret]");
  }

  /** Runs where the library is absent. */
  public static final class Probe {

    private Probe() {}

    /** Returns what is found and what is known of the graph. */
    public static List<String> say() {
      HardeningProfile policy =
          HardeningProfile.builder()
              .with("secrets-stay-in-secrets")
              .with("definition-holds-no-credentials")
              .build();
      List<String> said =
          new ArrayList<>(
              KubernetesEvaluator.builder(policy)
                  .build()
                  .evaluate(Manifests.of("rgd.yaml", GRAPH))
                  .findings()
                  .stream()
                  .sorted(Comparator.comparing(finding -> finding.verdict().name()))
                  .map(
                      finding ->
                          "%s %s %s %s"
                              .formatted(
                                  finding.verdict(),
                                  finding.rule(),
                                  finding.location().path(),
                                  finding.message()))
                  .toList());
      Collections.reverse(said);
      ResourceGraph graph = Graphs.of(GRAPH).graph();
      said.add("applied %s, read %s".formatted(graph.applied(), graph.read()));
      return said;
    }
  }

  /** Loads all of ours once more, and nothing of the library. */
  private static final class WithoutCel extends ClassLoader {

    WithoutCel(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("dev.cel.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.avow.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException failure) {
        throw new ClassNotFoundException(name, failure);
      }
    }
  }
}
