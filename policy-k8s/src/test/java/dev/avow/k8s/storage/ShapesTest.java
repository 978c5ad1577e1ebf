package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shapes that hostile paths come in: what the text says, and what the file system says. */
@ParameterizedClass
@EnumSource(Disk.class)
class ShapesTest {

  private static final String CHAIN = "chain";

  @Parameter
  @SuppressWarnings("NullAway.Init") // set before each test
  private Disk disk;

  private World world;

  @BeforeEach
  void build() throws IOException {
    world = World.on(disk);
    world.file("file", "inside").file("dir/inner", "inside").file("dir/deep/x", "inside");
    world.file("..name", "inside").file("name..", "inside").file("...", "inside");
    world.file("%2e%2e/secret", "inside").file("a%2fb", "inside").file("plus+name", "inside");
    world.file("../data-evil/secret", World.SECRET);
    world.link("absolute", world.outside() + "/secret");
    world.link("absolute-home", world.root() + "/file");
    world.link("relative", "../outside/secret");
    world.link("outer", "../outside").link("two-hops", "one-hop").link("one-hop", "../outside");
    world.link("inner", "dir/inner").link("dir-link", "dir").link("two-inner", "inner");
    world.link("through", "dir-link/deep/x").link("through-out", "outer/secret");
    world.link("back", "../data/file").link("evil", "../data-evil/secret");
    world.link("self", "self").link("ping", "pong").link("pong", "ping");
    world.link("dangling", "nowhere").link("dangling-out", "../outside/nowhere");
    world.link("dir/deep/up", "../inner").link("deep", "dir/deep").link("climb", "deep/../inner");
    world.link("climb-out", "deep/../../../outside/secret").link("here", ".");
    world.link(CHAIN + 0, "file");
    for (int i = 1; i <= 8; i++) {
      world.link(CHAIN + i, CHAIN + (i - 1));
    }
  }

