package dev.avow.policy.document.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.DocumentReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void isIndentedByTwoSpaces() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("texts", List.of("one", "größe"));
    tree.put("number", 7L);
    tree.put("flag", false);

    assertThat(JsonText.of(tree))
        .isEqualTo(
            """
            {
              "texts": [
                "one",
                "größe"
              ],
              "number": 7,
              "flag": false
            }
            """);
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(JsonText.of(List.of("a\u0085b\u2028c\uFEFF")))
        .contains("\"a\\u0085b\\u2028c\\uFEFF\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "\\", "\n", "\u0000", "\u0085", "\u2028", "\uFEFF", "😀"})
  void everyTextIsReadAsItWas(String text) {
    String json = JsonText.of(Map.of("key", text));

    assertThat(DocumentReader.yaml12().readOne("t", json).field().field("key").text())
        .contains(text);
  }
}
