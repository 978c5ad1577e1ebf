package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

  private static final Path SEED = Checkout.file("docs/policies/pvc-viewer.yaml");
  private static final Path SAMPLES = Checkout.file("docs/examples/samples/storage-viewer");
  private static final String IN_SAMPLES = "samples/storage-viewer/";

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: good, namespace: a}
      spec:
        containers:
          - {name: main, image: "ghcr.io/acme/app:1.2.3"}
      """;
  private static final String BAD = GOOD.replace(":1.2.3", "").replace("good", "bad");

  @TempDir private Path folder;
  private Path policy = Path.of("");

  @BeforeEach
  void promiseSpecificTags() throws IOException {
    policy = policy("");
  }

  @Nested
  class TheSamples {

    @Test
    void breakThePromisesThatTheyAreMeantToBreak() {
      Run run = Run.of("check", "--policy", SEED, SAMPLES);

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
      assertThat(places(run))
          .containsExactly(
              "agents.yaml:48:5 pod-is-isolated-for-ingress",
              "agents.yaml:51:7 storage-context-is-kept",
              "agents.yaml:56:13 read-only-root-filesystem",
              "agents.yaml:56:13 storage-context-is-kept",
              "agents.yaml:56:24 runs-as-non-root",
              "agents.yaml:56:24 storage-context-is-kept",
              "agents.yaml:57:25 is-not-privileged",
              "agents.yaml:57:25 no-privilege-escalation",
              "agents.yaml:59:21 adds-no-capabilities",
              "agents.yaml:63:41 limit-is-not-below-request",
              "backend.yaml:18:37 service-account-token-is-not-mounted",
              "backend.yaml:28:11 requests-and-limits-are-set",
              "backend.yaml:47:17 drops-all-capabilities",
              "backend.yaml:52:18 image-tag-is-specific",
              "backend.yaml:54:13 read-only-root-filesystem",
              "jobs.yaml:12:9 pod-is-isolated-for-ingress",
              "jobs.yaml:15:11 service-account-token-is-not-mounted",
              "jobs.yaml:18:22 image-tag-is-specific");
      assertThat(run.out()).contains("BROKEN on 2026-11-22: 12 findings block at HIGH or above");
    }

    private static Iterable<String> places(Run run) {
      return run.out()
          .lines()
          .filter(line -> line.contains(IN_SAMPLES))
          .filter(line -> !line.startsWith(" "))
          .map(line -> line.split(IN_SAMPLES, 2)[1].replace("!", ""))
          .map(line -> line.split(" +"))
          .map(words -> words[0] + " " + words[2])
          .toList();
    }
  }

  @Nested
  class TheExitCode {

    @Test
    void isZeroWhereThePromiseIsKept() throws IOException {
      assertThat(check(file("good.yaml", GOOD)).code()).isZero();
    }

    @Test
    void isOneWhereTheGateBlocks() throws IOException {
      assertThat(check(file("good.yaml", GOOD), file("bad.yaml", BAD)).code()).isEqualTo(1);
    }

    @Test
    void isThreeWhereADocumentCannotBeRead() throws IOException {
      Run run = check(file("torn.yaml", GOOD + "---\nkind: [Pod\n"));

      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).contains("torn.yaml:", "manifest-is-readable", "INCONCLUSIVE");
    }

    @Test
    void isThreeForAChartThatMustBeRendered() throws IOException {
      file("shop/Chart.yaml", "apiVersion: v2\nname: shop\n");
      for (int i = 0; i < 30; i++) {
        file("shop/templates/" + i + ".yaml", "kind: {{ .Values.kind }}\n");
      }

      Run run = check(folder.resolve("shop"));

      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out())
          .contains("1 finding by ruling: 1 undecided", "helm template " + folder.resolve("shop"));
    }

    @Test
    void isZeroWhereThePolicyAcceptsWhatCannotBeRead() throws IOException {
      policy = policy("  accept-inconclusive: true\n");

      assertThat(check(file("torn.yaml", GOOD + "---\nkind: [Pod\n")).code()).isZero();
    }

    @Test
    void isTwoForAFileThatIsNoTextWhateverElseIsFound() throws IOException {
      Path binary = folder.resolve("binary.yaml");
      Files.write(binary, new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2});

      Run run = check(file("bad.yaml", BAD), binary);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains(binary.toString());
      assertThat(run.out()).contains("bad.yaml:6:27", "image-tag-is-specific");
    }

    @Test
    void isTwoForAPathThatIsNotThere() {
      Run run = check(folder.resolve("nowhere"));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("nowhere");
    }

    @Test
    void isTwoForABadPolicyWithAllThatIsWrong() throws IOException {
      policy =
          file(
              "policy.yaml",
              """
              apiVersion: avow.dev/v1
              kind: SecurityPolicy
              name: bad
              hardening:
                rules: {image-tag-is-specifik: on}
                profil: restricted
              gate: {fail-on: soon}
              """);

      Run run = check(file("good.yaml", GOOD));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("policy.yaml:6:3", "profil", "policy.yaml:7:17", "soon");
    }

    @Test
    void isTwoForAPolicyThatNamesAnUnknownRule() throws IOException {
      policy =
          file(
              "policy.yaml",
              Files.readString(policy).replace("image-tag-is-specific", "image-tag-is-specifik"));

      Run run = check(file("good.yaml", GOOD));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("policy.yaml:", "perhaps \"image-tag-is-specific\"");
    }

    @Test
    void isTwoForAPolicyThatIsNotThere() throws IOException {
      policy = folder.resolve("no-policy.yaml");

      Run run = check(file("good.yaml", GOOD));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("no-policy.yaml").doesNotContain("at dev.avow");
    }

    @ParameterizedTest
    @CsvSource({"check", "check --policy", "chek", "check --policy x --format xml y", "''"})
    void isTwoForACallThatMakesNoSense(String words) {
      Run run = Run.of((Object[]) words.split(" "));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"''", "'# nothing\n---\n# at all\n'"})
    void isZeroForFilesThatHoldNothingAndSaysSo(String text) throws IOException {
      Run run = check(file("empty.yaml", text));

      assertThat(run.code()).isZero();
      assertThat(run.err()).contains("nothing to check: 1 file");
    }

    @Test
    void isThreeForAFolderWithoutManifests() throws IOException {
      file("notes.txt", "nothing");

      Path empty = Files.createDirectory(folder.resolve("empty"));
      Run run = check(empty);

      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).contains("nothing to check: no file");
    }
  }

  @Nested
  class Inputs {

    @Test
    void mayComeFromStandardInput() {
      Run run = Run.with(BAD, false, "check", "--policy", policy, "-");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("(standard input):6:27");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16BE", "UTF-8"})
    void mayHaveAnyEncodingThatItsMarkTells(String encoding) throws IOException {
      String marked = encoding.equals("UTF-16") ? BAD : "\uFEFF" + BAD;
      Path file = folder.resolve("encoded.yaml");
      Files.write(file, marked.getBytes(encoding));

      assertThat(check(file).out()).contains("encoded.yaml:6:27");
    }

    @Test
    void mayHaveLinesThatEndAsOnWindows() throws IOException {
      assertThat(check(file("dos.yaml", BAD.replace("\n", "\r\n"))).out())
          .contains("dos.yaml:6:27");
    }

    @Test
    void mayBeAThousandFiles() throws IOException {
      for (int i = 0; i < 1000; i++) {
        file("many/" + i + ".yaml", (i == 500 ? BAD : GOOD).replace("name: ", "name: p" + i + "-"));
      }

      Run run = Run.with("", true, "check", "--policy", policy, folder.resolve("many"));

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("500.yaml");
      assertThat(run.err()).contains("\r1,000 documents");
    }

    @Test
    void thatAreNoKubernetesObjectsAreCountedAndPassedOver() throws IOException {
      Run run = check(file("good.yaml", GOOD), file("values.yaml", "replicas: 2\n"));

      assertThat(run.code()).isZero();
      assertThat(run.err()).contains("1 document is no Kubernetes object", "values.yaml:1:1");
    }

    @Test
    void areJudgedEachAloneWhereThatIsAskedFor() throws IOException {
      policy = policy("", "pod-is-isolated-for-ingress: {enabled: on, severity: high}");
      Path pod = file("pod.yaml", GOOD);
      Path isolation =
          file(
              "policy/isolation.yaml",
              """
              apiVersion: networking.k8s.io/v1
              kind: NetworkPolicy
              metadata: {name: all, namespace: a}
              spec: {podSelector: {}}
              """);

      assertThat(check(pod, isolation).code()).isZero();
      assertThat(Run.of("check", "--policy", policy, "--each-file-alone", pod, isolation).code())
          .isEqualTo(1);
    }
  }

  @Nested
  class TheReport {

    @Test
    void isJsonWhereThatIsAskedFor() throws IOException {
      Run run = Run.of("check", "--policy", policy, "--format", "json", file("bad.yaml", BAD));

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).startsWith("{").contains("\"avow.dev/decision/v1\"", "\"BROKEN\"");
    }

    @ParameterizedTest
    @CsvSource({"text, PASS            image-tag-is-specific", "json, '\"results\"'"})
    void listsWhatPassedWhereThatIsAskedFor(String format, String shown) throws IOException {
      Path file = file("good.yaml", GOOD);

      assertThat(Run.of("check", "--policy", policy, "--format", format, file).out())
          .doesNotContain(shown);
      assertThat(
              Run.of("check", "--policy", policy, "--format", format, "--all-results", file).out())
          .contains(shown);
    }

    @Test
    void isColouredOnATerminalOnly() throws IOException {
      Path file = file("bad.yaml", BAD);

      assertThat(Run.with("", true, "check", "--policy", policy, file).out()).contains("\u001b[");
      assertThat(check(file).out()).doesNotContain("\u001b[");
    }

    @Test
    void judgesWaiversOnTheDayThatIsGiven() throws IOException {
      policy =
          file(
              "policy.yaml",
              Files.readString(policy)
                  + """
                  waivers:
                    - rule: image-tag-is-specific
                      because: preview builds
                      until: 2026-11-22
                  """);
      Path file = file("bad.yaml", BAD);

      assertThat(check(file).code()).isZero();
      assertThat(Run.of("check", "--policy", policy, "--on", "2026-11-23", file).code())
          .isEqualTo(1);
    }
  }

  @Nested
  class Reports {

    private Run write(Object... words) throws IOException {
      return run(file("bad.yaml", BAD), words);
    }

    private Run run(Path input, Object... words) {
      List<Object> all = new ArrayList<>(List.of("check", "--policy", policy));
      all.addAll(List.of(words));
      all.add(input);
      return Run.of(all.toArray());
    }

    private String read(String name) throws IOException {
      return Files.readString(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "text         | BROKEN on 2026-11-22",
          "json         | \"avow.dev/decision/v1\"",
          "sarif        | \"version\": \"2.1.0\"",
          "junit        | <testsuites name=\"test\"",
          "gitlab       | \"check_name\": \"image-tag-is-specific\"",
          "markdown     | ### test: BROKEN",
          "html         | <title>test: BROKEN</title>",
          "policyreport | \"kind\": \"PolicyReport\"",
          "openreports  | \"apiVersion\": \"openreports.io/v1alpha1\"",
          "SARIF        | \"version\": \"2.1.0\""
        })
    void goToAFileOrToTheTerminal(String format, String holds) throws IOException {
      Run toFile = write("--format", format, "--out", folder.resolve("report"));
      Run toTerminal = write("--format", format);
      Run toDash = write("--format", format, "--out", "-");

      assertThat(toFile.code()).isEqualTo(1);
      assertThat(read("report")).contains(holds).isEqualTo(toTerminal.out());
      assertThat(toFile.out()).contains("BROKEN on 2026-11-22");
      assertThat(toTerminal.out()).contains(holds);
      assertThat(toDash.out()).isEqualTo(toTerminal.out());
    }

    @Test
    void canBeSeveralAtOnceWhileTextGoesToTheTerminal() throws IOException {
      Run run =
          write(
              "--format",
              "sarif",
              "--out",
              folder.resolve("a"),
              "--format",
              "junit",
              "--out",
              folder.resolve("b"),
              "--format",
              "json",
              "--out",
              folder.resolve("c"));

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("bad.yaml:6:27", "BROKEN on");
      assertThat(read("a")).contains("partialFingerprints");
      assertThat(read("b")).contains("<failure ");
      assertThat(read("c")).contains("\"rulings\"");
    }

    @Test
    void leaveNothingBesideThem() throws IOException {
      write("--format", "html", "--out", folder.resolve("report"));

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .map(file -> file.getFileName().toString())
            .containsExactlyInAnyOrder("policy.yaml", "bad.yaml", "report");
      }
    }

    @Test
    void replaceWhatWasThere() throws IOException {
      file("report", "old ".repeat(100_000));

      write("--format", "gitlab", "--out", folder.resolve("report"));

      assertThat(read("report")).startsWith("[").endsWith("]\n");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--format sarif --format junit --out x | --format sarif must have an --out FILE behind"
              + " it",
          "--format sarif --out x --format junit | --format junit must have an --out FILE behind"
              + " it",
          "--out x                               | --out x must have a --format of its own before"
              + " it",
          "--format sarif --out x --out y        | --out y must have a --format of its own before"
              + " it",
          "--format sarif --out x --format html --out ./x | every --out must name a file of its"
              + " own",
          "--format sarif --out no/such/folder/x | --out no/such/folder/x must be in a folder that"
              + " exists",
          "--format sarif --out src              | --out must be a file but src is a folder",
          "--max 0                               | --max must be 1 or more but was 0"
        })
    void thatDoNotPairAreRefusedBeforeAnythingIsRead(String words, String complaint)
        throws IOException {
      Run run = write((Object[]) words.split(" "));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(complaint);
      assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void areNotWrittenWhereThePolicyIsBad() throws IOException {
      Files.writeString(policy, "kind: nonsense");

      assertThat(write("--format", "sarif", "--out", folder.resolve("report")).code()).isEqualTo(2);
      assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void countWhatIsBeyondTheMaximum() throws IOException {
      String stream =
          String.join(
              "---\n", IntStream.range(0, 9).mapToObj(i -> BAD.replace("bad", "bad" + i)).toList());

      Run run =
          run(
              file("stream.yaml", stream),
              "--max",
              2,
              "--format",
              "html",
              "--out",
              folder.resolve("r"));

      assertThat(run.out()).contains("… and 7 more of image-tag-is-specific: 7 blocks");
      assertThat(run.out()).contains("9 findings block at HIGH or above");
      assertThat(read("r")).contains("… and 7 more of image-tag-is-specific: 7 blocks");
    }

    @Test
    void showLinesOfTheSourcesOnlyWhereThatIsAskedFor() throws IOException {
      Path secret =
          file(
              "secret.yaml",
              "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: hunter2}\n---\n"
                  + BAD);

      run(secret, "--format", "html", "--out", folder.resolve("without"));
      run(secret, "--excerpts", "--format", "html", "--out", folder.resolve("with"));

      assertThat(read("without")).doesNotContain("<summary>source</summary>");
      assertThat(read("with"))
          .contains(
              "<mark>ghcr.io/acme/app</mark>"
                  .replace("ghcr", "&quot;ghcr")
                  .replace("app<", "app&quot;<"))
          .doesNotContain("hunter2");
    }

    @Test
    void nameTheApiVersionsOfResources() throws IOException {
      write("--format", "policyreport", "--out", folder.resolve("r"));

      assertThat(read("r"))
          .contains("\"apiVersion\": \"v1\",\n              \"kind\": \"Pod\"")
          .contains("\"seconds\": " + Run.NOW.getEpochSecond());
    }
  }

  @Test
  void countsAreThoseOfManyDocuments() throws IOException {
    String stream =
        String.join(
            "---\n", IntStream.range(0, 20).mapToObj(i -> BAD.replace("bad", "bad" + i)).toList());

    Run run = check(file("stream.yaml", stream));

    assertThat(run.out()).contains("20 findings block");
  }

  private Run check(Path... paths) {
    Object[] words = new Object[paths.length + 3];
    words[0] = "check";
    words[1] = "--policy";
    words[2] = policy;
    System.arraycopy(paths, 0, words, 3, paths.length);
    return Run.of(words);
  }

  private Path policy(String gate) throws IOException {
    return policy(gate, "image-tag-is-specific: on");
  }

  private Path policy(String gate, String rule) throws IOException {
    return file(
        "policy.yaml",
        """
        apiVersion: avow.dev/v1
        kind: SecurityPolicy
        name: test
        hardening:
          rules:
            %s
        gate:
          fail-on: high
        %s\
        """
            .formatted(rule, gate));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
