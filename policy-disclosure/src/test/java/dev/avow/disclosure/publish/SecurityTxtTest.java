package dev.avow.disclosure.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.avow.disclosure.publish.SecurityTxt.Field;
import dev.avow.disclosure.publish.SecurityTxt.Signature;
import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Finding;
import dev.avow.policy.finding.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private static SecurityTxt parse(String text) {
    return SecurityTxt.parse("security.txt", text);
  }

  private static String told(Finding finding) {
    return "%s %s %s".formatted(finding.location(), finding.rule(), finding.message());
  }

  private static List<String> lint(String text) {
    return parse(text).lint(NOW).findings().stream().map(SecurityTxtTest::told).toList();
  }

  /** The forms that the standard's own chapters show, with values of our own. */
  private static final String GOOD =
      """
      # Our security address
      Contact: mailto:security@example.org
      Contact: tel:+1-201-555-0123
      Contact: https://example.org/report
      Contact: https://github.com/example/app/security/advisories/new

      Expires: 2027-06-30T18:37:07.000Z
      Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f
      encryption: dns:5d2d37ab76d47d36._openpgpkey.example.org?type=OPENPGPKEY
      Acknowledgments: https://example.org/hall-of-fame
      PREFERRED-LANGUAGES: en, es ,  de-CH
      Policy: https://example.org/policy
      Hiring: https://example.org/jobs
      CSAF: https://example.org/.well-known/csaf/provider-metadata.json
      """;

  @Nested
  class Reading {

    @Test
    void takesFieldsWithTheirPlaces() {
      SecurityTxt txt = parse(GOOD);

      assertThat(txt.fields()).hasSize(12);
      assertThat(txt.fields("contact"))
          .extracting(field -> field.at() + " " + field.value())
          .startsWith("security.txt:2:1 mailto:security@example.org");
      assertThat(txt.expires()).contains(Instant.parse("2027-06-30T18:37:07Z"));
      assertThat(txt.comments()).containsExactly("Our security address");
      assertThat(txt.signature()).isEqualTo(Signature.NONE);
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() {
      assertThat(parse(GOOD).fields()).filteredOn(field -> !field.isKnown()).hasSize(1);
      assertThat(parse(GOOD).text()).isEqualTo(GOOD);
    }

    @Test
    void makesChannelsOfContactsInTheirOrder() {
      SecurityTxt txt = parse(GOOD);

      assertThat(txt.channels())
          .containsExactly(
              Channel.email("security@example.org"),
              Channel.maintainer("tel:+1-201-555-0123"),
              Channel.web("https://example.org/report"),
              Channel.privateAdvisory("https://github.com/example/app/security/advisories/new"));
      assertThat(txt.policy("app").reporting().channels()).isEqualTo(txt.channels());
      assertThat(txt.policy("app").reporting().channels().get(1).declaredAt().line()).isEqualTo(3);
      assertThat(txt.beyondPolicy()).extracting(Field::name).doesNotContain("Contact").hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            mailto:a@example.org              | email a@example.org
            MAILTO:a@example.org              | email a@example.org
            mailto:a%2Bb@example.org          | email a+b@example.org
            mailto:a@example.org?subject=Hi   | email a@example.org
            mailto:a@example.org,b@example.org | email a@example.org, email b@example.org
            https://example.org/a b           | ''
            security@example.org              | ''
            mailto:nobody                     | ''
            http://example.org/report         | web http://example.org/report
            xmpp:security@example.org         | maintainer xmpp:security@example.org
            """)
    void makesOfEachContactWhatItIs(String contact, String channels) {
      assertThat(parse("Contact: " + contact + "\n").channels()).hasToString("[" + channels + "]");
    }

    @Test
    void takesBothLineEnds() {
      SecurityTxt txt = parse("# a\r\nContact: mailto:a@example.org  \r\n\t \nFoo: b\n");

      assertThat(txt.fields())
          .extracting(Field::value)
          .containsExactly("mailto:a@example.org", "b");
      assertThat(txt.text()).isEqualTo("# a\nContact: mailto:a@example.org  \n\t \nFoo: b\n");
    }

    @Test
    void readsAsManyContactsAsFitInAReasonableTime() {
      StringBuilder mails = new StringBuilder("Contact: mailto:");
      for (int i = 0; mails.length() < SecurityTxt.LARGEST - 20; i++) {
        mails.append("a@b").append(i).append(',');
      }

      SecurityTxt txt = parse(mails.append("a@b\n").toString());

      assertTimeout(
          Duration.ofSeconds(20),
          () -> assertThat(txt.policy("p").reporting().channels()).hasSizeGreaterThan(3000));
    }

    @Test
    void refusesWhatIsTooLarge(@TempDir Path folder) throws IOException {
      Path file = Files.write(folder.resolve("s.txt"), new byte[SecurityTxt.LARGEST + 1]);

      assertThatExceptionOfType(PaperException.class)
          .isThrownBy(() -> SecurityTxt.read(file))
          .withMessageEndingWith("s.txt: paper must have 32768 bytes at most but has more");
      assertThatExceptionOfType(PaperException.class)
          .isThrownBy(() -> parse("#".repeat(SecurityTxt.LARGEST + 1)));
      Files.writeString(file, GOOD);
      assertThat(SecurityTxt.read(file).fields()).hasSize(12);
    }
  }

  @Nested
  class Linting {

    @Test
    void findsNothingWrongWithAGoodFile() {
      assertThat(parse(GOOD).lint(NOW).findings()).isEmpty();
      assertThat(parse(GOOD).lint(NOW).rules()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            Expires: 2027-01-31T18:00:00Z\\n | security.txt security-txt-has-contact has no Contact
            Contact: tel:+1-2\\n | security.txt security-txt-expires-once has no Expires ; security.txt security-txt-is-current cannot be decided without one Expires that can be read
            Contact: tel:+1-2\\nExpires: 2026-11-22T09:00:00Z\\n | security.txt:2:1 security-txt-is-current has expired on 2026-11-22T09:00:00Z
            Contact: tel:+1-2\\nExpires: 2026-11-22T09:00:01Z\\n |
            Contact: tel:+1-2\\nexpires: 2027-11-22t08:59:59z\\n |
            Contact: tel:+1-2\\nExpires: 2026-11-22T10:29:59.5+01:30\\n | security.txt:2:1 security-txt-is-current has expired on 2026-11-22T08:59:59.500Z
            Contact: tel:+1-2\\nExpires: 2027-11-22T09:00:00Z\\n | security.txt:2:1 security-txt-expires-within-a-year expires in a year or more, on 2027-11-22T09:00:00Z
            Contact: tel:+1-2\\nExpires: 2027-01-31\\n | security.txt:2:1 security-txt-is-current cannot be decided without one Expires that can be read ; security.txt:2:1 security-txt-value-is-valid Expires must be a date such as 2027-01-31T18:00:00Z but was "2027-01-31"
            Contact: tel:+1-2\\nExpires: 2027-02-30T18:00:00Z\\n | security.txt:2:1 security-txt-is-current cannot be decided without one Expires that can be read ; security.txt:2:1 security-txt-value-is-valid Expires must be a date such as 2027-01-31T18:00:00Z but was "2027-02-30T18:00:00Z"
            Contact: tel:+1-2\\nExpires: Thu, 31 Dec 2026 18:37:07 -0800\\n | security.txt:2:1 security-txt-is-current cannot be decided without one Expires that can be read ; security.txt:2:1 security-txt-value-is-valid Expires must be a date such as 2027-01-31T18:00:00Z but was "Thu, 31 Dec 2026 18:37:07 -0800"
            Contact: tel:+1-2\\nExpires: 2027-01-31T18:00:00Z\\nExpires: 2027-01-31T18:00:00Z\\n | security.txt:3:1 security-txt-expires-once has Expires again, which is on line 2 already ; security.txt:2:1 security-txt-is-current cannot be decided without one Expires that can be read
            """)
    void holdsAFileToItsContactAndItsEnd(String text, String expected) {
      assertFindings(text, expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            Contact: security@example.org | security.txt:3:1 security-txt-value-is-valid Contact must be a URI such as mailto:security@example.org but was "security@example.org"
            Contact: mailto:nobody | security.txt:3:1 security-txt-value-is-valid Contact must be a URI such as mailto:security@example.org but was "mailto:nobody"
            Contact: http://example.org/report | security.txt:3:1 security-txt-page-is-under-https Contact must begin with https:// but was "http://example.org/report"
            Policy: HTTP://example.org | security.txt:3:1 security-txt-page-is-under-https Policy must begin with https:// but was "HTTP://example.org"
            Policy: /policy.html | security.txt:3:1 security-txt-value-is-valid Policy must be a URI such as https://example.org/security but was "/policy.html"
            Encryption: -----BEGIN PGP PUBLIC KEY BLOCK----- | security.txt:3:1 security-txt-value-is-valid Encryption must be a URI such as https://example.org/security but was "-----BEGIN PGP PUBLIC KEY BLOCK-----"
            Hiring: https:///jobs | security.txt:3:1 security-txt-value-is-valid Hiring must be a URI such as https://example.org/security but was "https:///jobs"
            Preferred-Languages: en; de | security.txt:3:1 security-txt-value-is-valid Preferred-Languages must be language tags such as en, de-CH but was "en; de"
            Preferred-Languages: en,, de | security.txt:3:1 security-txt-value-is-valid Preferred-Languages must be language tags such as en, de-CH but was "en,, de"
            Preferred-Languages: en\\nPreferred-Languages: de | security.txt:4:1 security-txt-names-languages-once has Preferred-Languages again, which is on line 3 already
            Policy:https://example.org/p | security.txt:3:1 security-txt-line-is-well-formed line has no blank behind its colon
            Policy: | security.txt:3:1 security-txt-line-is-well-formed line has no value ; security.txt:3:1 security-txt-value-is-valid Policy must be a URI such as https://example.org/security but was ""
            Just a sentence | security.txt:3:1 security-txt-line-is-well-formed line is neither a field nor a comment
            Our policy: https://example.org | security.txt:3:1 security-txt-line-is-well-formed line is neither a field nor a comment
            ` # indented` | security.txt:3:1 security-txt-line-is-well-formed line is neither a field nor a comment
            Foo: anything at all |
            Foo: a\\u0007b | security.txt:3:1 security-txt-line-is-well-formed line holds a control character
            Foo: a\\rFoo: b | security.txt:3:1 security-txt-line-is-well-formed line holds a control character
            # größe ☃ |
            """)
    void holdsEachLineToItsForm(String line, String expected) {
      assertFindings(
          "Contact: tel:+1-2\\nExpires: 2027-01-31T18:00:00Z\\n" + line + "\\n", expected);
    }

    private void assertFindings(String text, String expected) {
      String plain = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\u0007", "\u0007");

      assertThat(lint(plain))
          .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" ; "));
    }

    @Test
    void tellsOfALineThatIsNotEnded() {
      assertThat(lint("Expires: 2027-01-31T18:00:00Z\nContact: tel:+1-2"))
          .containsExactly(
              "security.txt:2:1 security-txt-line-is-well-formed line is not ended by a line feed");
    }

    @Test
    void tellsOfBytesThatAreNotUtf8() {
      byte[] latin = "# größe\nContact: tel:+1\n".getBytes(StandardCharsets.ISO_8859_1);

      assertThat(SecurityTxt.parse("s", latin).lint(NOW).findings())
          .extracting(SecurityTxtTest::told)
          .contains("s:1:1 security-txt-line-is-well-formed line is not UTF-8");
    }

    @Test
    void tellsOfAByteOrderMarkAndReadsWhatIsBehindIt() {
      SecurityTxt txt = parse("\uFEFFContact: tel:+1-2\nExpires: 2027-01-31T18:00:00Z\n");

      assertThat(txt.fields("Contact")).hasSize(1);
      assertThat(txt.lint(NOW).findings())
          .extracting(SecurityTxtTest::told)
          .containsExactly(
              "security.txt:1:1 security-txt-line-is-well-formed line begins with a byte order"
                  + " mark");
    }

    @ParameterizedTest
    @CsvSource({
      "https://example.org/.well-known/security.txt, ''",
      "https://example.org/.well-known/../.well-known/security.txt, ''",
      "https://elsewhere.example/security.txt, FAIL",
    })
    void asksWhetherTheFileIsWhereItSays(String address, String verdict) {
      SecurityTxt txt = parse(GOOD + "Canonical: https://example.org/.well-known/security.txt\n");

      Evaluation found = txt.lint(NOW, URI.create(address));

      assertThat(found.findings())
          .extracting(finding -> finding.verdict().toString())
          .containsExactly(verdict.isEmpty() ? new String[0] : new String[] {verdict});
      assertThat(txt.lint(NOW).findings())
          .extracting(Finding::verdict)
          .containsExactly(Verdict.INCONCLUSIVE);
    }
  }

  @Nested
  class ASignature {

    private static final String SIGNED =
        """
        -----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA256

        Contact: mailto:security@example.org
        Expires: 2027-01-31T18:00:00Z
        Canonical: https://example.org/.well-known/security.txt
        - -Dashed: value
        -----BEGIN PGP SIGNATURE-----

        iHUEARYKAB0WIQ=
        -----END PGP SIGNATURE-----
        """;

    @Test
    void isSeenAndNotVerified() {
      SecurityTxt txt = parse(SIGNED);

      assertThat(txt.signature()).isEqualTo(Signature.NOT_VERIFIED);
      assertThat(txt.fields())
          .extracting(field -> field.at().line() + " " + field.name())
          .containsExactly("4 Contact", "5 Expires", "6 Canonical", "7 -Dashed");
      assertThat(
              txt.lint(NOW, URI.create("https://example.org/.well-known/security.txt")).findings())
          .extracting(finding -> finding.verdict() + " " + told(finding))
          .containsExactly(
              "INCONCLUSIVE security.txt security-txt-signature-is-verified is signed, and nobody"
                  + " has verified the signature");
    }

    @Test
    void isGoneFromWhatIsWrittenAnew() {
      SecurityTxt changed = parse(SIGNED).with("Policy", "https://example.org/policy");

      assertThat(changed.signature()).isEqualTo(Signature.NONE);
      assertThat(changed.text())
          .startsWith("Contact: ")
          .endsWith("Policy: https://example.org/policy\n")
          .doesNotContain("PGP");
    }

    @Test
    void wantsTheAddressBesideIt() {
      assertThat(lint(SIGNED.replaceAll("Canonical.*\n", "")))
          .contains("security.txt security-txt-is-where-it-says is signed, but has no Canonical");
    }

    @Test
    void doesNotCoverWhatStandsAroundIt() {
      SecurityTxt txt = parse("Contact: mailto:thief@example.net\n" + SIGNED + "Policy: x:y\n");

      assertThat(txt.fields()).extracting(Field::value).doesNotContain("x:y");
      assertThat(txt.channels()).containsExactly(Channel.email("security@example.org"));
      assertThat(txt.lint(NOW).findings())
          .extracting(SecurityTxtTest::told)
          .contains(
              "security.txt:1:1 security-txt-line-is-well-formed line stands outside of what is"
                  + " signed",
              "security.txt:13:1 security-txt-line-is-well-formed line stands outside of what is"
                  + " signed");
    }

    @Test
    void escapesEveryDash() {
      assertThat(lint(SIGNED.replace("- -Dashed", "-Dashed")))
          .contains(
              "security.txt:7:1 security-txt-line-is-well-formed line begins with a dash that is"
                  + " not escaped");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-----BEGIN PGP SIGNED MESSAGE-----",
          "-----BEGIN PGP SIGNATURE-----",
          "-----END PGP SIGNATURE-----"
        })
    void isBrokenWithoutOneOfItsParts(String part) {
      SecurityTxt txt = parse(SIGNED.replace(part + "\n", ""));

      assertThat(txt.signature()).isEqualTo(Signature.BROKEN);
      assertThat(txt.lint(NOW).findings())
          .extracting(SecurityTxtTest::told)
          .contains(
              "security.txt security-txt-signature-is-verified has parts of a signature only");
    }
  }

  @Nested
  class Writing {

    private final SecurityPolicy policy =
        SecurityPolicy.named("app")
            .reportTo(Channel.privateAdvisory("https://github.com/e/app/security/advisories/new"))
            .reportTo(Channel.email("a+b@example.org"))
            .reportTo(Channel.privateAdvisory())
            .reportTo(Channel.maintainer("The maintainer"))
            .reportTo(Channel.maintainer("tel:+1-2"))
            .reportTo(Channel.web("http://example.org/report"))
            .build();

    @Test
    void tellsPrivateChannelsInTheirOrder() {
      assertThat(
              SecurityTxt.of(policy, Instant.parse("2027-01-31T18:00:00.123Z"))
                  .with("Canonical", "https://example.org/.well-known/security.txt")
                  .with("Preferred-Languages", "en")
                  .text())
          .isEqualTo(
              """
              Contact: https://github.com/e/app/security/advisories/new
              Contact: mailto:a+b@example.org
              Contact: tel:+1-2
              Expires: 2027-01-31T18:00:00Z
              Canonical: https://example.org/.well-known/security.txt
              Preferred-Languages: en
              """);
    }

    @Test
    void saysWhatItLeavesOut() {
      assertThat(SecurityTxt.leftOut(policy))
          .extracting(Channel::toString)
          .containsExactly(
              "private-advisory", "maintainer The maintainer", "web http://example.org/report");
    }

    @Test
    void refusesAPolicyThatNamesNoAddress() {
      SecurityPolicy silent = SecurityPolicy.named("app").reportTo(Channel.publicIssue()).build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> SecurityTxt.write(silent, NOW))
          .withMessage(
              "policy of app must have a private channel with an address but has [public-issue]");
    }

    @ParameterizedTest
    @CsvSource({
      "Po licy, x",
      "Policy, ' x'",
      "Policy, 'x\ny'",
      "Policy, ''",
      "'', x",
      "#Policy, x"
    })
    void refusesWhatCannotStandOnALine(String name, String value) {
      SecurityTxt txt = parse(GOOD);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> txt.with(name, value))
          .withMessageStartingWith("field must be a name without blanks and a value on one line");
    }

    static LongStream seeds() {
      return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadAsItWasWritten(long seed) {
      Random random = new Random(seed);
      SecurityPolicy some = SecurityTxtDice.policy(random);
      Instant expires = NOW.plusSeconds(1 + random.nextInt(31_000_000));
      SecurityTxt written = SecurityTxt.of(some, expires);

      SecurityTxt read = parse(written.text());

      assertThat(read.channels()).isEqualTo(some.reporting().channels());
      assertThat(read.expires()).contains(expires);
      assertThat(read.text()).isEqualTo(written.text());
      assertThat(read.lint(NOW).findings()).isEmpty();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 2000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverComesIsReadJudgedAndKept(long seed) {
    byte[] bytes = SecurityTxtDice.bytes(new Random(seed));

    SecurityTxt txt = SecurityTxt.parse("fuzz", bytes);

    assertThat(txt.lint(NOW).lookedAtNothing()).isFalse();
    assertThat(txt.policy("p").reporting().channels())
        .hasSizeLessThanOrEqualTo(txt.channels().size());
    SecurityTxt again = SecurityTxt.parse("fuzz", txt.text());
    if (txt.signature() == Signature.NONE) {
      assertThat(again.fields()).extracting(Field::name).isEqualTo(names(txt));
      assertThat(again.text()).isEqualTo(txt.text());
    }
  }

  private static List<String> names(SecurityTxt txt) {
    return txt.fields().stream().map(Field::name).toList();
  }
}
