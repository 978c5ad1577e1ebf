package dev.avow.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @Nested
  class Matching {

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            prod prod yes
            prod Prod no
            prod prod-eu no
            prod pro no
            '' '' yes
            '' a no
            .env .env yes
            a.c abc no
            a,b a,b yes
            a]b a]b yes
            a-b a-b yes
            größe größe yes
            """)
    void aPatternWithoutSpecialCharactersMatchesItself(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            * '' yes
            * prod yes
            * .hidden yes
            * / no
            * a/b no
            /* / yes
            /* /a yes
            /* /a/ no
            /* // no
            kube-* kube- yes
            kube-* kube-system yes
            kube-* Kube-system no
            kube-* my-kube-system no
            *-dev team-dev yes
            *-dev -dev yes
            *-dev team-dev-2 no
            *b*d abcd yes
            *b*d bd yes
            *b*d abdc no
            *b*d adb no
            a*a a no
            a*a aa yes
            a*b*c abbbc yes
            a*b*c aXbYcZc yes
            a*b*c aXbYcZ no
            a*/b abc/b yes
            a*/b a/c/b no
            */*/c a/b/c yes
            */*/c a/c no
            *.yaml .yaml yes
            *.yaml a.yaml yes
            *.yaml a.yaml.bak no
            a*** a yes
            a*** abc yes
            a*** a/b no
            """)
    void aStarMatchesWithinASegment(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            ** '' yes
            ** a yes
            ** a/b/c yes
            ** / yes
            **/ '' yes
            **/ a no
            **/ a/ yes
            **/ a/b/ yes
            a/** a yes
            a/** a/ yes
            a/** a/b yes
            a/** a/b/c yes
            a/** ab no
            a/b/** a/b yes
            a/b/** a no
            a/b/** a/bc no
            a/**/b/** a/x/b yes
            a/** b/a no
            a/**/ a yes
            a/**/ a/ yes
            a/**/ a/b no
            a/**/ a/b/ yes
            /** '' yes
            /** / yes
            /** /a/b yes
            /** a no
            **/c c yes
            **/c /c yes
            **/c b/c yes
            **/c a/b/c yes
            **/c a/bc no
            **/c c/d no
            a/**/d a/d yes
            a/**/d a/b/d yes
            a/**/d a/b/c/d yes
            a/**/d ad no
            a/**/d a/bd no
            a/**/d a/d/e no
            a/**/b/**/c a/b/c yes
            a/**/b/**/c a/x/b/y/z/c yes
            a/**/b/**/c a/x/c no
            **/b/* a/b/c yes
            **/b/* a/b/b/c yes
            **/b/* b/c/d no
            **/*.yaml a.yaml yes
            **/*.yaml a/b/c.yaml yes
            **/*.yaml a/b.yaml/c no
            **/**/c c yes
            **/**/c a/b/c yes
            */** a yes
            */** a/b/c yes
            */** '' yes
            """)
    void twoStarsThatAreASegmentCrossSegments(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            a** a yes
            a** abc yes
            a** abc/d no
            **c abc yes
            **c a/c no
            a/b** a/bc yes
            a/b** a/b/c no
            a/**b a/xb yes
            a/**b a/x/b no
            a**/b ac/b yes
            a**/b a/c/b no
            """)
    void twoStarsBesideOtherCharactersAreOneStar(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            ? a yes
            ? '' no
            ? / no
            ? ab no
            ? ☺ yes
            ? 😀 yes
            ?? 😀 no
            a?b a😀b yes
            a?b a/b no
            a???b a☺b no
            dev-? dev-1 yes
            dev-? dev-10 no
            *? '' no
            *? a yes
            """)
    void aQuestionMarkMatchesOneCharacter(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            [abc] b yes
            [abc] d no
            [abc] '' no
            [abc] ab no
            [a-c] b yes
            [a-c] d no
            [a-c] B no
            [a-cx-z] y yes
            [a-cx-z] m no
            [!a-c] d yes
            [!a-c] b no
            [^a-c] d yes
            [^a-c] b no
            [!a] '' no
            [a!] ! yes
            [a^] ^ yes
            kube-[^s]* kube-public yes
            kube-[^s]* kube-system no
            [α-ω] λ yes
            [α-ω] l no
            [!a] ☺ yes
            [😀-😂] 😁 yes
            [-] - yes
            [-a] - yes
            [-a] a yes
            [-a] b no
            [a-] - yes
            [a-] a yes
            [a-] b no
            [a-c-e] c yes
            [a-c-e] - yes
            [a-c-e] e yes
            [a-c-e] d no
            [c-a] b no
            [[] [ yes
            [\\]] ] yes
            [\\-] - yes
            [x\\-z] y no
            [x\\-z] - yes
            [\\a-\\c] b yes
            [*] * yes
            [*] a no
            [?{,}] { yes
            """)
    void bracketsMatchOneCharacterOfASet(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            {dev,test} dev yes
            {dev,test} test yes
            {dev,test} prod no
            {dev,test} dev,test no
            {dev} dev yes
            {} '' yes
            a{,b} a yes
            a{,b} ab yes
            a{,b} abb no
            a{b,c}d abd yes
            a{b,c}d acd yes
            a{b,c}d abcd no
            {a,b}{c,d} bc yes
            {a,b}{c,d} ab no
            {a,{b,c}} c yes
            {a,{b,c}d} cd yes
            {a,{b,c}d} a yes
            {a,{b,c}d} ad no
            a{b{c{d,e},f},g} abce yes
            a{b{c{d,e},f},g} abf yes
            a{b{c{d,e},f},g} abg no
            {a*,*b} ax yes
            {a*,*b} xb yes
            {a*,*b} x no
            *{a,b}* xbx yes
            *{a,b}* xcx no
            {a/b,c/d}/e c/d/e yes
            {a/b,c/d}/e a/d/e no
            {a,**}/c a/c yes
            {a,**}/c x/y/c yes
            {a,**}/c c yes
            a{/**,} a/b/c yes
            a{/**,} a yes
            a{/**,} ab no
            **{/a,b} x/y/a yes
            **{/a,b} xb yes
            **{/a,b} x/b no
            {x,a/**} a yes
            a{b,**} a/b no
            {a\\,b,c} a,b yes
            {a\\,b,c} a no
            {[,],a} , yes
            {[}],a} } yes
            """)
    void bracesMatchAlternatives(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            a\\*b a*b yes
            a\\*b axb no
            a\\?b a?b yes
            a\\?b axb no
            \\[a] [a] yes
            \\[a] a no
            \\{a,b\\} {a,b} yes
            \\{a,b\\} a no
            \\a a yes
            \\\\ \\ yes
            \\😀 😀 yes
            a/\\** a/b/c no
            a/\\** a/*b yes
            \\/** /a yes
            """)
    void aBackslashTakesTheNextCharacterAsItIs(String pattern, String text, String does) {
      assertThat(Glob.of(pattern).matches(text)).isEqualTo(does.equals("yes"));
    }
  }

  @Nested
  class Malformed {

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            [ 1 'close the set'
            a[bc 2 'close the set'
            a[!bc 2 'close the set'
            a[b- 2 'close the set'
            a[b\\] 2 'close the set'
            a[] 2 'have a character in the set'
            []a] 1 'have a character in the set'
            [!]a] 1 'have a character in the set'
            \\ 1 'have a character behind the backslash'
            a/b\\ 4 'have a character behind the backslash'
            [a\\ 3 'have a character behind the backslash'
            {a,b 1 'close the brace'
            x{a,{b,c} 2 'close the brace'
            a} 2 'open the brace that it closes'
            {a}} 4 'open the brace that it closes'
            😀[ 2 'close the set'
            ab{c,d}[ 8 'close the set'
            """)
    void patternsAreRefusedWithThePositionOfTheFault(String pattern, int position, String rule) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Glob.of(pattern))
          .withMessage(
              "glob must %s at character %d but was \"%s\"".formatted(rule, position, pattern));
    }
  }

  @Nested
  class Hostile {

    static Stream<Arguments> patterns() {
      String as = "a".repeat(2_000);
      return Stream.of(
          Arguments.of("*a".repeat(500) + "b", as),
          Arguments.of("**/".repeat(500) + "b", "a/".repeat(1_000)),
          Arguments.of("{a,a}".repeat(500) + "b", as),
          Arguments.of("{a,{a,{a,a}}}".repeat(200) + "b", as),
          Arguments.of("{".repeat(20_000) + "a" + "}".repeat(20_000) + "b", as),
          Arguments.of("{*,**,?}".repeat(300) + "b", as),
          Arguments.of("{**/,*/}".repeat(300) + "b", "a/".repeat(1_000)),
          Arguments.of("[a-z]*".repeat(300) + "[!a-z]", as),
          Arguments.of("{" + "a,".repeat(20_000) + "a}*b", as));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void noPatternTakesMoreThanItsSizeTimesThatOfTheText(String pattern, String text) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> assertThat(Glob.of(pattern).matches(text)).isFalse());
    }
  }

  /** Compares the matcher with one so simple that it is plainly right, on small patterns. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void starsMarksAndBracesAgreeWithTheirDefinition(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String pattern = random(random, "ab?*{},", 7);
      String text = random(random, "ab", 5);
      if (isBalanced(pattern)) {
        assertThat(Glob.of(pattern).matches(text))
            .as("%s matches %s", pattern, text)
            .isEqualTo(expand(pattern).anyMatch(plain -> matchesPlain(plain, text)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void starsThatCrossSegmentsAgreeWithTheirDefinition(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String pattern = random(random, "a/**?", 8);
      String text = random(random, "ab/", 6);
      assertThat(Glob.of(pattern).matches(text))
          .as("%s matches %s", pattern, text)
          .isEqualTo(matchesPath(pattern, 0, text, 0));
    }
  }

  private static boolean matchesPath(String pattern, int p, String text, int t) {
    String rest = pattern.substring(p);
    if (t == text.length() && (rest.isEmpty() || rest.equals("/**") || rest.equals("/**/"))) {
      return true;
    }
    if (rest.isEmpty()) {
      return false;
    }
    int stars = rest.length() - rest.replaceFirst("^[*]+", "").length();
    boolean crosses = stars == 2 && (p == 0 || pattern.charAt(p - 1) == '/');
    if (crosses && rest.length() == 2) {
      return true;
    }
    if (crosses && rest.charAt(2) == '/') {
      return matchesPath(pattern, p + 3, text, t)
          || IntStream.range(t, text.length())
              .filter(i -> text.charAt(i) == '/')
              .anyMatch(i -> matchesPath(pattern, p + 3, text, i + 1));
    }
    boolean segment = t < text.length() && text.charAt(t) != '/';
    if (stars > 0) {
      return matchesPath(pattern, p + stars, text, t)
          || (segment && matchesPath(pattern, p, text, t + 1));
    }
    boolean one =
        rest.charAt(0) == '?' ? segment : t < text.length() && rest.charAt(0) == text.charAt(t);
    return one && matchesPath(pattern, p + 1, text, t + 1);
  }

  private static String random(Random random, String alphabet, int length) {
    return random
        .ints(random.nextInt(length + 1), 0, alphabet.length())
        .mapToObj(i -> alphabet.substring(i, i + 1))
        .reduce("", String::concat);
  }

  private static boolean isBalanced(String pattern) {
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static Stream<String> expand(String pattern) {
    int close = pattern.indexOf('}');
    if (close < 0) {
      return Stream.of(pattern);
    }
    int open = pattern.lastIndexOf('{', close);
    return Stream.of(pattern.substring(open + 1, close).split(",", -1))
        .map(alternative -> pattern.substring(0, open) + alternative + pattern.substring(close + 1))
        .flatMap(GlobTest::expand);
  }

  private static boolean matchesPlain(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    String rest = pattern.substring(1);
    if (pattern.charAt(0) == '*') {
      return matchesPlain(rest, text)
          || (!text.isEmpty() && matchesPlain(pattern, text.substring(1)));
    }
    return !text.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
        && matchesPlain(rest, text.substring(1));
  }

  @Nested
  class AsAValue {

    @Test
    void globsWrittenAlikeAreEqual() {
      assertThat(Glob.of("a*")).isEqualTo(Glob.of("a*")).hasSameHashCodeAs(Glob.of("a*"));
      assertThat(Glob.of("a*")).isNotEqualTo(Glob.of("a**")).isNotEqualTo("a*");
    }

    @Test
    void itIsWrittenAsItWasRead() {
      assertThat(Glob.of("{a,b}-*")).hasToString("{a,b}-*");
      assertThat(Glob.of("{a,b}-*").pattern()).isEqualTo("{a,b}-*");
    }

    @Test
    void itMatchesAfterHavingTravelled() {
      Glob copy = Serialized.copyOf(Glob.of("kube-[!s]*"));

      assertThat(copy).isEqualTo(Glob.of("kube-[!s]*"));
      assertThat(copy.matches("kube-public")).isTrue();
      assertThat(copy.matches("kube-system")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ' ',
        textBlock =
            """
            prod true
            '' true
            a,b true
            pro* false
            pro? false
            [p]rod false
            {prod} false
            \\* false
            """)
    void aLiteralIsOneWithoutSpecialCharacters(String pattern, boolean literal) {
      assertThat(Glob.of(pattern).isLiteral()).isEqualTo(literal);
    }
  }
}
