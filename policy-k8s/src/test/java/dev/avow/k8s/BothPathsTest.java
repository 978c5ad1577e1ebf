package dev.avow.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs the tests on the module path and again on the class path. */
class BothPathsTest {

  @Test
  @EnabledIfSystemProperty(named = "avow.test.path", matches = ".+")
  void theTestsAreInANamedModuleOnTheModulePathOnly() {
    Module module = BothPathsTest.class.getModule();

    boolean onTheModulePath = System.getProperty("avow.test.path").equals("module");

    assertThat(module.isNamed()).isEqualTo(onTheModulePath);
  }
}
