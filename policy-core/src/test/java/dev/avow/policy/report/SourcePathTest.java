package dev.avow.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePathTest {

  @ParameterizedTest
  @CsvSource({
    "deploy/a.yaml, '', deploy/a.yaml",
    "./deploy//b/../a.yaml, '', deploy/a.yaml",
    "../a.yaml, '', ../a.yaml",
    "../../a.yaml, /repo, ../../a.yaml",
    "/repo/deploy/a.yaml, /repo, deploy/a.yaml",
    "/repo/deploy/a.yaml, /repo/, deploy/a.yaml",
    "/repo/../repo/a.yaml, /repo, a.yaml",
    "/repository/a.yaml, /repo, /repository/a.yaml",
    "C:\\repo\\deploy\\a.yaml, C:/repo, deploy/a.yaml",
    "D:/a.yaml, C:/repo, /D:/a.yaml",
    "a\\b.yaml, '', a\\b.yaml",
    "(standard input), /repo, (standard input)"
  })
  void isSeenFromTheFolderOfTheReport(String source, String root, String path) {
    assertThat(SourcePath.of(source, root).text()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "deploy/a b.yaml, deploy/a%20b.yaml",
    "deploy/100%.yaml, deploy/100%25.yaml",
    "a#b?.yaml, a%23b%3F.yaml",
    "a:b.yaml, a%3Ab.yaml",
    "grün/😀.yaml, gr%C3%BCn/%F0%9F%98%80.yaml",
    "/etc/a b.yaml, file:///etc/a%20b.yaml",
    "C:/a.yaml, file:///C%3A/a.yaml",
    "a\\b, a%5Cb",
    "(standard input), (standard%20input)"
  })
  void isAUriWithWhatUrisForbidEncoded(String source, String uri) {
    assertThat(SourcePath.of(source, "").uri()).isEqualTo(uri);
  }
}
