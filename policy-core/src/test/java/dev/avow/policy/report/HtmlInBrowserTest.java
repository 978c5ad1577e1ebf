package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.avow.policy.finding.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser, where one is installed. */
class HtmlInBrowserTest {

  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  @TempDir private Path folder;

  @Test
  void allFindingsAreShownAtFirst() throws Exception {
    String page = open(Sample.decision(), ReportStyle.standard(), "");

    assertThat(page).contains("8 of 8 findings shown");
    assertThat(shown(page)).isEqualTo(8);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "without=severity+MEDIUM&without=severity+HIGH, 1",
    "without=ruling+blocks&without=ruling+undecided, 6",
    "rule=runs-as-non-root, 1",
    "text=PROD%2Fweb, 1",
    "text=latest+deploy%2Fa.yaml, 1",
    "text=nothing-like-it, 0"
  })
  void theChoiceInTheAddressIsWhatIsShown(String choice, int findings) throws Exception {
    String page = open(Sample.decision(), ReportStyle.standard(), "#" + choice);

    assertThat(page).contains(findings + " of 8 findings shown");
    assertThat(shown(page)).isEqualTo(findings);
  }

  @Test
  void aHostileNameIsATextToTheBrowserToo() throws Exception {
    String page = open(Written.hostile(), Written.hostileStyle(), "");

    assertThat(page).contains("1 of 1 findings shown").doesNotContain("<img");
  }

  private static int shown(String page) {
    return Pattern.compile("<article (?![^>]*hidden)")
        .matcher(page)
        .results()
        .mapToInt(each -> 1)
        .sum();
  }

  private String open(Decision decision, ReportStyle style, String choice) throws Exception {
    Optional<Path> browser = BROWSERS.stream().filter(Files::isExecutable).findFirst();
    assumeThat(browser).as("a browser").isPresent();
    Path page = folder.resolve("page.html");
    Files.writeString(page, Written.html(decision, style));
    Path dump = folder.resolve("dump.html");
    Process process =
        new ProcessBuilder(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")),
                "--dump-dom",
                page.toUri() + choice)
            .redirectOutput(dump.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return read(dump);
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
