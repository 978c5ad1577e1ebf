package dev.avow.disclosure.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.avow.policy.commitment.Deadline;
import dev.avow.policy.commitment.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemediationRegimeTest {

  private static final RemediationRegime BOD = RemediationRegime.CISA_BOD_26_04;
  private static final Path TABLE =
      Path.of("..", "..", "shared", "conformance", "disclosure", "cisa-bod-26-04.csv");

  @Test
  void answersAsTheTableOfItsSource() throws IOException {
    assumeTrue(Files.exists(TABLE), () -> TABLE + " is not there");
    List<String> rows = Files.readAllLines(TABLE);

    assertThat(rows.subList(1, rows.size()))
        .hasSize(16)
        .allSatisfy(
            row -> {
              String[] cells = row.split(",", -1);
              Exposure exposure =
                  new Exposure(
                      cells[1].equals("yes"),
                      cells[2].equals("yes"),
                      cells[3].equals("yes"),
                      cells[4].equals("total"));
              assertThat(inWords(BOD.ask(exposure))).isEqualTo(cells[5]);
            });
  }

  private static String inWords(Remediation remediation) {
    return remediation
        .within()
        .map(
            period ->
                period.amount()
                    + " days"
                    + (remediation.needsForensics() ? " & forensic investigation" : ""))
        .orElse("fix on system upgrade");
  }

  @Test
  void countsCalendarDaysFromTheEarlierOfListingAndDetection() {
    Exposure worst = new Exposure(true, true, true, true);
    Instant listed = Instant.parse("2026-11-20T15:00:00Z");
    Instant detected = Instant.parse("2026-11-18T15:00:00Z");

    assertThat(BOD.ask(worst)).hasToString("3 calendar days, with a forensic investigation");
    assertThat(BOD.deadline(worst, listed, detected))
        .isEqualTo(new Deadline.Due(detected, Instant.parse("2026-11-21T23:59:59.999999999Z")))
        .isEqualTo(BOD.deadline(worst, detected, listed));
    assertThat(
            BOD.in(WorkingCalendar.of(ZoneId.of("America/New_York")))
                .deadline(worst, detected)
                .due())
        .contains(Instant.parse("2026-11-22T04:59:59.999999999Z"));
  }

  @Test
  void mayWaitForTheNextUpgrade() {
    Exposure least = new Exposure(false, false, false, false);

    assertThat(BOD.ask(least)).hasToString("with the next upgrade of the system");
    assertThat(BOD.deadline(least, Instant.EPOCH))
        .isEqualTo(new Deadline.None("it is mended with the next upgrade of the system"));
  }

  @Test
  void tellsWhereItComesFromAndWhomItBinds() {
    assertThat(BOD.source()).startsWith("https://");
    assertThat(BOD.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(BOD.notes())
        .anySatisfy(note -> assertThat(note).contains("binds civilian agencies"));
    assertThat(BOD.rows()).hasSize(16);
    assertThat(Regimes.named(BOD.name())).isEmpty();
  }
}
