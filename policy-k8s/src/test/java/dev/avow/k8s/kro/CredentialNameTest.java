package dev.avow.k8s.kro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "adminPassword",
        "DB_PASSWORD",
        "db-passwd",
        "pwd",
        "sshPassphrase",
        "apiToken",
        "token",
        "awsCredentials",
        "dsn",
        "apikey",
        "apiKey",
        "API_KEY",
        "privateKey",
        "accessKey",
        "SECRET_KEY",
        "encryptionKey",
        "signing_key",
        "clientSecret",
        "appSecret",
        "sharedSecret",
        "hmacSecret",
        "WEBHOOK_SECRET",
        "consumerSecret",
        "botSecret",
        "passwordHash",
        "APIToken",
        "PGPASSWORD",
        "authtoken",
        "privatekey"
      })
  void tellsCredentials(String name) {
    assertThat(CredentialName.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "postgresSecretName",
        "passwordParameterARN",
        "tokenTTL",
        "credentialsRef",
        "passwordFile",
        "tokenPath",
        "accessKeyId",
        "passwordLength",
        "passwordPolicy",
        "tokenEnabled",
        "credentialsNamespace",
        "tokenUrl",
        "enablePassword",
        "useToken",
        "isToken",
        "hasCredentials",
        "allowPassword",
        "secret",
        "secrets",
        "secretArn",
        "key",
        "tokenizer",
        "passwordSecret",
        "passwordKey",
        "monkey",
        "enable_external_secrets"
      })
  void leavesTheRest(String name) {
    assertThat(CredentialName.is(name)).isFalse();
  }

  @Test
  void splitsWhereWordsBegin() {
    assertThat(CredentialName.words("passwordParameterARN-of_DBUser2"))
        .containsExactly("password", "parameter", "arn", "of", "db", "user2");
  }
}
