package dev.avow.k8s.rule;

import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.secret.Credentials;
import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules about credentials that stand in the declaration of a container. */
public final class SecretRules {

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HOOKS = List.of("postStart", "preStop");

  /** No variable of a container is a credential that is written out. */
  public static final Rule<Container> ENVIRONMENT_HOLDS_NO_CREDENTIALS =
      SecretSearch.named("environment-holds-no-credentials")
          .because(
              "Whoever may read the manifest, its repository, or the pod in the cluster has the"
                  + " credential, for as long as it is valid.")
          .advise("Revoke the credential, and take a new one from a Secret by secretKeyRef.")
          .alias("env-var-secret")
          .alias("sensitiveContainerEnvVar")
          .alias("C-0012")
          .alias("C-0259")
          .alias("KBP111")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .finds(SecretRules::environment);

  /** No argument of a container's commands is a credential. */
  public static final Rule<Container> COMMAND_HOLDS_NO_CREDENTIALS =
      SecretSearch.named("command-holds-no-credentials")
          .because(
              "The arguments of a process are seen by every process on its node, and land in logs;"
                  + " in the manifest they are open to all who read it.")
          .advise("Revoke the credential; let the program read a new one from a mounted Secret.")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .finds(SecretRules::commands);

  /** No header that a probe or a hook sends is a credential. */
  public static final Rule<Container> PROBE_HEADERS_HOLD_NO_CREDENTIALS =
      SecretSearch.named("probe-headers-hold-no-credentials")
          .because(
              "Headers of probes cannot be taken from a Secret, so that what they hold is open to"
                  + " all who read the manifest or the pod.")
          .advise("Revoke the credential, and probe a path that asks for none, or by exec.")
          .see(
              "https://kubernetes.io/docs/tasks/configure-pod-container/"
                  + "configure-liveness-readiness-startup-probes/#http-probes")
          .from(RESTRICTED)
          .forEach(Targets.CONTAINER)
          .finds(SecretRules::headers);

  private SecretRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        ENVIRONMENT_HOLDS_NO_CREDENTIALS,
        COMMAND_HOLDS_NO_CREDENTIALS,
        PROBE_HEADERS_HOLD_NO_CREDENTIALS);
  }

  private static void environment(Container container, Reporter report) {
    Credentials credentials = SecretSearch.credentials(report.settings());
    for (Field variable : SecretSearch.items(container.at("env"), report)) {
      Field value = variable.field("value");
      String name = SecretSearch.written(variable.field("name")).orElse("");
      SecretSearch.written(value)
          .flatMap(text -> credentials.named(name, text))
          .ifPresent(
              credential ->
                  SecretSearch.report(
                      value,
                      "is given a credential that is written out",
                      name,
                      credential,
                      "Take " + name + " from a Secret by valueFrom.secretKeyRef",
                      report));
    }
  }

  private static void commands(Container container, Reporter report) {
    List<Field> main = new ArrayList<>(SecretSearch.items(container.at("command"), report));
    main.addAll(SecretSearch.items(container.at("args"), report));
    command(main, report);
    handlers(container)
        .forEach(handler -> command(handler.field("exec").field("command").items(), report));
  }

  /** Returns the probes and hooks of {@code container}, whether or not they are there. */
  private static Stream<Field> handlers(Container container) {
    return Stream.concat(
        PROBES.stream().map(container::at),
        HOOKS.stream().map(hook -> container.at("lifecycle").field(hook)));
  }

  private static void command(List<Field> arguments, Reporter report) {
    List<String> words =
        arguments.stream().map(each -> SecretSearch.written(each).orElse("")).toList();
    SecretSearch.credentials(report.settings())
        .inCommand(words)
        .forEach(
            found -> {
              Field at = arguments.get(found.argument());
              SecretSearch.report(
                  at,
                  "starts with a credential that is written out",
                  at.label(),
                  found.credential(),
                  "Let the program read the credential from a file of a Secret",
                  report);
            });
  }

  private static void headers(Container container, Reporter report) {
    Credentials credentials = SecretSearch.credentials(report.settings());
    handlers(container)
        .flatMap(handler -> handler.field("httpGet").field("httpHeaders").items().stream())
        .forEach(header -> header(header, credentials, report));
  }

  private static void header(Field header, Credentials credentials, Reporter report) {
    Field value = header.field("value");
    String name = header.field("name").text().orElse("");
    SecretSearch.written(value)
        .flatMap(text -> credentials.header(name, text))
        .ifPresent(
            credential ->
                SecretSearch.report(
                    value,
                    "sends a credential that is written out",
                    name,
                    credential,
                    "Probe a path that asks for no credential",
                    report));
  }
}
