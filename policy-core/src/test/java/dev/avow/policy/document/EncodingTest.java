package dev.avow.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Unreadable.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static final String TEXT = "é: \"😀\" # ñ\n---\nlast: 𝔘\n";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "UTF-32LE, FFFE0000",
    "UTF-32BE, 0000FEFF",
  })
  void aByteOrderMarkTellsTheEncoding(String charset, String mark) throws IOException {
    byte[] bytes = bytes(mark, TEXT.getBytes(Charset.forName(charset)));

    assertThat(Reads.all(bytes).stream().map(Reads::shown))
        .containsExactly("0 at 1:1 {é=😀}", "1 at 3:1 {last=𝔘}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EFBBBF", "FFFE", "FEFF", "FFFE0000", "0000FEFF"})
  void aByteOrderMarkAloneIsNoDocument(String mark) throws IOException {
    assertThat(Reads.all(bytes(mark, new byte[0]))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FF, 6, 1:7",
    "C3, 6, 1:7",
    "C080, 6, 1:7",
    "E28228, 6, 1:7",
    "EDA080, 6, 1:7",
    "F4908080, 6, 1:7",
    "C3A980, 8, 1:8",
  })
  void aBrokenByteCostsItsDocumentOnly(String broken, int offset, String place) throws IOException {
    byte[] bytes =
        bytes(
            "613A2078203A"
                + broken
                + hex("\nb: 1\n---\nc: 2\n---\nd: \"")
                + broken
                + hex("\"\n---\ne: 5"),
            new byte[0]);

    List<Reading> readings = Reads.all(bytes);

    assertThat(readings).hasSize(4);
    assertThat(readings.get(0)).isInstanceOf(Unreadable.class);
    Unreadable first = (Unreadable) readings.get(0);
    assertThat(first.cause()).isEqualTo(Cause.NOT_TEXT);
    assertThat(first.location()).hasToString("bytes.yaml:" + place);
    assertThat(first.reason()).endsWith("but byte " + offset + " is not");
    assertThat(Reads.shown(readings.get(1))).isEqualTo("1 at 4:1 {c=2}");
    assertThat(Reads.shown(readings.get(2))).startsWith("6:").endsWith("NOT_TEXT");
    assertThat(Reads.shown(readings.get(3))).isEqualTo("3 at 8:1 {e=5}");
  }

  @Test
  void theOffsetOfABrokenByteCountsFromTheBeginning() throws IOException {
    byte[] bytes =
        bytes("EFBBBF", bytes(hex("é: 1\n".repeat(5_000) + "---\n") + "FF", new byte[0]));

    Unreadable last = (Unreadable) Reads.all(bytes).get(1);

    assertThat(last.location().line()).isEqualTo(5002);
    assertThat(last.reason()).endsWith("but byte " + (3 + 6 * 5_000 + 4) + " is not");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, FFFE, 00D8", "UTF-16BE, FEFF, DC00", "UTF-32LE, FFFE0000, 00001100"})
  void halfACharacterIsNoText(String charset, String mark, String broken) throws IOException {
    Charset utf = Charset.forName(charset);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(bytes(mark, "a: x".getBytes(utf)));
    bytes.write(bytes(broken, "\n---\nb: 1".getBytes(utf)));

    assertThat(Reads.all(bytes.toByteArray()).stream().map(Reads::shown))
        .containsExactly("1:5 NOT_TEXT", "1 at 3:1 {b=1}");
  }

  @Test
  void aTextCutOffInACharacterIsNoText() throws IOException {
    assertThat(Reads.all(bytes("613A20C3", new byte[0])).stream().map(Reads::shown))
        .containsExactly("1:4 NOT_TEXT");
    assertThat(Reads.all(bytes("FFFE61003A", new byte[0])).stream().map(Reads::shown))
        .containsExactly("1:2 NOT_TEXT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0001", "\u0008", "\u000B", "\u000C", "\u001B", "\u007F", "\u009F", "\uFFFE",
        "\uFFFF"
      })
  void controlCharactersAreNoText(String bad) {
    Unreadable unreadable = Reads.unreadable("a: 1\nb: 'x" + bad + "y'");

    assertThat(unreadable.cause()).isEqualTo(Cause.NOT_TEXT);
    assertThat(unreadable.location()).hasToString("test.yaml:2:6");
    assertThat(unreadable.reason())
        .isEqualTo(
            "text must not have control characters but has U+%04X".formatted((int) bad.charAt(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001B"})
  void controlCharactersAreNoJsonEither(String bad) {
    assertThat(Reads.unreadable("{\"a\": \"" + bad + "\"}").cause()).isEqualTo(Cause.NOT_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u007F", "\u009F", "\uFFFE"})
  void jsonAdmitsMoreThanYaml(String odd) {
    assertThat(Reads.value("[\"" + odd + "\"]")).isEqualTo(List.of(odd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\u0085", "\u00A0", "\uFEFF", "\uFFFD", "\u2028"})
  void otherCharactersAreText(String good) {
    assertThat(Reads.root("a: \"x" + good + "y\"")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: \uD83D", "a: \uDE00", "a: \uDE00\uD83D", "a: \uD83Dx", "a: \uDFFF", "\uDFFF"})
  void halfACharacterInAStringIsNoText(String text) {
    assertThat(Reads.unreadable(text).cause()).isEqualTo(Cause.NOT_TEXT);
  }

  @Test
  void whatIsBinaryIsNoText() {
    byte[] bytes = new byte[1 << 20];
    new Random(1).nextBytes(bytes);

    assertThat(Reads.all(bytes))
        .isNotEmpty()
        .allSatisfy(
            reading ->
                assertThat(reading)
                    .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.cause()).isEqualTo(Cause.NOT_TEXT)));
  }

  @Test
  void utf16WithoutAMarkIsNoText() {
    assertThat(Reads.all("a: 1\n".getBytes(StandardCharsets.UTF_16LE)).stream().map(Reads::shown))
        .containsExactly("1:2 NOT_TEXT");
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append("%02X".formatted(each));
    }
    return hex.toString();
  }

  private static byte[] bytes(String hex, byte[] rest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < hex.length(); i += 2) {
      bytes.write(Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    bytes.write(rest);
    return bytes.toByteArray();
  }
}
