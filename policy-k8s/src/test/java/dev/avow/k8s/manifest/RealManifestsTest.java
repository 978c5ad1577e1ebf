package dev.avow.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.Conformance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealManifestsTest {

  @ParameterizedTest
  @CsvSource({"real, 170", "kubernetes, 1800", "kro-rgds, 50", "cel-leaks, 45"})
  void areAllUnderstood(String folder, int atLeast) {
    try (Stream<Manifest> stream = Manifests.in(Conformance.at(folder)).stream()) {
      List<Manifest> manifests = stream.toList();

      assertThat(manifests.stream().filter(Resource.class::isInstance).count())
          .isGreaterThan(atLeast);
      assertThat(manifests)
          .filteredOn(Manifest.Unreadable.class::isInstance)
          .extracting(manifest -> manifest.location().source().replaceAll(".*/", ""))
          // A list of cases, and a manifest that repeats a key.
          .isSubsetOf("contested.json", "core-dns.yaml");
    }
  }
}
