package dev.avow.k8s.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.k8s.secret.Credentials.InCommand;
import dev.avow.policy.finding.Glob;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  private static final Credentials CREDENTIALS = Credentials.standard();

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** Returns a token that no scanner of this repository takes for one. */
  private static String token(String prefix, int length) {
    return prefix + LETTERS.repeat(2).substring(0, length);
  }

  @Nested
  class Names {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            PASSWORD                | a password
            password                | a password
            dbPassword              | a password
            db_passwd               | a password
            DB-PASS                 | a password
            MYSQL_PWD               | a password
            mysqlpassword           | a password
            PASSWORD2               | a password
            DB_PASSWORD_2           | a password
            DBPASS                  | a password
            PASSWORD_ADMIN          | a password
            spring.datasource.password | a password
            SSHKeyPassphrase        | a password
            requirepass             | a password
            TOKEN                   | a token
            GITHUB_TOKEN            | a token
            accessToken             | a token
            HTTPBearerToken         | a token
            TOKEN_PROD              | a token
            AUTH_TOKENS             | a token
            SECRET                  | a secret
            CLIENT_SECRET           | a secret
            jwtSecret               | a secret
            GOOGLE_CREDENTIALS      | a secret
            GOOGLE_APPLICATION_CREDENTIALS | a secret
            API_KEY                 | a secret key
            apikey                  | a secret key
            API_KEYS                | a secret key
            AWS_SECRET_ACCESS_KEY   | a secret key
            AZURE_BATCH_KEY         | a secret key
            AZURE_STORAGE_KEY       | a secret key
            OCI_CLI_KEY_CONTENT     | a secret key
            ENCRYPTION_KEY          | a secret key
            privateKey              | a secret key
            client-key-data         | a secret key
            SECRET_KEY_BASE64       | a secret key
            """)
    void ofCredentials(String name, String kind) {
      assertThat(CREDENTIALS.named(name, "hunter2")).hasValue(new Credential(kind, ""));
      assertThat(Credentials.isCredentialName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SECRETS_DIR",
          "SECRET_PATH",
          "PASSWORD_FILE",
          "passwordParameterARN",
          "secretName",
          "tokenUrl",
          "TOKEN_URI",
          "TOKEN_TTL",
          "TOKEN_EXPIRY_SECONDS",
          "PASSWORD_MIN_LENGTH",
          "PASSWORD_POLICY",
          "tokenEndpoint",
          "API_KEY_HEADER",
          "API_KEY_ID",
          "AWS_ACCESS_KEY_ID",
          "SECRET_REF",
          "secretKeyRef",
          "tokenRef",
          "passwordKey",
          "credentialsProvider",
          "MAX_TOKENS",
          "MAX_TOKEN",
          "SORT_KEYS",
          "EOS_TOKEN",
          "NEXT_PAGE_TOKEN",
          "TOKENIZER",
          "PULL_SECRET",
          "imagePullSecret",
          "TLS_SECRET",
          "existingSecret",
          "PARTITION_KEY",
          "SORT_KEY",
          "PUBLIC_KEY",
          "CACHE_KEY",
          "KEY",
          "PWD",
          "OLDPWD",
          "BYPASS",
          "COMPASS",
          "SECRETARY",
          "automountServiceAccountToken_ENABLED",
          "passCredentials_FLAG",
          "SECRET_ROTATION",
          "REQUIRE_PASSWORD",
          "passCredentials",
          "allow-automount-service-account-token",
          "",
          "_"
        })
    void ofSomethingElse(String name) {
      assertThat(CREDENTIALS.named(name, "hunter2")).isEmpty();
    }

    @Test
    void thatThePolicyLeavesOutAreNotLookedAt() {
      Credentials credentials = CREDENTIALS.leavingOut(List.of(Glob.of("DEMO_*")));

      assertThat(credentials.named("DEMO_PASSWORD", "hunter2")).isEmpty();
      assertThat(credentials.named("DEMO_PASSWORD", token("ghp_", 36))).isEmpty();
      assertThat(credentials.named("OTHER_PASSWORD", "hunter2")).isPresent();
    }
  }

  @Nested
  class Values {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "true",
          "none",
          "null",
          "CHANGEME",
          "change-me",
          "<password>",
          "[password]",
          "****",
          "xxxxxx",
          "...",
          "your-password",
          "REPLACE_ME",
          "TODO",
          "dummy",
          "example-secret",
          "$(DB_PASSWORD)",
          "${DB_PASSWORD}",
          "prefix-${DB_PASSWORD}",
          "$DB_PASSWORD",
          "{{ .Values.password }}",
          "${schema.spec.password}",
          "%DB_PASSWORD%",
          "ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]",
          "<path:secret/data/app#password>",
          "vault:secret/data/app#password",
          "ref+awssecrets://app/password",
          "op://vault/item/field",
          "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app",
          "projects/p/secrets/app",
          "/run/secrets/password",
          "./password",
          "../password",
          "~/password",
          "file:///p",
          "C:\\secrets\\p",
          "https://vault.example/v1/secret",
          "secret/data/app",
          "is read by the program from elsewhere",
          "__KUBERNETES_REF_db_status__"
        })
    void thatStandForSomethingElseAreNone(String value) {
      assertThat(CREDENTIALS.named("PASSWORD", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "hunter2",
          "password",
          "123456",
          "pa$$word",
          "a b",
          "correct horse battery",
          "0000",
          "$apr1$abc$defghijk",
          "p@ss:w0rd",
          "größe",
          "-",
          "aaaa"
        })
    void thatCouldBePasswordsAre(String value) {
      boolean mask = value.equals("-");

      assertThat(CREDENTIALS.named("PASSWORD", value).isPresent()).isEqualTo(!mask);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "24h", "0.5", "30s", "100ms"})
    void thatCountAreNoTokens(String value) {
      assertThat(CREDENTIALS.named("SESSION_TOKEN", value)).isEmpty();
      assertThat(CREDENTIALS.named("PASSWORD", value)).isPresent();
    }

    @Test
    void thatNameAnObjectAreNoSecrets() {
      assertThat(CREDENTIALS.named("DB_SECRET", "db-credentials")).isEmpty();
      assertThat(CREDENTIALS.named("DB_SECRET", "correct-horse")).isPresent();
      assertThat(CREDENTIALS.named("DB_PASSWORD", "db-credentials")).isPresent();
    }

    @Test
    void placeholdersCountWhereThePolicySaysSo() {
      Credentials strict = CREDENTIALS.countingPlaceholders();

      assertThat(strict.named("PASSWORD", "xxx")).isPresent();
      assertThat(strict.named("PASSWORD", "CHANGEME")).isPresent();
      assertThat(strict.named("PASSWORD", "$(PASSWORD)")).isEmpty();
      assertThat(strict.named("PASSWORD", "")).isEmpty();
    }
  }

  @Nested
  class Tokens {

    static List<String> all() {
      return List.of(
          token("AKIA", 0) + "QWERTYUIOPASDFGH",
          token("ghp_", 36),
          token("gho_", 36),
          token("github_pat_", 22),
          token("glpat-", 20),
          "xoxb-" + "123456789012-" + token("", 24),
          "sk_" + "live_" + token("", 24),
          "rk_" + "live_" + token("", 24),
          token("AIza", 35),
          token("npm_", 36),
          token("dckr_pat_", 27),
          token("hvs.", 24),
          "SG." + token("", 22) + "." + token("", 43),
          token("sk-proj-", 40),
          token("hf_", 34),
          "AccountKey=" + token("", 86) + "==",
          "https://hooks.slack." + "com/services/T0123/B0123/" + token("", 24),
          jwt());
    }

    private static String jwt() {
      Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
      return encoder.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8))
          + "."
          + encoder.encodeToString("{\"sub\":\"1234\"}".getBytes(UTF_8))
          + "."
          + token("", 43);
    }

    @ParameterizedTest
    @MethodSource("all")
    void areFoundWhateverTheNameAndWhereverTheyStand(String token) {
      assertThat(CREDENTIALS.in(token)).isPresent();
      assertThat(CREDENTIALS.named("NAME", "use \"" + token + "\" here")).isPresent();
      assertThat(CREDENTIALS.in("key=" + token + "\n")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("all")
    void areNoPartsOfWords(String token) {
      assertThat(CREDENTIALS.in("Z" + token.replace("https://hooks", "hooks"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "AKIAIOSFODNN7EXAMPLE",
          "AKIA",
          "AKIAqwertyuiopasdfgh",
          "ghp_short",
          "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
          "npm_config_registry",
          "sk_live_",
          "AIza",
          "https://user@host/",
          "https://host:8080/a@b",
          "https://user:$(PASS)@host/",
          "https://user:<password>@host/",
          "https://user:****@host/",
          "mailto:a:b@c",
          "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
          "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
          "-----BEGIN PRIVATE KEY-----\n<your key>\n-----END PRIVATE KEY-----",
          "-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END PRIVATE KEY-----",
          "PRIVATE KEY"
        })
    void thatOnlyLookAlikeAreNone(String text) {
      assertThat(CREDENTIALS.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
          "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----",
          "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nMIIB\\n-----END ENCRYPTED PRIVATE KEY-----",
          "---BEGIN RSA PRIVATE KEY---\nxxxxx\n---END  RSA PRIVATE KEY---",
          "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOY",
          "-----BEGIN EC PRIVATE KEY-----\nMHcC"
        })
    void arePrivateKeysInArmour(String text) {
      assertThat(CREDENTIALS.in(text)).hasValue(new Credential("a private key", ""));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "postgres://app:hunter2@db/app",
          "redis://:hunter2@cache:6379",
          "jdbc:x://a:b@c",
          "see https://user:hunter2@host/path for more"
        })
    void arePasswordsInUrls(String text) {
      assertThat(CREDENTIALS.in(text)).hasValue(new Credential("a password in a URL", ""));
    }
  }

  @Nested
  class Commands {

    private List<Integer> places(String... arguments) {
      return CREDENTIALS.inCommand(List.of(arguments)).stream().map(InCommand::argument).toList();
    }

    @Test
    void areReadAsShellsReadThem() {
      assertThat(places("sh", "-c", "server --password 'hunter2'; echo")).containsExactly(2);
      assertThat(places("sh", "-c", "server --password \"hun\\\"ter\" --x")).containsExactly(2);
      assertThat(places("sh", "-c", "A=\"b c\" PASSWORD=hunter2 server")).containsExactly(2);
      assertThat(places("sh", "-c", "server --password; hunter2")).isEmpty();
      assertThat(places("sh", "-c", "PASSWORD=$(cat /a; cat b) server")).isEmpty();
      assertThat(places("sh", "-c", "PASSWORD=\"$(cat /a)\" server --token \"$1\"")).isEmpty();
      assertThat(places("sh", "-c", "unfinished 'quote --password a")).isEmpty();
    }

    @Test
    void takeValuesFromTheNextArgument() {
      assertThat(places("--password", "hunter2")).containsExactly(1);
      assertThat(places("-password", "hunter2")).containsExactly(1);
      assertThat(places("--password", "--verbose")).isEmpty();
      assertThat(places("--password")).isEmpty();
      assertThat(places("--password", "")).isEmpty();
      assertThat(places("kubectl", "create", "secret", "generic", "db")).isEmpty();
      assertThat(places("--from-literal=password=hunter2")).containsExactly(0);
    }
  }

  @Nested
  class Headers {

    @Test
    void authorizeOrNot() {
      assertThat(CREDENTIALS.header("Authorization", "Bearer abc")).isPresent();
      assertThat(CREDENTIALS.header("authorization", "abc")).isPresent();
      assertThat(CREDENTIALS.header("X-Api-Key", "abc")).isPresent();
      assertThat(CREDENTIALS.header("Authorization", "Bearer $(TOKEN)")).isEmpty();
      assertThat(CREDENTIALS.header("Authorization", "Bearer <token>")).isEmpty();
      assertThat(CREDENTIALS.header("Host", "abc")).isEmpty();
    }
  }

  @Test
  void filesThatCannotBeReadAreLookedAtAsTexts() {
    String broken = "a: {b: [\npassword: hunter2\nkey: " + token("ghp_", 36);

    assertThat(CREDENTIALS.inFile("a.yaml", broken))
        .containsExactly(new Credential("a token of GitHub", ""));
    assertThat(CREDENTIALS.inFile("a.sh", "password=hunter2\nother=1")).isEmpty();
    assertThat(CREDENTIALS.inFile("a.ini", "[db]\npassword = hunter2\n; token = abc"))
        .containsExactly(new Credential("a password", "in line 2"));
    assertThat(CREDENTIALS.inFile("a.yaml", "a: 1\n---\nb: {password: hunter2}"))
        .containsExactly(new Credential("a password", "at b.password"));
  }

  @Test
  void longTextsTakeTimeInProportion() {
    String text = "--password=\"" + "eyJ".repeat(100_000) + "://:".repeat(50_000);

    assertThat(CREDENTIALS.in(text)).isEmpty();
    assertThat(CREDENTIALS.inCommand(List.of(text + " a"))).isEmpty();
    assertThat(CREDENTIALS.inFile("a.conf", text)).isEmpty();
    assertThat(CREDENTIALS.inCommand(List.of("a=".repeat(100_000)))).isEmpty();
  }
}
