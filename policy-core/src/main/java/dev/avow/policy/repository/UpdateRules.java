package dev.avow.policy.repository;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.policy.CiChecks;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.repository.Updater.Coverage;
import dev.avow.policy.repository.Updater.Coverage.State;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules about updates of dependencies. */
final class UpdateRules {

  private static final String DEPENDABOT =
      "https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference";
  private static final String RENOVATE = "https://docs.renovatebot.com/configuration-options/";

  private static final Parameter<List<Glob>> EXCEPT =
      Parameter.globs("except", List.of(), "files that declare dependencies nobody has to update");

  private static final Parameter<Long> MOST_DAYS =
      Parameter.number(
          "most-days", 31, "how many days may lie between two looks where the policy gives none");

  /** Every ecosystem that is there has an updater that looks after it. */
  static final Rule<Dependencies> DEPENDENCIES_ARE_UPDATED =
      Rule.named("dependencies-are-updated")
          .severity(MEDIUM)
          .because(
              "A vulnerability that was mended upstream stays until somebody takes the update.")
          .advise("Add an entry for the ecosystem and the folder to .github/dependabot.yml.")
          .see(DEPENDABOT)
          .see(RENOVATE)
          .with(EXCEPT)
          .from(RESTRICTED)
          .forEach(RepositoryScopes.DEPENDENCIES)
          .when((it, settings) -> Check.of(!it.isAmong(settings.get(EXCEPT)), it.place()))
          .finds(UpdateRules::areUpdated);

  /** An entry looks at the lock file that is there. */
  static final Rule<Dependencies> ENTRY_FITS_LOCK_FILE =
      Rule.named("update-entry-fits-lock-file")
          .severity(LOW)
          .because("An updater that does not know the lock file leaves the old versions locked.")
          .advise("Name the ecosystem of the lock file, such as bun.")
          .see(DEPENDABOT)
          .from(RESTRICTED)
          .forEach(RepositoryScopes.DEPENDENCIES)
          .finds(UpdateRules::fitsLockFile);

  /** An updater looks often enough. */
  static final Rule<UpdateEntry> UPDATES_ARE_FREQUENT =
      Rule.named("updates-are-frequent")
          .severity(LOW)
          .because("Until the next look, a known vulnerability stays.")
          .advise("Shorten the interval of the schedule.")
          .see(DEPENDABOT)
          .see(RENOVATE)
          .with(MOST_DAYS)
          .from(RESTRICTED)
          .forEach(RepositoryScopes.UPDATES)
          .finds(UpdateRules::areFrequent);

  /** The host updates what has a known vulnerability, whatever version updates do. */
  static final Rule<Repository> SECURITY_UPDATES_ARE_ON =
      Rule.named("security-updates-are-on")
          .severity(MEDIUM)
          .because(
              "Security updates come by themselves when an advisory is published, and do not wait"
                  + " for a schedule.")
          .advise("Turn on Dependabot security updates in the settings of the repository.")
          .see("https://docs.github.com/en/code-security/dependabot/dependabot-security-updates")
          .from(RESTRICTED)
          .forEach(RepositoryScopes.REPOSITORY)
          .requires(UpdateRules::hasSecurityUpdates)
          .otherwise("has security updates switched off: {field} {found}")
          .build();

  /** Renovate pins images by digest, and keeps the digests up to date. */
  static final Rule<Repository> UPDATER_PINS_DIGESTS =
      Rule.named("updater-pins-digests")
          .severity(LOW)
          .because("A digest that nobody updates keeps old vulnerabilities for good.")
          .advise("Extend docker:pinDigests or config:best-practices.")
          .see("https://docs.renovatebot.com/docker/#digest-pinning")
          .from(PRODUCTION)
          .forEach(RepositoryScopes.REPOSITORY)
          .when(it -> Check.of(renovate(it).isPresent(), it.place()))
          .requires(UpdateRules::pinsDigests)
          .otherwise("does not have Renovate pin digests")
          .build();

  private UpdateRules() {}

  static List<PromisedRule> all() {
    Predicate<CiChecks> promised = checks -> checks.updates().isPresent();
    Predicate<CiChecks> never = checks -> false;
    return List.of(
        new PromisedRule(DEPENDENCIES_ARE_UPDATED, promised),
        new PromisedRule(ENTRY_FITS_LOCK_FILE, promised),
        new PromisedRule(UPDATES_ARE_FREQUENT, promised),
        new PromisedRule(SECURITY_UPDATES_ARE_ON, promised),
        new PromisedRule(UPDATER_PINS_DIGESTS, never));
  }

  private static void areUpdated(Dependencies dependencies, Reporter report) {
    List<Updater> updaters = dependencies.repository().updaters();
    Optional<String> unreadable = dependencies.repository().unreadableUpdater();
    if (updaters.isEmpty() && unreadable.isPresent()) {
      report.missing(
          "what %s says, which cannot be read".formatted(unreadable.get()), dependencies.place());
      return;
    }
    if (updaters.isEmpty()) {
      report.fail(dependencies.place(), "are looked after by no updater: none is configured");
      return;
    }
    Coverage best =
        updaters.stream()
            .map(it -> it.covers(dependencies))
            .min(Comparator.comparing(Coverage::state))
            .orElseThrow();
    if (best.state() == State.UNKNOWN) {
      report.missing(best.why(), best.at());
    } else if (best.state() == State.UNCOVERED) {
      report.fail(best.at(), Message.of("are not updated: {why}", mark -> best.why()));
    }
  }

  private static void fitsLockFile(Dependencies dependencies, Reporter report) {
    for (Updater updater : dependencies.repository().updaters()) {
      if (updater instanceof DependabotConfig dependabot) {
        dependabot
            .misfit(dependencies)
            .ifPresent(
                at ->
                    report.fail(
                        at,
                        Message.of(
                            "have an entry that does not cover the lock file found: {file}",
                            mark -> dependencies.file())));
      }
    }
  }

  private static void areFrequent(UpdateEntry entry, Reporter report) {
    long most = entry.most().orElse(report.settings().get(MOST_DAYS));
    if (entry.days().isEmpty()) {
      report.missing("a schedule that can be told from here", entry.place());
    } else if (entry.days().getAsLong() > most) {
      report.fail(
          entry.place(),
          "are looked for every %d days, and must be every %d"
              .formatted(entry.days().getAsLong(), most));
    }
  }

  private static Check hasSecurityUpdates(Repository repository) {
    Optional<RepositorySettings> settings = repository.settings();
    Check unknown =
        Check.unknown("the settings of the repository on security updates", repository.place());
    return settings
        .flatMap(it -> it.securityUpdates().map(on -> Check.of(on, it.securityUpdatesField())))
        .orElse(unknown);
  }

  private static Optional<RenovateConfig> renovate(Repository repository) {
    return repository.updaters().stream()
        .filter(RenovateConfig.class::isInstance)
        .map(RenovateConfig.class::cast)
        .findFirst();
  }

  private static Check pinsDigests(Repository repository) {
    RenovateConfig config = renovate(repository).orElseThrow();
    Field place = config.pinsDigests().orElse(config.root().field("extends"));
    return Check.of(config.pinsDigests().isPresent(), place);
  }
}
