package dev.avow.policy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String HASH =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @Nested
  class Completing {

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            nginx,                               docker.io/library/nginx
            nginx:1.27,                          docker.io/library/nginx:1.27
            acme/app,                            docker.io/acme/app
            docker.io/nginx,                     docker.io/library/nginx
            index.docker.io/nginx,               docker.io/library/nginx
            Index.Docker.io/acme/app:1,          docker.io/acme/app:1
            docker.io/library/nginx,             docker.io/library/nginx
            ghcr.io/acme/app,                    ghcr.io/acme/app
            GHCR.io/acme/app,                    ghcr.io/acme/app
            Registry/app,                        registry/app
            quay.io/app,                         quay.io/app
            localhost/app,                       localhost/app
            localhost:5000/app,                  localhost:5000/app
            localhost:5000,                      docker.io/library/localhost:5000
            registry:5000/app,                   registry:5000/app
            registry:5000/app:2,                 registry:5000/app:2
            '[::1]:5000/app',                    '[::1]:5000/app'
            '[2001:db8::1]/acme/app:3',          '[2001:db8::1]/acme/app:3'
            10.0.0.1/app,                        10.0.0.1/app
            a/b__c/d--e/f.g_h,                   docker.io/a/b__c/d--e/f.g_h
            app:_under-score.9,                  docker.io/library/app:_under-score.9
            """)
    void fillsInWhatAShortNameLeavesOut(String text, String complete) {
      assertThat(ImageReference.parse(text)).hasToString(complete);
    }

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            docker.io/library/nginx:1, nginx:1
            docker.io/acme/app,        acme/app
            docker.io/library/a/b,     library/a/b
            ghcr.io/acme/app:1,        ghcr.io/acme/app:1
            """)
    void isUndoneByTheFamiliarName(String text, String familiar) {
      assertThat(ImageReference.parse(text).familiar()).isEqualTo(familiar);
    }

    @Test
    void makesEqualWhatNamesTheSame() {
      ImageReference shortly = ImageReference.parse("nginx:1");

      assertThat(shortly)
          .isEqualTo(ImageReference.parse("INDEX.docker.io/library/nginx:1"))
          .hasSameHashCodeAs(ImageReference.parse("docker.io/nginx:1"))
          .isNotEqualTo(ImageReference.parse("nginx:2"))
          .isNotEqualTo(ImageReference.parse("nginx"));
    }
  }

  @Nested
  class Parts {

    @Test
    void aPortIsNoTag() {
      ImageReference reference = ImageReference.parse("registry:5000/app");

      assertThat(reference.domain()).isEqualTo("registry:5000");
      assertThat(reference.tag()).isEmpty();
    }

    @Test
    void tagAndDigestAreBothKept() {
      ImageReference reference = ImageReference.parse("app:latest@sha256:" + HASH);

      assertThat(reference.repository()).isEqualTo("docker.io/library/app");
      assertThat(reference.tag()).contains("latest");
      assertThat(reference.digest()).contains("sha256:" + HASH);
      assertThat(reference.familiar()).isEqualTo("app:latest@sha256:" + HASH);
    }

    @Test
    void aTagHas128CharactersAtMost() {
      String longest = "a".repeat(128);

      assertThat(ImageReference.parse("app:" + longest).tag()).contains(longest);
      assertThat(ParsedImage.of("app:" + longest + "a").reference()).isEmpty();
    }

    @Test
    void aPathHas255CharactersAtMost() {
      String longest = "a".repeat(255);

      assertThat(ImageReference.parse("ghcr.io/" + longest).path()).isEqualTo(longest);
      assertThat(ParsedImage.of("ghcr.io/" + longest + "a"))
          .isEqualTo(
              new ParsedImage.Invalid("repository must have at most 255 characters but had 256"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "sha256:" + HASH,
          "sha512:" + HASH + HASH,
          "blake3:0123456789abcdef0123456789ABCDEF",
          "sha256+b64u.x_y-z:0123456789abcdef0123456789abcdef",
        })
    void aDigestIsAnAlgorithmAndAHash(String digest) {
      assertThat(ImageReference.parse("app@" + digest).digest()).contains(digest);
    }
  }

  @Nested
  class Refusing {

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            '',                     image must name a repository but was empty
            https://ghcr.io/app,    image must not begin with a scheme such as https://
            App,                    'repository must be lower case but was "App"'
            ghcr.io/Acme/app:1,     'repository must be lower case but was "Acme/app"'
            ghcr.io/,               'parted by ".", "_", "__", "-" or "/", but was empty'
            a//b,                   'but was "a//b"'
            /app,                   'but was "/app"'
            app_,                   'but was "app_"'
            app___x,                'but was "app___x"'
            app..x,                 'but was "app..x"'
            -app,                   'but was "-app"'
            a b,                    'but was "a b"'
            app:,                   'beginning with one of the last two, but was empty'
            app:.x,                 'but was ".x"'
            app:-x,                 'but was "-x"'
            app:a:b,                'but was "a:b"'
            app:a/b,                'registry must look like "ghcr.io" or "localhost:5000" but was "app:a"'
            a..b/app,               'but was "a..b"'
            -a.b/app,               'but was "-a.b"'
            registry:/app,          'but was "registry:"'
            '[::1/app',             'but was "[::1"'
            '[::1]x/app',           'but was "[::1]x"'
            '[]:5000/app',          'but was "[]:5000"'
            app@,                   'digest must look like "sha256:" and 64 hexadecimal digits but was empty'
            app@sha256,             'but was "sha256"'
            app@:abc,               'but was ":abc"'
            app@sha256:xyz,         'but was "sha256:xyz"'
            app@sha256:0123456789abcdef0123456789abcdef, 'digest must have 64 lower-case hexadecimal digits behind sha256:'
            app@1sha:0123456789abcdef0123456789abcdef,   'but was "1sha:0123456789abcdef0123456789abcdef"'
            app@sha-:0123456789abcdef0123456789abcdef,   'but was "sha-:'
            app@blake3:0123456789abcdef,                 'but was "blake3:0123456789abcdef"'
            äpp,                    'but was "äpp"'
            """)
    void saysWhatIsWrong(String text, String reason) {
      assertThat(ParsedImage.of(text))
          .isInstanceOfSatisfying(
              ParsedImage.Invalid.class, invalid -> assertThat(invalid.reason()).contains(reason));
    }

    @Test
    void aRepositoryThatLooksLikeAnImagesId() {
      assertThat(ParsedImage.of(HASH).reference()).isEmpty();
      assertThat(ParsedImage.of(HASH + ":1").reference()).isPresent();
      assertThat(ParsedImage.of(HASH.substring(1)).reference()).isPresent();
    }

    @Test
    void aHashInCapitalsWhereTheAlgorithmHasLowerCase() {
      assertThat(ParsedImage.of("app@sha256:" + HASH.replace('a', 'A')).reference()).isEmpty();
    }

    @Test
    void throwsWhereAReferenceIsAskedFor() {
      assertThatThrownBy(() -> ImageReference.parse("App"))
          .isInstanceOf(InvalidImageException.class)
          .hasMessage("repository must be lower case but was \"App\"");
    }
  }
}
