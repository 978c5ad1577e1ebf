package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** {@code security.txt} among the documents that are published. */
final class SecurityTxtPaper implements Paper {

  /** The standard recommends less than a year. */
  private static final Period HOLDS = Period.ofMonths(6);

  @Override
  public List<String> places() {
    return List.of(".well-known/security.txt", "security.txt");
  }

  @Override
  public boolean isForm(Path file) {
    return String.valueOf(file.getFileName()).equals("security.txt");
  }

  @Override
  public Optional<String> missing(SecurityPolicy policy, Path file) {
    boolean none = SecurityTxt.leftOut(policy).size() == policy.reporting().channels().size();
    return none ? Optional.of("a private channel with an address") : Optional.empty();
  }

  /** Fields that no policy has a place for are kept; a signature must be made anew. */
  @Override
  public String write(SecurityPolicy policy, LocalDate day, Path file) {
    SecurityTxt written = SecurityTxt.of(policy, endOf(day.plus(HOLDS)));
    if (!Files.exists(file)) {
      return written.text();
    }
    for (SecurityTxt.Field field : SecurityTxt.read(file).beyondPolicy()) {
      if (!field.is("Expires") && !field.is("Contact")) {
        written = written.with(field.name(), field.value());
      }
    }
    return written.text();
  }

  @Override
  public Evaluation lint(Path file, LocalDate day, ReleaseCatalog releases) {
    return SecurityTxt.read(file).lint(endOf(day));
  }

  @Override
  public Evaluation drift(SecurityPolicy policy, Path file) {
    SecurityTxt stated = SecurityTxt.read(file);
    PolicyReading reading = PolicyReading.of(stated.source(), stated.policy(policy.name()));
    return Drift.between(told(policy), reading).evaluation();
  }

  /** Returns of {@code policy} what the form tells, as it is read back. */
  private static SecurityPolicy told(SecurityPolicy policy) {
    PolicyBuilder told = SecurityPolicy.named(policy.name());
    for (Channel channel : policy.reporting().channels()) {
      ContactUri.of(channel)
          .map(uri -> new SecurityTxt.Field("Contact", uri, channel.declaredAt()))
          .ifPresent(field -> ContactUri.channels(field).forEach(told::reportTo));
    }
    return told.build();
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
