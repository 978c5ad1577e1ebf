package dev.avow.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

  @TempDir private Path folder;

  private static List<Instruction> parse(String text) {
    return new DockerfileParser("Dockerfile", text).parse();
  }

  @Nested
  class Instructions {

    @Test
    void goOnBehindAnEscapePastCommentsAndEmptyLines() {
      List<Instruction> read =
          parse(
              """
              # a comment
              from a
                run one \\
                  # not part of it \\

                  && two
              USER 1
              """);

      assertThat(read).extracting(Instruction::keyword).containsExactly("FROM", "RUN", "USER");
      assertThat(read.get(1).text()).contains("one", "&& two").doesNotContain("not part");
      assertThat(read.get(1).span().line()).isEqualTo(3);
      assertThat(read.get(1).span().column()).isEqualTo(3);
      assertThat(read.get(2).span().line()).isEqualTo(7);
    }

    @Test
    void goOnBehindTheEscapeThatADirectiveNames() {
      List<Instruction> read = parse("# escape=`\nFROM a\nCOPY a `\n  c:\\\nUSER 1\n");

      assertThat(read).extracting(Instruction::keyword).containsExactly("FROM", "COPY", "USER");
    }

    @Test
    void aDirectiveBehindAnotherLineIsAComment() {
      List<Instruction> read = parse("FROM a\n# escape=`\nRUN a \\\n  b\n");

      assertThat(read).hasSize(2);
    }

    @Test
    void heredocsHoldNoInstructions() {
      List<Instruction> read =
          parse(
              """
              FROM a
              RUN <<-EOF cat <<"B" > x
              FROM b
              \tEOF
              USER 0
              B
              COPY <<X /y
              RUN z
              X
              USER 1
              """);

      assertThat(read)
          .extracting(Instruction::keyword)
          .containsExactly("FROM", "RUN", "COPY", "USER");
      assertThat(read.get(1).text()).contains("FROM b", "USER 0");
    }

    @Test
    void shiftsAreNoHeredocs() {
      assertThat(parse("FROM a\r\nRUN echo $((1<<2))\r\nUSER 1\r\n")).hasSize(3);
    }

    @Test
    void ofTooManyStagesAreRefused() {
      StringBuilder text = new StringBuilder("FROM a AS s0\n");
      for (int i = 1; i < 100_000; i++) {
        text.append("FROM s").append(i - 1).append(" AS s").append(i).append('\n');
      }

      assertThatThrownBy(() -> Dockerfile.parse("D", "D", text.toString(), Optional.empty()))
          .hasMessage("D:1:1: Dockerfile must have at most 500 stages");
    }

    @Test
    void haveFlagsAndTheFormOfJson() {
      List<Instruction> read =
          parse("FROM --platform=linux/amd64 a AS b\nRUN [\"/a\", \"b c\"]\nRUN [ -f x ]\n");

      assertThat(read.get(0).flag("platform")).contains("linux/amd64");
      assertThat(read.get(0).words()).containsExactly("a", "AS", "b");
      assertThat(read.get(1).json()).isTrue();
      assertThat(read.get(1).words()).containsExactly("/a", "b c");
      assertThat(read.get(2).json()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FRM a,1:1", "'FROM a\n  HELLO',2:3", "'FROM a\nRUN <<EOF\nx\n',2:1", "ARG x,1:1"})
    void whatIsNoneIsRefusedWithItsPlace(String text, String place) {
      assertThatThrownBy(() -> Dockerfile.parse("Dockerfile", "Dockerfile", text, Optional.empty()))
          .hasMessageStartingWith("Dockerfile:" + place + ": ");
    }

    @ParameterizedTest
    @CsvSource({
      "$A,a",
      "${A},a",
      "x$A.y,xa.y",
      "${B:-b},b",
      "${E:-e},e",
      "${E-e},''",
      "${A:+c},c",
      "${B:+c},''",
      "${B:-${A}},a",
      "\\$A,$A"
    })
    void variablesAreFilledIn(String text, String value) {
      Variables variables = new Variables();
      variables.set("A", Optional.of("a"));
      variables.set("E", Optional.of(""));

      assertThat(variables.expand(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$B", "${B}", "a${B}", "${A?x}"})
    void whatComesFromOutsideIsNotKnown(String text) {
      assertThat(new Variables().expand(text)).isEmpty();
    }
  }

  private static final String PROMISE =
      """
      ci:
        base-image:
          from: [gcr.io/distroless/static*:nonroot*]
          non-root: true
          shell: false
          package-manager: false
      hardening: {profile: production}
      """;

  private List<String> found(String dockerfile, String rule) {
    return new Checkout(folder).with("Dockerfile", dockerfile).found(PROMISE, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM gcr.io/distroless/static:nonroot|",
        "FROM gcr.io/distroless/static-debian12:nonroot-amd64@sha256:"
            + "1111111111111111111111111111111111111111111111111111111111111111|",
        "FROM alpine:3 AS a;FROM gcr.io/distroless/static:nonroot AS b;FROM b|",
        "ARG T=nonroot;FROM gcr.io/distroless/static:${T}|",
        "FROM --platform=$BUILDPLATFORM gcr.io/distroless/static:nonroot|",
        "FROM gcr.io/distroless/static:debug-nonroot|Dockerfile:1:1 FAIL",
        "FROM gcr.io/distroless/static|Dockerfile:1:1 FAIL",
        "FROM alpine:3 AS a;FROM A|Dockerfile:1:1 FAIL",
        "FROM scratch|Dockerfile:1:1 FAIL",
        "ARG T;FROM gcr.io/distroless/static:${T}|Dockerfile:2:1 INCONCLUSIVE",
        "FROM gcr.io/distroless/static@sha256:"
            + "1111111111111111111111111111111111111111111111111111111111111111"
            + "|Dockerfile:1:1 INCONCLUSIVE",
        "FROM Bad|Dockerfile:1:1 FAIL"
      })
  void theBaseIsOneThatThePolicyNames(String lines, String expected) {
    assertFound(lines, "base-image-is-allowed", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM a;USER 65532:65532|",
        "FROM a;USER app|",
        "FROM gcr.io/distroless/static:nonroot|",
        "FROM a AS b;USER 7;FROM b|",
        "FROM a;ARG UID=5;USER $UID|",
        "FROM a;ENV U=0;USER ${U}|Dockerfile:3:1 FAIL",
        "FROM a;USER 1;USER root:root|Dockerfile:3:1 FAIL",
        "FROM a;USER 0:5|Dockerfile:2:1 FAIL",
        "FROM gcr.io/distroless/static:latest|Dockerfile:1:1 FAIL",
        "FROM scratch|Dockerfile:1:1 FAIL",
        "FROM a AS b;ONBUILD USER 0;FROM b|Dockerfile:2:1 FAIL",
        "FROM a|Dockerfile:1:1 INCONCLUSIVE",
        "FROM a;ARG UID;USER $UID|Dockerfile:3:1 INCONCLUSIVE"
      })
  void theUserIsNotRoot(String lines, String expected) {
    assertFound(lines, "image-runs-as-non-root", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"FROM a;USER 1:app|", "FROM a|", "FROM a;USER nonroot:nonroot|Dockerfile:2:1 FAIL"})
  void theUserIsANumber(String lines, String expected) {
    assertFound(lines, "image-user-is-numeric", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM scratch;COPY a /a;RUN [\"/a\", \"init\"]|",
        "FROM gcr.io/distroless/static:debug|Dockerfile:1:1 FAIL",
        "FROM scratch;RUN /a|Dockerfile:2:1 FAIL",
        "FROM scratch;RUN [\"/bin/sh\", \"-c\", \"a\"]|Dockerfile:2:1 FAIL",
        "FROM busybox AS b;FROM scratch;COPY --from=b /bin/sh /bin/sh|Dockerfile:3:1 FAIL",
        "FROM scratch;COPY --from=busybox [\"/bin/busybox\", \"/x\"]|Dockerfile:2:1 FAIL",
        "FROM scratch AS b;RUN x;FROM b|Dockerfile:2:1 FAIL",
        "FROM alpine AS b;FROM scratch;COPY --from=b /usr/bin/ /usr/bin/|Dockerfile:3:1"
            + " INCONCLUSIVE",
        "FROM alpine AS b;FROM scratch;COPY --from=b / /|Dockerfile:3:1 INCONCLUSIVE",
        "FROM alpine:3|Dockerfile:1:1 INCONCLUSIVE"
      })
  void nothingBringsAShell(String lines, String expected) {
    assertFound(lines, "stage-brings-no-shell", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM alpine AS b;RUN apk add x;FROM scratch;COPY --from=b /x /x|",
        "FROM alpine;RUN x=1 && apk add y|Dockerfile:2:1 FAIL",
        "FROM alpine;RUN <<E;/usr/bin/apt-get install x;E|Dockerfile:2:1 FAIL",
        "FROM scratch;COPY --from=alpine /sbin/apk /sbin/|Dockerfile:2:1 FAIL",
        "FROM alpine;COPY a /apk-notes|Dockerfile:1:1 INCONCLUSIVE"
      })
  void nothingBringsAPackageManager(String lines, String expected) {
    assertFound(lines, "stage-brings-no-package-manager", expected);
  }

  @Test
  void basesArePinnedInProduction() {
    String text =
        "FROM golang:1 AS build\nFROM build AS more\nFROM gcr.io/distroless/static:nonroot\n";

    assertThat(found(text, "base-image-is-pinned"))
        .singleElement()
        .asString()
        .contains(":3:1 FAIL");
    assertThat(found(text, "build-stage-is-pinned"))
        .singleElement()
        .asString()
        .contains(":1:1 FAIL");
  }

  @Test
  void aFileThatCannotBeReadIsInconclusive() {
    assertThat(found("FRM x", "repository-file-is-readable"))
        .singleElement()
        .asString()
        .startsWith("Dockerfile:1:1 INCONCLUSIVE cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile-dev",
        "Dockerfile.prod",
        "api.dockerfile",
        "api.Dockerfile",
        "deploy/dockerfile",
        "Containerfile.prod"
      })
  void aFileIsOneByItsName(String name) {
    assertThat(
            new Checkout(folder)
                .with(name, "FROM scratch\nUSER 0\n")
                .found(PROMISE, "image-runs-as-non-root"))
        .hasSize(1);
  }

  @Test
  void distrolessWithoutATagIsRoot() {
    assertFound("FROM gcr.io/distroless/static", "image-runs-as-non-root", "Dockerfile:1:1 FAIL");
  }

  private void assertFound(String lines, String rule, String expected) {
    List<String> found = found(lines.replace(';', '\n') + "\n", rule);
    if (expected == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).singleElement().asString().startsWith(expected);
    }
  }
}
