package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCredentialTest {

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t", "postgres", "correct-horse-battery", "12345", "password"})
  void isWhatStandsWhereACredentialBelongs(String text) {
    assertThat(WrittenCredential.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "changeme",
        "CHANGE_ME",
        "change-me",
        "<password>",
        "your-token",
        "xxxxxx",
        "****",
        "PASSWORD",
        "TOKEN",
        "$(DB_PASSWORD)",
        "$DB_PASSWORD",
        "${DB_PASSWORD}",
        "{{ .Values.a }}",
        "/run/secrets/password",
        "arn:aws:secretsmanager:eu:1:secret:a",
        "vault:kv/a#b",
        "postgres://db/shop",
        "op://vault/item",
        "ENC[AES256_GCM,data:a]",
        "true",
        "null",
        "placeholder",
        "replace-this",
        "__KUBERNETES_REF_a__"
      })
  void isNotWhatOnlyStandsForOne(String text) {
    assertThat(WrittenCredential.is(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://app:Tr0ub4dor@db/shop, true",
    "see amqp://app:pw@mq:5672 and others, true",
    "https://user@host, false",
    "https://host:8443/path@x, false",
    "postgres://USER:PASSWORD@db, false",
    "postgres://app:$(PW)@db, false",
    "postgres://app:<password>@db, false",
    "postgres://app:@db, false",
    "http://a http://b:c@d, true"
  })
  void isLookedForInAddresses(String text, boolean found) {
    assertThat(WrittenCredential.looksIt(text)).isEqualTo(found);
  }

  @Test
  void isAPrivateKeyWhereverItStands() {
    assertThat(WrittenCredential.looksIt("a\n-----BEGIN RSA PRIVATE KEY-----\nMII")).isTrue();
    assertThat(WrittenCredential.looksIt("-----BEGIN CERTIFICATE-----\nMII")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          string | default="a b" required=true; a b
          string | required=true default=abc; abc
          string | default='x' description="default=y"; x
          string | description="default=y"; ``
          string | default="a\\"b"; a"b
          string; ``
          """)
  void isReadFromTheStandardValueOfAnInput(String declaration, String standard) {
    assertThat(SimpleDefault.of(declaration)).isEqualTo(standard);
  }
}
