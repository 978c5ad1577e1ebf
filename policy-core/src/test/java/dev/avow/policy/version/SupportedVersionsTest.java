package dev.avow.policy.version;

import static dev.avow.policy.version.SupportStatus.BEST_EFFORT;
import static dev.avow.policy.version.SupportStatus.SUPPORTED;
import static dev.avow.policy.version.SupportStatus.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.avow.policy.finding.Location;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportedVersionsTest {

  @Test
  void aRowIsSupportedWithoutALastDayUnlessToldOtherwise() {
    SupportRow row = SupportRow.line("0.1.x");

    assertThat(row.status()).isEqualTo(SUPPORTED);
    assertThat(row.lastDay()).isEmpty();
    assertThat(row).hasToString("line 0.1.x supported");
  }

  @Test
  void aRowSaysHowLongItHolds() {
    SupportRow row = SupportRow.branch("main").status(BEST_EFFORT).until(LocalDate.of(2027, 1, 31));

    assertThat(row).hasToString("branch main best-effort until 2027-01-31");
  }

  @Test
  void rowsKeepTheirOrder() {
    SupportedVersions versions =
        SupportedVersions.none()
            .and(SupportRow.line("2.x"))
            .and(SupportRow.line("1.x").status(UNSUPPORTED))
            .others(BEST_EFFORT);

    assertThat(versions.rows()).extracting(SupportRow::text).containsExactly("2.x", "1.x");
    assertThat(versions.others()).contains(BEST_EFFORT);
  }

  @Test
  void aLineAndABranchOfTheSameNameAreTwoThings() {
    SupportedVersions versions =
        SupportedVersions.none().and(SupportRow.line("main")).and(SupportRow.branch("main"));

    assertThat(versions.rows()).hasSize(2);
  }

  @Test
  void theSameThingTwiceIsRefusedWithTheLineOfTheFirst() {
    Location place = Location.at("policy.yaml", 7, 5);
    SupportedVersions versions =
        SupportedVersions.none().and(SupportRow.images("released").at(place));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> versions.and(SupportRow.images("released").status(UNSUPPORTED)))
        .withMessage(
            "images released must be listed once but was listed as supported on line 7 and now as"
                + " unsupported");
  }

  @Test
  void aRowIsNamed() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SupportRow.line(" "))
        .withMessage("line must be named but was blank");
  }

  @Test
  void whereARowIsWrittenDoesNotCount() {
    SupportRow row = SupportRow.line("0.1.x");

    assertThat(row.at(Location.in("a.yaml"))).isEqualTo(row).hasSameHashCodeAs(row);
    assertThat(row).isNotEqualTo(row.status(BEST_EFFORT)).isNotEqualTo(SupportRow.line("0.2.x"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.x, SUPPORTED",
    "1.2.x, SUPPORTED",
    "0.x, NOT_LISTED",
    "2.x, UNSUPPORTED",
    "< 2.0, NOT_LISTED SUPPORTED",
    "Latest, NOT_LISTED",
    "lines of our own, NOT_LISTED",
  })
  void whatTheySayOfARowOfOthersIsAskedAtItsEdges(String line, String said) {
    SupportedVersions versions =
        SupportedVersions.none()
            .and(SupportRow.line("1.x").until(LocalDate.of(2020, 1, 1)))
            .and(SupportRow.line("2.x").status(UNSUPPORTED));

    Set<Support> answers = versions.saysOf(SupportRow.line(line));

    assertThat(answers).extracting(Support::name).containsExactlyInAnyOrder(said.split(" "));
  }

  @Test
  void aRowSaysWhetherItsWordsAreUnderstood() {
    assertThat(SupportRow.line("last 3 minor versions").isReadable()).isTrue();
    assertThat(SupportRow.branch("anything").isReadable()).isTrue();
    assertThat(SupportRow.line("whatever we like").isReadable()).isFalse();
  }
}
