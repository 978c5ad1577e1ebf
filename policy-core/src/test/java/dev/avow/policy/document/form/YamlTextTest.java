package dev.avow.policy.document.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.DocumentReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

  @Test
  void mappingsAndListsAreWrittenInBlocks() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("texts", List.of("one", "two"));
    tree.put("mapping", Map.of("number", 7L));
    tree.put("flag", false);
    tree.put("mappings", List.of(Map.of("list", List.of("x"))));

    assertThat(YamlText.of(tree))
        .isEqualTo(
            """
            texts:
              - one
              - two
            mapping:
              number: 7
            flag: false
            mappings:
              - list:
                  - x
            """);
  }

  @Test
  void whatIsEmptyIsWrittenInBrackets() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("list", List.of());
    tree.put("mapping", Map.of());

    assertThat(YamlText.of(tree)).isEqualTo("list: []\nmapping: {}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "48h             | 48h",
        "14+             | 14+",
        "0.1.x           | 0.1.x",
        "2027-01-31      | 2027-01-31",
        "off             | off",
        "kube-*          | kube-*",
        "1.10            | \"1.10\"",
        "42              | \"42\"",
        "true            | \"true\"",
        "null            | \"null\"",
        "~               | \"~\"",
        "0x1F            | \"0x1F\"",
        ".inf            | \".inf\"",
        "a: b            | 'a: b'",
        "*               | '*'",
        "# no comment    | '# no comment'",
      })
  void aTextIsQuotedWhereItWouldBeReadAsSomethingElse(String text, String written) {
    assertThat(YamlText.of(Map.of("key", text))).isEqualTo("key: " + written + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "two\nlines",
        "two\n\nparagraphs\n",
        "tab\t",
        "\u0000",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "😀",
        "- x",
        "? x",
        "x:",
        ": x",
        "a #b",
        "'",
        "\"",
        "\\",
        "%x",
        "@x",
        "`x",
        "!x",
        "&x",
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        ",",
        "---",
        "...",
        "<<",
        "=",
        "1_000",
        "1:30",
        "-",
        "+1"
      })
  void everyTextIsReadAsItWas(String text) {
    String asValue = YamlText.of(Map.of("key", text));
    String asKey = YamlText.of(Map.of(text, "value"));
    String asItem = YamlText.of(List.of(text));

    assertThat(DocumentReader.yaml12().readOne("t", asValue).field().field("key").text())
        .contains(text);
    assertThat(DocumentReader.yaml12().readOne("t", asKey).field().field(text).text())
        .contains("value");
    assertThat(DocumentReader.yaml12().readOne("t", asItem).field().item(0).text()).contains(text);
  }

  @Test
  void aLongTextStaysOnItsLine() {
    String text = "word ".repeat(100).strip();

    assertThat(YamlText.of(Map.of("key", text))).isEqualTo("key: " + text + "\n");
  }
}
