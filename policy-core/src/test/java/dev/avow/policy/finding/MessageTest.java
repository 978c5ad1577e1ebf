package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

  static Stream<Arguments> marks() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("may run as root", List.of()),
        Arguments.of("{found}", List.of("found")),
        Arguments.of("{found} is below {minimum}, {found}", List.of("found", "minimum", "found")),
        Arguments.of("a } b {c} {", List.of("c")),
        Arguments.of("open {end", List.of()),
        Arguments.of("{}", List.of("")));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void marksAreNamesInBraces(String template, List<String> marks) {
    assertThat(Message.marks(template)).isEqualTo(marks);
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of("{a} is below {b}", "1 is below 2"),
        Arguments.of("{b}{a}", "21"),
        Arguments.of("{a} {a}", "1 1"),
        Arguments.of("x {a} y } z", "x 1 y } z"),
        Arguments.of("nothing to fill", "nothing to fill"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void eachMarkIsReplacedByWhatIsSaidOfItsName(String template, String text) {
    Map<String, String> values = Map.of("a", "1", "b", "2");

    assertThat(Message.of(template, mark -> values.getOrDefault(mark, "?"))).hasToString(text);
  }

  @Test
  void anArgumentThatLooksLikeAMarkStaysAsItIs() {
    assertThat(Message.of("{a} and {b}", mark -> "{" + mark + "}").text()).isEqualTo("{a} and {b}");
  }

  @Test
  void bracesOfALiteralMessageAreOrdinaryCharacters() {
    assertThat(Message.literal("${secret} is exposed").text()).isEqualTo("${secret} is exposed");
  }

  @Test
  void anArgumentTooManyOrTooFewIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Message("{a} {b}", List.of("1")))
        .withMessage("\"{a} {b}\" has 2 marks but 1 arguments were given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Message("none", List.of("1")))
        .withMessage("\"none\" has 0 marks but 1 arguments were given");
  }

  @Test
  void messagesAreEqualIfTemplateAndArgumentsAre() {
    Message message = new Message("{a}!", List.of("1"));

    Equality.ofAll(message, new Message("{a}!", List.of("1")), Serialized.copyOf(message));
    Equality.ofOrder(
        List.of(
            Message.literal("0"),
            Message.literal("1!"),
            new Message("{a}!", List.of("1")),
            new Message("{b}!", List.of("1")),
            new Message("{a}{b}", List.of("2", "34")),
            new Message("{a}{b}", List.of("23", "4"))));
  }
}
