package dev.avow.policy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPrefixTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ghcr.io/acme,           ghcr.io/acme/app:1,          true
          ghcr.io/acme/,          ghcr.io/acme/team/app,       true
          ghcr.io/acme/app,       ghcr.io/acme/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, true
          ghcr.io/acme,           ghcr.io/acme-evil/app,       false
          ghcr.io/acme,           ghcr.io.evil.com/acme/app,   false
          ghcr.io/acme,           evil.com/ghcr.io/acme/app,   false
          ghcr.io,                ghcr.io/anyone/app,          true
          GHCR.IO,                ghcr.io/anyone/app,          true
          docker.io/library,      nginx,                       true
          docker.io/library,      acme/nginx,                  false
          index.docker.io,        nginx,                       true
          library,                nginx,                       true
          acme,                   acme/app,                    true
          acme,                   ghcr.io/acme/app,            false
          localhost,              localhost/app,               true
          localhost:5000,         localhost:5000/app,          true
          localhost:5000,         localhost:5001/app,          false
          localhost,              localhost:5000/app,          false
          '[::1]:5000',           '[::1]:5000/app',            true
          registry:5000/a,        registry:5000/a/b,           true
          """)
  void wholeComponentsCount(String prefix, String image, boolean holds) {
    assertThat(RepositoryPrefix.parse(prefix).holds(ImageReference.parse(image))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"ghcr.io/acme/, ghcr.io/acme", "Index.docker.io, docker.io", "acme, docker.io/acme"})
  void isWrittenComplete(String text, String complete) {
    assertThat(RepositoryPrefix.parse(text)).hasToString(complete);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "ghcr.io/*", "ghcr.io/Acme", "ghcr.io//", "https://ghcr.io", "a b"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> RepositoryPrefix.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("registry must look like \"ghcr.io/acme\" but was \"" + text + "\"");
  }
}
