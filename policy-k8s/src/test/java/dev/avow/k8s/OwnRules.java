package dev.avow.k8s;

import static dev.avow.k8s.rule.Targets.CONTAINER;
import static dev.avow.k8s.rule.Targets.RESOURCE;
import static java.util.stream.Collectors.groupingBy;

import dev.avow.k8s.rule.Facts;
import dev.avow.k8s.rule.Group;
import dev.avow.k8s.rule.GroupReporter;
import dev.avow.k8s.rule.GroupRule;
import dev.avow.k8s.rule.Observed;
import dev.avow.k8s.workload.Container;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.rule.Rule;
import java.io.Serializable;
import java.util.List;

/** Rules as a user would write them beside the built-in ones. */
final class OwnRules {

  record Host(String name) implements Serializable {}

  record Team(String name) implements Serializable {}

  static final Rule<Container> SEALED_ROOT =
      Rule.named("own-root-filesystem-is-sealed")
          .severity(Severity.HIGH)
          .because("What cannot be written cannot be replaced.")
          .forEach(CONTAINER)
          .unless(Container::runsOnWindows)
          .requires(container -> container.at("securityContext.readOnlyRootFilesystem").isTrue())
          .otherwise("may write its root filesystem: readOnlyRootFilesystem {found}")
          .build();

  /** What exactly stands where, rather than on which resource. */
  static final Facts<Host> HOSTS =
      Facts.observed(
          "own-hosts",
          Host.class,
          RESOURCE,
          (resource, observer) ->
              resource.at("spec.rules").items().stream()
                  .map(rule -> rule.field("host"))
                  .forEach(
                      host ->
                          host.text().ifPresent(name -> observer.observe(host, new Host(name)))));

  static final Facts<Team> TEAMS =
      Facts.named(
          "own-teams",
          Team.class,
          resource -> resource.at("metadata.labels.team").text().map(Team::new).stream().toList());

  static final GroupRule UNIQUE_HOSTS =
      GroupRule.named("own-hosts-are-unique")
          .severity(Severity.MEDIUM)
          .because("Which of two ingresses answers for a host is a matter of luck.")
          .overEverything(HOSTS)
          .finds(OwnRules::uniqueHosts);

  static final Parameter<Long> MOST_TEAMS =
      Parameter.number("most-teams", 1, "how many teams may share a namespace");

  static final GroupRule FEW_TEAMS =
      GroupRule.named("own-namespace-has-few-teams")
          .because("Who shares a namespace shares its secrets.")
          .with(MOST_TEAMS)
          .perNamespace(TEAMS)
          .finds(OwnRules::fewTeams);

  private OwnRules() {}

  private static void uniqueHosts(Group group, GroupReporter report) {
    group.all(HOSTS).stream()
        .collect(groupingBy(Observed::value))
        .forEach(
            (host, all) -> {
              report.pass(all.get(0).subject());
              all.stream()
                  .skip(1)
                  .forEach(
                      second ->
                          report
                              .fail(second, "takes the host " + host.name() + " a second time")
                              .member(all.get(0).subject())
                              .via(all.get(0).location(), "taken here first"));
            });
  }

  private static void fewTeams(Group group, GroupReporter report) {
    List<String> teams =
        group.all(TEAMS).stream().map(team -> team.value().name()).distinct().sorted().toList();
    if (teams.size() <= report.settings().get(MOST_TEAMS)) {
      report.pass(group.key().subject());
      return;
    }
    report.fail(
        group.key().subject(),
        group.all(TEAMS).get(0).location(),
        "is shared by " + String.join(", ", teams));
  }
}
