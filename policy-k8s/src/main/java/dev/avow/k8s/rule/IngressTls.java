package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Settings;
import java.util.List;
import java.util.Set;

/** Finds what of an Ingress is not encrypted. */
final class IngressTls {

  private static final String ALLOW_HTTP = "kubernetes.io/ingress.allow-http";

  /** Controllers of clouds take certificates by annotation, in place of tls. */
  private static final Set<String> CERTIFICATES =
      Set.of(
          "alb.ingress.kubernetes.io/certificate-arn",
          "ingress.gcp.kubernetes.io/pre-shared-cert",
          "networking.gke.io/managed-certificates",
          "appgw.ingress.kubernetes.io/appgw-ssl-certificate");

  private IngressTls() {}

  static void judge(Resource ingress, Reporter report) {
    Settings settings = report.settings();
    Field annotations = ingress.at("metadata").field("annotations");
    if (settings.get(IngressRules.HTTP_MUST_BE_REFUSED)) {
      Field allow = annotations.field(ALLOW_HTTP);
      PodSecurity.report(
          allow.is("false"),
          "is served without encryption as well",
          field -> Fix.advice("Set " + field.path() + " to \"false\""),
          report);
    }
    boolean elsewhere = CERTIFICATES.stream().anyMatch(name -> annotations.field(name).isPresent());
    if (settings.get(IngressRules.TLS_IS_NEEDED) && !elsewhere) {
      certificates(ingress.at("spec"), report);
    }
  }

  private static void certificates(Field spec, Reporter report) {
    Field tls = spec.field("tls");
    if (tls.isUnresolved()) {
      report.missing("the value of " + tls.path(), tls);
    } else if (tls.items().isEmpty()) {
      report.fail(
          tls,
          Message.literal("is served without encryption: tls " + tls.found()),
          Fix.advice("Name the hosts and the Secret of their certificate in " + tls.path()));
    } else if (report.settings().get(IngressRules.HOSTS_MUST_MATCH)) {
      spec.field("rules").items().forEach(rule -> host(rule.field("host"), tls, report));
    }
  }

  private static void host(Field host, Field tls, Reporter report) {
    String name = host.text().orElse("");
    if (tls.items().stream().anyMatch(entry -> isFor(name, entry))) {
      return;
    }
    Field open =
        tls.items().stream()
            .flatMap(entry -> entry.field("hosts").items().stream())
            .filter(Field::isUnresolved)
            .findFirst()
            .orElse(host);
    if (open.isUnresolved()) {
      report.missing("the value of " + open.path(), open);
    } else {
      report.fail(
          host,
          Message.literal("has a host without a certificate: host " + host.found()),
          Fix.advice("Add the host to the hosts of " + tls.path()));
    }
  }

  /** An entry that names no hosts is for all of them. */
  private static boolean isFor(String host, Field entry) {
    List<Field> hosts = entry.field("hosts").items();
    return (hosts.isEmpty() && !entry.field("hosts").isUnresolved())
        || hosts.stream().flatMap(each -> each.text().stream()).anyMatch(each -> holds(each, host));
  }

  /** A wildcard stands for one label, the first. */
  private static boolean holds(String pattern, String host) {
    if (pattern.startsWith("*.") && !host.startsWith("*.")) {
      int dot = host.indexOf('.');
      return dot > 0 && host.substring(dot).equalsIgnoreCase(pattern.substring(1));
    }
    return !host.isEmpty() && pattern.equalsIgnoreCase(host);
  }
}
