package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.Reporting;
import dev.avow.policy.SecurityPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Policies that a {@code security.txt} can tell, and files that nobody should write. */
final class SecurityTxtDice {

  private static final List<String> PARTS =
      List.of(
          "Contact: ",
          "contact:",
          "Expires: ",
          "2027-01-31T18:00:00Z",
          "Preferred-Languages: ",
          "en, de",
          "mailto:",
          "a@example.org",
          "https://",
          "example.org",
          "%zz",
          "%00",
          "?",
          ",",
          ":",
          "#",
          " ",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "- ",
          "-----BEGIN PGP SIGNED MESSAGE-----\n",
          "Hash: SHA256\n\n",
          "-----BEGIN PGP SIGNATURE-----\n",
          "-----END PGP SIGNATURE-----\n",
          "\uFEFF",
          "\u202E",
          "\u0000",
          "ü",
          "😀");

  private SecurityTxtDice() {}

  static SecurityPolicy policy(Random random) {
    Reporting reporting = Reporting.none();
    for (int i = 0; i <= random.nextInt(5); i++) {
      reporting = reporting.to(channel(random, i));
    }
    Reporting said = reporting;
    return SecurityPolicy.named("p").reporting(none -> said).build();
  }

  private static Channel channel(Random random, int number) {
    String odd =
        List.of("", "+b", ".c", "%d", "'e", "&f", "?g", "/h", "{i}").get(random.nextInt(9));
    return switch (random.nextInt(4)) {
      case 0 -> Channel.email("a" + number + odd + "@example.org");
      case 1 -> Channel.web("https://example.org/" + number + "?q=%20&r=" + random.nextInt(9));
      case 2 -> Channel.privateAdvisory("https://git.example/" + number + "/security/advisories");
      default -> Channel.maintainer("tel:+1-" + number);
    };
  }

  static byte[] bytes(Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = random.nextInt(60); i >= 0; i--) {
      if (random.nextInt(20) == 0) {
        bytes.write(random.nextInt(256));
      } else {
        bytes.writeBytes(PARTS.get(random.nextInt(PARTS.size())).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
