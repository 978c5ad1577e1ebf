package dev.avow.disclosure.publish;

import static dev.avow.disclosure.publish.SecurityTxtRules.CANONICAL;
import static dev.avow.disclosure.publish.SecurityTxtRules.CONTACT;
import static dev.avow.disclosure.publish.SecurityTxtRules.CURRENT;
import static dev.avow.disclosure.publish.SecurityTxtRules.EXPIRES;
import static dev.avow.disclosure.publish.SecurityTxtRules.LANGUAGES;
import static dev.avow.disclosure.publish.SecurityTxtRules.LINE;
import static dev.avow.disclosure.publish.SecurityTxtRules.SIGNATURE;
import static dev.avow.disclosure.publish.SecurityTxtRules.YEAR;

import dev.avow.disclosure.publish.SecurityTxt.Field;
import dev.avow.disclosure.publish.SecurityTxt.Signature;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a {@code security.txt} as a whole; not thread-safe. */
final class SecurityTxtLint {

  private final SecurityTxt txt;
  private final Instant now;
  private final Rulings rulings;
  private @Nullable URI address;

  SecurityTxtLint(SecurityTxt txt, Instant now) {
    this.txt = txt;
    this.now = now;
    this.rulings =
        new Rulings(SecurityTxtRules.ALL, Subject.of("SecurityTxt").with("file", txt.source()));
  }

  SecurityTxtLint foundAt(URI found) {
    address = found;
    return this;
  }

  Evaluation evaluate() {
    contact();
    expires();
    languages();
    canonical();
    lines();
    signature();
    new SecurityTxtValues(txt, rulings).judge();
    return rulings.evaluation();
  }

  private Location whole() {
    return Location.in(txt.source());
  }

  private void contact() {
    rulings.whole(CONTACT, Verdict.PASS);
    if (txt.fields("Contact").isEmpty()) {
      rulings.fail(CONTACT, whole(), "has no Contact");
    }
  }

  private void expires() {
    List<Field> said = txt.fields("Expires");
    rulings.whole(EXPIRES, Verdict.PASS);
    if (said.isEmpty()) {
      rulings.fail(EXPIRES, whole(), "has no Expires");
    }
    said.stream()
        .skip(1)
        .forEach(
            again ->
                rulings.fail(
                    EXPIRES,
                    again.at(),
                    "has Expires again, which is on line %d already"
                        .formatted(said.get(0).at().line())));
    Optional<Instant> end = txt.expires();
    if (end.isEmpty()) {
      Location place = said.isEmpty() ? whole() : said.get(0).at();
      rulings.unknown(CURRENT, place, "cannot be decided without one Expires that can be read");
      rulings.whole(YEAR, Verdict.NOT_APPLICABLE);
    } else {
      ahead(said.get(0), end.get());
    }
  }

  private void ahead(Field expires, Instant end) {
    rulings.whole(CURRENT, Verdict.PASS);
    rulings.whole(YEAR, Verdict.PASS);
    if (!end.isAfter(now)) {
      rulings.fail(CURRENT, expires.at(), "has expired on " + end);
    }
    if (!end.atOffset(ZoneOffset.UTC).isBefore(now.atOffset(ZoneOffset.UTC).plusYears(1))) {
      rulings.fail(YEAR, expires.at(), "expires in a year or more, on " + end);
    }
  }

  private void languages() {
    List<Field> said = txt.fields("Preferred-Languages");
    rulings.whole(LANGUAGES, said.isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.PASS);
    said.stream()
        .skip(1)
        .forEach(
            again ->
                rulings.fail(
                    LANGUAGES,
                    again.at(),
                    "has Preferred-Languages again, which is on line %d already"
                        .formatted(said.get(0).at().line())));
  }

  private void canonical() {
    List<Field> said = txt.fields("Canonical");
    rulings.whole(CANONICAL, said.isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.PASS);
    if (said.isEmpty() && txt.signature() != Signature.NONE) {
      rulings.fail(CANONICAL, whole(), "is signed, but has no Canonical");
    } else if (!said.isEmpty() && address == null) {
      rulings.unknown(
          CANONICAL, said.get(0).at(), "cannot be decided without the address of the file");
    } else if (!said.isEmpty() && said.stream().noneMatch(this::isAddress)) {
      rulings.fail(
          CANONICAL,
          said.get(0).at(),
          "was found at %s, which no Canonical names".formatted(address));
    }
  }

  private boolean isAddress(Field canonical) {
    return ContactUri.parse(canonical.value())
        .filter(uri -> address != null && uri.normalize().equals(address.normalize()))
        .isPresent();
  }

  private void lines() {
    rulings.whole(LINE, Verdict.PASS);
    for (SecurityTxtLine line : txt.lines()) {
      line.mistake().ifPresent(what -> rulings.fail(LINE, line.at(), "line " + what));
    }
  }

  private void signature() {
    switch (txt.signature()) {
      case NONE -> rulings.whole(SIGNATURE, Verdict.NOT_APPLICABLE);
      case NOT_VERIFIED ->
          rulings.unknown(SIGNATURE, whole(), "is signed, and nobody has verified the signature");
      case BROKEN -> rulings.fail(SIGNATURE, whole(), "has parts of a signature only");
    }
  }
}
