package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  private static List<Location> places(String text) {
    try (Stream<Reading> readings = DocumentReader.kubernetes().read("rendered.yaml", text)) {
      return readings.map(Reading::location).toList();
    }
  }

  @Test
  void eachDocumentOfAStreamHasItsOwn() {
    List<Location> places =
        places(
            """
            ---
            # Source: shop/templates/api.yaml
            kind: A
            ---
            # Source: shop/charts/db/templates/db.yaml
            # A licence
            kind: B
            ---
            kind: C
            ---
            # Source: shop/crds/crd.yaml
            {"kind": "D"}
            ---
            # Source: shop/templates/empty.yaml
            ---
            # Source: shop/templates/bad.yaml
            kind: [
            """);

    assertThat(places)
        .map(Location::toString)
        .containsExactly(
            "rendered.yaml:3:1 (shop/templates/api.yaml)",
            "rendered.yaml:7:1 (shop/charts/db/templates/db.yaml)",
            "rendered.yaml:9:1",
            "rendered.yaml:12:1 (shop/crds/crd.yaml)",
            "rendered.yaml:17:8 (shop/templates/bad.yaml)");
  }

  @Test
  void everyPlaceInTheDocumentKnowsIt() {
    Document document =
        DocumentReader.kubernetes().readOne("r.yaml", "# Source: a/templates/b.yaml\r\nx: {z: 1}");

    assertThat(document.field().at("x.z").location())
        .isEqualTo(new Location("r.yaml", 2, 8, 2, 9, "x.z", "a/templates/b.yaml"));
    assertThat(document.field().at("x").keyLocation().origin()).isEqualTo("a/templates/b.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Source: https://example.org/templates/a.yaml\nkind: A",
        "# Source: our wiki /templates/ page\nkind: A",
        "# Source: deploy/a.yaml\nkind: A",
        "# source: shop/templates/a.yaml\nkind: A",
        "kind: A\n# Source: shop/templates/a.yaml\nb: c",
        "data: |\n  # Source: shop/templates/a.yaml\n  b",
      })
  void whatIsNoFileOfAChartOrStandsElsewhereIsNone(String text) {
    assertThat(places(text)).singleElement().satisfies(at -> assertThat(at.origin()).isEmpty());
  }
}
