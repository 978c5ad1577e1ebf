package dev.avow.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.avow.examples.house.fixture.ClockReader;
import dev.avow.examples.house.fixture.ConstantHolder;
import dev.avow.examples.house.fixture.Nuisance;
import dev.avow.examples.house.fixture.StateHolder;
import dev.avow.examples.house.fixture.TimeTaker;
import dev.avow.examples.house.fixture.disclosure.Report;
import dev.avow.examples.house.fixture.document.Page;
import dev.avow.examples.house.fixture.elsewhere.Stranger;
import dev.avow.examples.house.fixture.finding.Spot;
import dev.avow.examples.house.fixture.k8s.Manifest;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A rule that no class can break protects nothing, so here each one meets a class that breaks it.
 */
class HouseRulesCanFailTest {

  private static final String FIXTURE = "dev.avow.examples.house.fixture";

  @Test
  void aPackageThatUsesOneAboveItBreaksTheTable() {
    ArchRule table = House.packagesOfPolicyCoreKnowOnlyWhatIsBelow(FIXTURE);

    assertThat(violations(table, Spot.class)).isNotEmpty();
    assertThat(violations(table, Page.class)).isEmpty();
  }

  @Test
  void aPackageThatIsNotInTheTableBreaksIt() {
    assertThat(violations(House.packagesOfPolicyCoreKnowOnlyWhatIsBelow(FIXTURE), Stranger.class))
        .singleElement()
        .asString()
        .contains("Stranger is in no package of the table");
  }

  @Test
  void aModuleThatUsesOneBesideItBreaksTheirDirection() {
    ArchRule direction = House.modulesKnowOnlyWhatIsBelow(FIXTURE);

    assertThat(violations(direction, Manifest.class)).isNotEmpty();
    assertThat(violations(direction, Report.class)).isEmpty();
  }

  @Test
  void twoPackagesThatUseEachOtherAreACycle() {
    assertThat(violations(House.packagesHaveNoCycles(FIXTURE), Spot.class, Page.class))
        .singleElement()
        .asString()
        .contains("Cycle detected");
  }

  @Test
  void everyWayToReadAClockIsFound() {
    List<String> broken = violations(House.nothingReadsAClock(), ClockReader.class);

    assertThat(ClockReader.class.getDeclaredMethods())
        .filteredOn(method -> !method.isSynthetic())
        .extracting(Method::getName)
        .allSatisfy(way -> assertThat(broken).anyMatch(line -> line.contains("." + way + "(")));
  }

  @Test
  void aClockThatWasPassedInMayBeAsked() {
    assertThat(violations(House.nothingReadsAClock(), TimeTaker.class)).isEmpty();
  }

  @Test
  void everyWayToHoldStateIsFound() {
    List<String> broken = violations(House.nothingStaticChanges(), StateHolder.class);

    assertThat(StateHolder.class.getDeclaredFields())
        .filteredOn(field -> !field.isSynthetic())
        .extracting(Field::getName)
        .allSatisfy(way -> assertThat(broken).anyMatch(line -> line.contains("." + way + ">")));
  }

  @Test
  void constantsMayBeStatic() {
    assertThat(violations(House.nothingStaticChanges(), ConstantHolder.class)).isEmpty();
  }

  @Test
  void printingIsFound() {
    assertThat(violations(House.nothingPrints(), Nuisance.class)).hasSize(3);
  }

  @Test
  void anotherLoggerIsFound() {
    assertThat(violations(House.nothingLogsPastSlf4j(), Nuisance.class)).isNotEmpty();
  }

  @Test
  void aFileIsFound() {
    assertThat(violations(House.nothingUsesFile(), Nuisance.class)).isNotEmpty();
  }

  @Test
  void aServiceLoaderIsFound() {
    assertThat(violations(House.nothingLoadsServices(), Nuisance.class)).isNotEmpty();
  }

  private static List<String> violations(ArchRule rule, Class<?>... classes) {
    return rule.evaluate(new ClassFileImporter().importClasses(classes))
        .getFailureReport()
        .getDetails();
  }
}
