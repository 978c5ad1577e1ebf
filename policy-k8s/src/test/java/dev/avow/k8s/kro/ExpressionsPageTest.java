package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.manifest.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/expressions.md says what the code does. */
class ExpressionsPageTest {

  private static final String PAGE = text("docs/expressions.md");

  private static String text(String file) {
    try {
      return Files.readString(Path.of("..").resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void showsHowToAskForRights() {
    Resource resource =
        Graphs.of(
                """
                apiVersion: kro.run/v1alpha1
                kind: ResourceGraphDefinition
                metadata: {name: shop}
                spec:
                  resources:
                    - {id: app, template: {apiVersion: apps/v1, kind: Deployment}}
                    - {id: creds, externalRef: {apiVersion: v1, kind: Secret}}
                """)
            .resource();

    assertThat(rightsNeeded(resource)).containsExactly(GraphKind.of("apps/v1", "Deployment"));
    assertThat(PAGE).contains("```java\n" + region() + "```");
  }

  // tag::rights[]
  static Set<GraphKind> rightsNeeded(Resource resource) {
    return ResourceGraphDefinition.of(resource)
        .map(definition -> definition.graph().applied())
        .orElseGet(Collections::emptySortedSet);
  }

  // end::rights[]

  private static String region() {
    String source = text("policy-k8s/src/test/java/dev/avow/k8s/kro/ExpressionsPageTest.java");
    int start = source.indexOf("// tag::rights[]\n");
    int end = source.indexOf("  // end::rights[]", start);
    return source.substring(source.indexOf('\n', start) + 1, end).stripTrailing().stripIndent()
        + "\n";
  }
}
