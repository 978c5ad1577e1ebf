package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;
import java.util.Locale;

/** Rules about how clients reach the API server. */
public final class KubeconfigRules {

  private static final String SKIP = "insecure-skip-tls-verify";

  /**
   * A client knows that it talks to its API server, and nobody listens.
   *
   * <p>Files are looked at, and values of Secrets and ConfigMaps that are one.
   */
  public static final Rule<Resource> KUBECONFIG_VERIFIES_SERVER =
      Rule.named("kubeconfig-verifies-api-server")
          .severity(HIGH)
          .because(
              "Whoever stands between a client and a server that it does not check is handed its"
                  + " credentials.")
          .advise(
              "Remove insecure-skip-tls-verify, give certificate-authority-data, and write the"
                  + " server with https.")
          .see(
              "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/")
          .see("https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/")
          .from(BASELINE)
          .forEach(Targets.RESOURCE)
          .when(resource -> Check.of(!Kubeconfig.in(resource).isEmpty(), resource.place()))
          .finds(
              (resource, report) ->
                  Kubeconfig.in(resource).forEach(config -> judge(config, report)));

  private KubeconfigRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(KUBECONFIG_VERIFIES_SERVER);
  }

  private static void judge(Kubeconfig config, Reporter report) {
    if (config.isUnreadable()) {
      report.missing("a readable kubeconfig at " + config.at().path(), config.at());
    }
    for (Field item : config.root().field("clusters").items()) {
      Field cluster = item.field("cluster");
      skip(config, cluster.field(SKIP), report);
      server(config, cluster, report);
    }
  }

  private static void skip(Kubeconfig config, Field skip, Reporter report) {
    if (skip.isUnresolved()) {
      report.missing("the value of " + skip.path(), config.place(skip));
    } else if (skip.isTrue().holds()) {
      fail(
          config,
          skip,
          "does not check whom it talks to: " + skip.path() + " is true",
          config.isEmbedded() ? Fix.advice("Remove " + skip.path()) : Fixes.remove(skip),
          report);
    }
  }

  /** The URL may hold a password, so that it is not shown. */
  private static void server(Kubeconfig config, Field cluster, Reporter report) {
    Field server = cluster.field("server");
    String url = server.text().orElse("").toLowerCase(Locale.ROOT);
    if (server.isUnresolved() && !url.startsWith("https://") && !url.startsWith("http://")) {
      report.missing("the value of " + server.path(), config.place(server));
    } else if (url.startsWith("http://")) {
      Fix fix = Fix.advice("Write " + server.path() + " with https");
      fail(config, server, "talks to the API server without TLS: " + server.path(), fix, report);
    } else if (!url.isEmpty() && !url.contains("://") && !hasAuthority(cluster)) {
      report.missing("the scheme of " + server.path(), config.place(server));
    }
  }

  private static void fail(Kubeconfig config, Field at, String message, Fix fix, Reporter report) {
    report.fail(config.place(at), Message.literal(message), fix);
  }

  /** A client takes TLS for granted where it is told whom to trust. */
  private static boolean hasAuthority(Field cluster) {
    return cluster.field("certificate-authority").isPresent()
        || cluster.field("certificate-authority-data").isPresent()
        || cluster.field(SKIP).isTrue().holds();
  }
}