  @AfterEach
  void remove() throws IOException {
    world.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          climbs first                  | ../outside/secret         | PARENT
          climbs and comes back         | ../data/file              | PARENT
          climbs in the middle          | dir/../file               | PARENT
          climbs in the middle, out     | dir/../../outside/secret  | PARENT
          climbs last                   | dir/..                    | PARENT
          climbs last, with a slash     | dir/../                   | PARENT
          climbs only                   | ..                        | PARENT
          climbs often                  | ../../../../../etc/passwd | PARENT
          climbs after what is absent   | none/../file              | PARENT
          climbs behind a link          | dir-link/../file          | PARENT
          is empty                      | ''                        | EMPTY
          is the root                   | /                         | ABSOLUTE
          is many roots                 | ///                       | ABSOLUTE
          is absolute                   | /etc/passwd               | ABSOLUTE
          is absolute, twice            | //outside/secret          | ABSOLUTE
          holds NUL                     | file<NUL>                 | NUL
          holds NUL in the middle       | dir<NUL>/inner            | NUL
          has a name of 256 bytes       | <256>                     | NAME_TOO_LONG
          has a name of 256 bytes below | dir/<256>/x               | NAME_TOO_LONG
          has 86 times three bytes      | <86 wide>                 | NAME_TOO_LONG
          is deeper than the limit      | <65 deep>                 | TOO_DEEP
          has half a high surrogate     | <high>                    | NOT_A_NAME
          has half a low surrogate      | dir/<low>                 | NOT_A_NAME
          separates with backslashes    | ..\\outside\\secret       | BACKSLASH
          holds a backslash             | dir\\inner                | BACKSLASH
          names a server                | \\\\server\\share         | BACKSLASH
          names a drive                 | C:                        | DRIVE
          names a drive and a file      | c:file                    | DRIVE
          names a drive and its root    | C:/Windows                | DRIVE
          names a drive on the way      | dir/C:/Windows            | DRIVE
          names a drive at the end      | dir/c:secret              | DRIVE
          """)
  void areRefusedByTheirText(String shape, String written, Refusal reason) {
    String path = path(written);

    try (ContainedDirectory claim = world.open()) {
      Containment checked = claim.check(path);
      assertThat(checked.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(checked.reason()).contains(reason);
      assertThat(checked.guarantee()).isEqualTo(Guarantee.LEXICAL);
      assertThat(claim.resolve(path).reason()).contains(reason);
      assertThat(claim.resolve(path).guarantee()).isEqualTo(Guarantee.LEXICAL);
      assertRefused(claim, path, reason);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is the root                       | .                   | IS_A_DIRECTORY     | IS_A_DIRECTORY
          is the root, at length            | ././/               | IS_A_DIRECTORY     | IS_A_DIRECTORY
          is a file                         | file                | -                  | -
          is a file below                   | dir/inner           | -                  | -
          stays where it is                 | ./dir/./inner       | -                  | -
          has a slash twice                 | dir//inner          | -                  | -
          has a slash behind a file         | file/               | NOT_A_DIRECTORY    | NOT_A_DIRECTORY
          has a dot behind a file           | file/.              | NOT_A_DIRECTORY    | NOT_A_DIRECTORY
          has a slash behind a directory    | dir/                | IS_A_DIRECTORY     | IS_A_DIRECTORY
          has a slash behind a link         | dir-link/           | LINK               | IS_A_DIRECTORY
          has a slash behind a link to file | inner/              | LINK               | NOT_A_DIRECTORY
          goes on behind a file             | file/x              | NOT_A_DIRECTORY    | NOT_A_DIRECTORY
          starts with dots                  | ..name              | -                  | -
          ends with dots                    | name..              | -                  | -
          is three dots                     | ...                 | -                  | -
          leads to nothing                  | nothing             | ABSENT             | ABSENT
          leads through nothing             | nothing/x           | ABSENT             | ABSENT
          is encoded, taken literally       | %2e%2e/secret       | -                  | -
          hides a slash, taken literally    | a%2fb               | -                  | -
          hides NUL, taken literally        | %00                 | ABSENT             | ABSENT
          is wide                           | ．．/secret           | ABSENT             | ABSENT
          uses slashes of other scripts     | ..∕outside          | ABSENT             | ABSENT
          has a name of 255 bytes           | <255>               | ABSENT             | ABSENT
          is as deep as the limit           | <64 deep>           | ABSENT             | ABSENT
          is a link to elsewhere            | absolute            | LINK               | LINK_ESCAPES
          is an absolute link home          | absolute-home       | LINK               | LINK_ESCAPES
          is a relative link to elsewhere   | relative            | LINK               | LINK_ESCAPES
          passes a link to elsewhere        | outer/secret        | LINK               | LINK_ESCAPES
          passes two links to elsewhere     | two-hops/secret     | LINK               | LINK_ESCAPES
          is a link through another, out    | through-out         | LINK               | LINK_ESCAPES
          is a link that comes back         | back                | LINK               | LINK_ESCAPES
          is a link to a like name          | evil                | LINK               | LINK_ESCAPES
          is a link inside                  | inner               | LINK               | -
          is two links inside               | two-inner           | LINK               | -
          passes a link inside              | dir-link/inner      | LINK               | -
          is a link through another         | through             | LINK               | -
          is a link that climbs inside      | dir/deep/up         | LINK               | -
          is a link that climbs from a link | climb               | LINK               | -
          is a link that climbs too far     | climb-out           | LINK               | LINK_ESCAPES
          is a link to where it is          | here                | LINK               | IS_A_DIRECTORY
          passes a link to where it is      | here/here/file      | LINK               | -
          is a link to itself               | self                | LINK               | TOO_MANY_LINKS
          is a link in a circle             | ping                | LINK               | TOO_MANY_LINKS
          is eight links                    | chain7              | LINK               | -
          is nine links                     | chain8              | LINK               | TOO_MANY_LINKS
          is a link to nothing              | dangling            | LINK               | ABSENT
          is a link to nothing elsewhere    | dangling-out        | LINK               | LINK_ESCAPES
          """)
  void areJudgedByTheFileSystem(String shape, String written, String refusal, String following)
      throws IOException {
    String path = path(written);

    try (ContainedDirectory claim = world.open()) {
      assertThat(claim.check(path).verdict()).isEqualTo(Verdict.PASS);
      assertOpens(claim, path, refusal);
    }
    try (ContainedDirectory claim = ContainedDirectory.at(world.root()).followLinks().open()) {
      assertOpens(claim, path, following);
    }
    try (ContainedDirectory claim = byPaths().open()) {
      assertOpens(claim, path, refusal);
    }
    try (ContainedDirectory claim = byPaths().followLinks().open()) {
      assertOpens(claim, path, following);
    }
  }

