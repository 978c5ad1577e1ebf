package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({"28, 11, a.yaml:28:11", "28, 0, a.yaml:28", "0, 0, a.yaml"})
  void itIsWrittenAsFarAsItIsKnown(int line, int column, String text) {
    assertThat(Location.at("a.yaml", line, column)).hasToString(text);
  }

  @Test
  void theWholeOfASourceHasNoLine() {
    assertThat(Location.in("a.yaml").hasLine()).isFalse();
    assertThat(Location.at("a.yaml", 1, 1).hasLine()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "0, 0, -1, 0", "0, 0, 0, -1"})
  void negativeNumbersAreRefused(int line, int column, int endLine, int endColumn) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Location("a.yaml", line, column, endLine, endColumn, ""))
        .withMessageStartingWith("line and column must be 1 or more, or 0 where unknown, but were");
  }

  @Test
  void aSourceWithoutANameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Location.in(""))
        .withMessage("the source of a place must have a name");
  }

  @Test
  void placesSortBySourceThenLineThenColumn() {
    Equality.ofOrder(
        List.of(
            Location.in("a.yaml"),
            Location.at("a.yaml", 2, 9),
            new Location("a.yaml", 2, 9, 2, 9, "kind"),
            new Location("a.yaml", 2, 9, 3, 1, "kind"),
            new Location("a.yaml", 2, 9, 3, 2, "kind"),
            Location.at("a.yaml", 10, 1),
            Location.at("a.yaml", 10, 2),
            Location.at("b.yaml", 1, 1)));
  }

  @Test
  void placesAreEqualIfAllOfThemIs() {
    Location place = new Location("a.yaml", 1, 2, 3, 4, "spec");

    Equality.ofAll(place, new Location("a.yaml", 1, 2, 3, 4, "spec"), Serialized.copyOf(place));
  }

  @Test
  void theFileThatTheTextWasMadeFromIsPartOfThePlace() {
    Location rendered = Location.at("r.yaml", 28, 11);
    Location made = rendered.madeFrom("shop/templates/api.yaml");

    assertThat(made).hasToString("r.yaml:28:11 (shop/templates/api.yaml)");
    assertThat(made).isGreaterThan(rendered);
    Equality.ofAll(made, rendered.madeFrom("shop/templates/api.yaml"), Serialized.copyOf(made));
    Equality.ofNone(made, rendered, rendered.madeFrom("shop/templates/db.yaml"));
  }
}
