package dev.avow.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The tests of the ordinary run see this code as the module it is. */
@EnabledIfSystemProperty(named = "jdk.module.path", matches = ".+")
class ModuleTest {

  @Test
  void isANamedModule() {
    assertThat(ModuleTest.class.getModule().getName()).isEqualTo("dev.avow.disclosure");
  }
}