  private ContainedDirectory.Builder byPaths() {
    return ContainedDirectory.at(world.root()).byPaths().requires(Guarantee.CHECKED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          needs no decoding               | dir/inner                 | -
          is a name                       | dir%2Finner               | -
          is a plus                       | plus+name                 | -
          climbs                          | %2e%2e/outside/secret     | PARENT
          climbs in capitals              | %2E%2E%2Foutside%2Fsecret | PARENT
          climbs half encoded             | .%2e/outside              | PARENT
          is encoded twice, decoded once  | %252e%252e/secret         | -
          is encoded three times          | %25252e%25252e            | -
          is absolute                     | %2fetc/passwd             | ABSOLUTE
          holds NUL                       | file%00.png               | NUL
          holds a backslash               | ..%5coutside              | BACKSLASH
          names a drive                   | C%3A                      | DRIVE
          names a drive behind a slash    | dir%2FC%3Asecret          | DRIVE
          ends in the middle              | file%2                    | BAD_ENCODING
          ends at once                    | file%                     | BAD_ENCODING
          is not hexadecimal              | file%zz                   | BAD_ENCODING
          has a sign                      | file%+1                   | BAD_ENCODING
          is an overlong dot              | %c0%ae%c0%ae/outside      | BAD_ENCODING
          is an overlong slash            | ..%c0%afoutside           | BAD_ENCODING
          is half a surrogate             | %ed%a0%80                 | BAD_ENCODING
          is half a surrogate, bare       | <high>                    | BAD_ENCODING
          is not UTF-8                    | %ff                       | BAD_ENCODING
          """)
  void areDecodedOnceWhenThatIsAskedFor(String shape, String written, String refusal) {
    try (ContainedDirectory claim = world.open()) {
      Containment checked = claim.checkEncoded(path(written));

      assertThat(checked.reason().map(Enum::name).orElse("-")).isEqualTo(refusal);
      assertThat(checked.guarantee()).isEqualTo(Guarantee.LEXICAL);
    }
  }

  private static void assertOpens(ContainedDirectory claim, String path, String refusal) {
    boolean readable = refusal.equals("-");
    boolean resolvable = readable || refusal.equals("IS_A_DIRECTORY");

    Containment resolved = claim.resolve(path, claim.guarantee());

    assertThat(resolved.guarantee()).isEqualTo(claim.guarantee());
    assertThat(resolved.reason().map(Enum::name).orElse("-")).isEqualTo(resolvable ? "-" : refusal);
    if (readable) {
      assertThat(claim.read(path)).asString(StandardCharsets.UTF_8).isEqualTo("inside");
    } else {
      assertRefused(claim, path, Refusal.valueOf(refusal));
    }
  }

  private static void assertRefused(ContainedDirectory claim, String path, Refusal reason) {
    assertThatThrownBy(() -> claim.read(path))
        .isInstanceOfSatisfying(
            ContainmentException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static String path(String written) {
    return written
        .replace("<86 wide>", "．".repeat(86))
        .replace("<NUL>", "\0")
        .replace("<255>", "x".repeat(255))
        .replace("<256>", "x".repeat(256))
        .replace("<64 deep>", "d/".repeat(63) + "d")
        .replace("<65 deep>", "d/".repeat(64) + "d")
        .replace("<high>", "\ud800")
        .replace("<low>", "\udc00");
  }
}
