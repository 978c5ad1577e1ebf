package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.Conformance;
import dev.avow.k8s.kro.SecretFlow.Sort;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Agrees with definitions that were labelled by others: in verdict, rule, path and sources. */
class CelLeaksTest {

  private static final Map<String, Sort> SORTS =
      Map.of(
          "CEL001", Sort.SECRET_IN_THE_OPEN,
          "CEL002", Sort.SECRET_IN_CUSTOM_RESOURCE,
          "CEL003", Sort.NAMED_CREDENTIAL_IN_THE_OPEN,
          "CEL004", Sort.SECRET_IN_OTHER_NAMESPACE,
          "CEL005", Sort.CREDENTIAL_WRITTEN_OUT,
          "CEL006", Sort.UNDECIDED,
          "CEL007", Sort.FINGERPRINT,
          "CEL008", Sort.CREDENTIAL_IN_LISTING);

  @TestFactory
  Stream<DynamicTest> findsWhatTheLabelSays() {
    Path folder = Conformance.at("cel-leaks");
    Document labels = DocumentReader.yaml12().readOne(folder.resolve("expected.json"));

    return labels.field().field("cases").fields().stream()
        .map(
            label ->
                DynamicTest.dynamicTest(
                    label.name(),
                    () ->
                        assertThat(Graphs.flows(Graphs.in(folder.resolve(label.name())).get(0)))
                            .isEqualTo(expected(label))));
  }

  private static List<String> expected(Field label) {
    return label.field("findings").items().stream().map(CelLeaksTest::entry).sorted().toList();
  }

  private static String entry(Field finding) {
    List<String> sources =
        finding.field("sources").items().stream().map(each -> each.text().orElseThrow()).toList();
    Sort sort = SORTS.get(finding.field("rule").text().orElseThrow());
    return "%s %s %s".formatted(sort, finding.field("path").text().orElseThrow(), sources);
  }
}
