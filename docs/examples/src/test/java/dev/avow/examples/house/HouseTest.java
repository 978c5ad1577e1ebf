package dev.avow.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.avow.examples.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main classes of all modules keep to the house. */
class HouseTest {

  private static final List<String> LIBRARY =
      List.of("policy-core", "policy-k8s", "policy-disclosure");

  private static final JavaClasses MAIN = mainClasses(LIBRARY);

  @Test
  void modulesKnowOnlyWhatIsBelow() {
    List<String> all = Stream.concat(LIBRARY.stream(), Stream.of("docs/examples")).toList();

    House.modulesKnowOnlyWhatIsBelow("dev.avow").check(mainClasses(all));
  }

  @Test
  void packagesOfPolicyCoreKnowOnlyWhatIsBelow() {
    House.packagesOfPolicyCoreKnowOnlyWhatIsBelow("dev.avow.policy").check(MAIN);
  }

  @Test
  void packagesHaveNoCycles() {
    House.packagesHaveNoCycles("dev.avow").check(MAIN);
  }

  @Test
  void nothingReadsAClock() {
    House.nothingReadsAClock().check(MAIN);
  }

  @Test
  void nothingStaticChanges() {
    House.nothingStaticChanges().check(MAIN);
  }

  @Test
  void nothingPrints() {
    House.nothingPrints().check(MAIN);
  }

  @Test
  void nothingLogsPastSlf4j() {
    House.nothingLogsPastSlf4j().check(MAIN);
  }

  @Test
  void nothingUsesFile() {
    House.nothingUsesFile().check(MAIN);
  }

  @Test
  void nothingLoadsServices() {
    House.nothingLoadsServices().check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy-core", "policy-k8s", "policy-disclosure"})
  void noModuleUsesOrProvidesServices(String module) throws IOException {
    try (InputStream descriptor = Files.newInputStream(classesOf(module, "module-info.class"))) {
      ModuleDescriptor read = ModuleDescriptor.read(descriptor);

      assertThat(read.uses()).isEmpty();
      assertThat(read.provides()).isEmpty();
    }
  }

  private static JavaClasses mainClasses(List<String> modules) {
    return new ClassFileImporter()
        .importPaths(modules.stream().map(module -> classesOf(module, "")).toList());
  }

  private static Path classesOf(String module, String file) {
    Path path = Checkout.file(module).resolve("target/classes").resolve(file);
    assertThat(path).as("compiled classes").exists();
    return path;
  }
}
