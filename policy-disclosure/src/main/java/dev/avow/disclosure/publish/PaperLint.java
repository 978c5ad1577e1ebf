package dev.avow.disclosure.publish;

import dev.avow.disclosure.DisclosurePlanner;
import dev.avow.disclosure.intake.Intake;
import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Bound;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.commitment.Period;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Partial;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.RuleSet;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.finding.Verdict;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is wrong with a policy that is to be published, or with a document that was.
 *
 * <p>Together with what is wrong with versions, channels and the timeline, as {@link
 * dev.avow.policy.version.SupportedVersions#lint}, {@link Intake#lint} and {@link
 * DisclosurePlanner#lint} say it.
 */
public final class PaperLint {

  private static final RuleId NEWEST = RuleId.of("newest-release-is-listed");

  private final SecurityPolicy policy;
  private final Subject subject;
  private final Partial.Builder verdicts = Partial.under(PaperRules.LINT);

  private PaperLint(SecurityPolicy policy) {
    this.policy = policy;
    this.subject = Subject.of("Policy").with("policy", policy.name());
  }

  /**
   * Returns what is wrong with {@code policy} on {@code day}. Whether the newest release is listed
   * is asked only where there are releases.
   */
  public static Evaluation of(SecurityPolicy policy, LocalDate day, ReleaseCatalog releases) {
    return new PaperLint(policy).evaluate(day, releases);
  }

  /**
   * Returns what is wrong with {@code document} and with the policy in it on {@code day}. Whether
   * the newest release is listed is asked only where there are releases.
   */
  public static Evaluation of(PolicyReading document, LocalDate day, ReleaseCatalog releases) {
    PaperLint lint = new PaperLint(document.policy());
    PaperFindings.understood(document, lint.verdicts);
    PaperFindings.passages(document, Passage.Kind.CONTRADICTION, PaperRules.AGREE, lint.verdicts);
    PaperFindings.passages(
        document, Passage.Kind.PLACEHOLDER, PaperRules.NO_PLACEHOLDER, lint.verdicts);
    PaperFindings.passages(document, Passage.Kind.VAGUE, PaperRules.NUMBER, lint.verdicts);
    return lint.evaluate(day, releases);
  }

  private Evaluation evaluate(LocalDate day, ReleaseCatalog releases) {
    policy.reporting().channels().forEach(this::contact);
    policy.commitments().forEach(this::number);
    fixFirst();
    return Evaluation.sum(
        Evaluation.of(PaperRules.LINT, Stream.of(verdicts.build())),
        versions(day, releases),
        Intake.of(policy).lint(),
        DisclosurePlanner.of(policy).lint());
  }

  /** What needs releases is left out where there are none: nobody has asked for it. */
  private Evaluation versions(LocalDate day, ReleaseCatalog releases) {
    Evaluation all = policy.supportedVersions().lint(day, releases);
    if (!releases.isEmpty()) {
      return all;
    }
    RuleSet asked =
        RuleSet.of(
            all.rules().values().stream().filter(rule -> !rule.id().equals(NEWEST)).toList());
    Partial.Builder kept = Partial.under(asked);
    all.forEachVerdict(
        (rule, row, verdict) -> {
          if (!rule.equals(NEWEST)) {
            kept.verdict(rule, row, verdict);
          }
        });
    all.findings().stream()
        .filter(finding -> !finding.rule().equals(NEWEST))
        .forEach(kept::finding);
    return Evaluation.of(asked, Stream.of(kept.build()));
  }

  private void contact(Channel channel) {
    Subject one = subject.with("channel", channel.kind().label());
    if (channel.address().filter(Placeholders::isPlaceholder).isPresent()) {
      String message = "has an address that was left over from an example";
      PaperFindings.fail(PaperRules.REAL_CONTACT, one, channel.declaredAt(), message, verdicts);
    } else {
      verdicts.verdict(PaperRules.REAL_CONTACT.id(), one, Verdict.PASS);
    }
  }

  private void number(Commitment promise) {
    Subject one = subject.with("promise", promise.id());
    boolean dated = promise.period().isPresent() || promise.days().isPresent();
    if (dated || promise.bound() == Bound.BEST_EFFORT) {
      verdicts.verdict(PaperRules.NUMBER.id(), one, Verdict.PASS);
    } else {
      String message = "is promised without a number";
      PaperFindings.fail(PaperRules.NUMBER, one, promise.declaredAt(), message, verdicts);
    }
  }

  private void fixFirst() {
    Optional<Commitment> fix = promise(Milestone.FIX_RELEASED);
    for (Milestone open : new Milestone[] {Milestone.ADVISORY_PUBLISHED, Milestone.PUBLIC}) {
      Optional<Commitment> early =
          promise(open).filter(other -> fix.filter(one -> isBefore(other, one)).isPresent());
      Subject one = subject.with("promise", open.name());
      if (early.isPresent()) {
        String message =
            "is promised %s, before the fix, which is promised %s"
                .formatted(early.get().terms(), fix.map(Commitment::terms).orElse(""));
        PaperFindings.fail(PaperRules.FIX_FIRST, one, early.get().declaredAt(), message, verdicts);
      } else {
        Verdict verdict =
            promise(open).isPresent() && fix.isPresent() ? Verdict.PASS : Verdict.NOT_APPLICABLE;
        verdicts.verdict(PaperRules.FIX_FIRST.id(), one, verdict);
      }
    }
  }

  private Optional<Commitment> promise(Milestone milestone) {
    return policy.commitments().stream()
        .filter(promise -> promise.promised().equals(milestone) && promise.severities().isAny())
        .findFirst();
  }

  /** Only what counts from the same start, and in the same unit, can be compared. */
  private static boolean isBefore(Commitment open, Commitment fix) {
    if (!open.from().equals(fix.from()) || open.bound() == Bound.AT_LEAST) {
      return false;
    }
    Optional<Long> early = open.period().flatMap(PaperLint::hours);
    Optional<Long> late = fix.period().flatMap(PaperLint::hours);
    return early.isPresent() && late.isPresent() && early.get() < late.get();
  }

  private static Optional<Long> hours(Period period) {
    return switch (period.unit()) {
      case HOURS -> Optional.of((long) period.amount());
      case DAYS, CALENDAR_DAYS -> Optional.of(24L * period.amount());
      case BUSINESS_DAYS, MONTHS -> Optional.empty();
    };
  }
}
