package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.MULTI_TENANT;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.List;

/** Rules about what single Ingresses say. */
public final class IngressRules {

  static final String PAGE = "https://kubernetes.io/docs/concepts/services-networking/ingress/";

  /** Whether the Ingress must name a certificate. */
  public static final Parameter<Boolean> TLS_IS_NEEDED =
      Parameter.flag("tls-is-needed", true, "whether tls must be set");

  /** Whether each host of a rule must be one of those that the certificates are for. */
  public static final Parameter<Boolean> HOSTS_MUST_MATCH =
      Parameter.flag(
          "hosts-must-match", true, "whether each host of a rule must be among those of tls");

  /** Whether plain HTTP must be refused by annotation. */
  public static final Parameter<Boolean> HTTP_MUST_BE_REFUSED =
      Parameter.flag(
          "http-must-be-refused",
          false,
          "whether kubernetes.io/ingress.allow-http must be \"false\", which GKE goes by");

  /** Every Ingress is encrypted, for all of its hosts. */
  public static final Rule<Resource> INGRESS_USES_TLS =
      Rule.named("ingress-uses-tls")
          .title("ingress uses TLS")
          .severity(MEDIUM)
          .because(
              "What comes in without encryption, passwords and sessions included, can be read and"
                  + " changed by everybody on the way.")
          .advise("Name in tls the hosts of the rules, and the Secret with their certificate.")
          .see(PAGE + "#tls")
          .alias("require-ingress-https")
          .alias("ingress-host-match-tls")
          .alias("tlsSettingsMissing")
          .alias("C-0263")
          .alias("K8sHttpsOnly")
          .with(TLS_IS_NEEDED)
          .with(HOSTS_MUST_MATCH)
          .with(HTTP_MUST_BE_REFUSED)
          .from(PRODUCTION)
          .forEach(Targets.RESOURCE)
          .when(IngressRules::isIngress)
          .finds(
              (resource, report) ->
                  Held.in(resource, IngressRules::isIngress)
                      .forEach(ingress -> IngressTls.judge(ingress, report)));

  /** Every rule of an Ingress is for one host, by its full name. */
  public static final Rule<Resource> INGRESS_HOST_IS_SPECIFIC =
      Rule.named("ingress-host-is-specific")
          .severity(MEDIUM)
          .because(
              "A rule without a host, or for a wildcard, takes requests that are meant for others,"
                  + " those of other tenants included.")
          .advise("Set host to the full name.")
          .see(PAGE + "#hostname-wildcards")
          .alias("restrict-ingress-wildcard")
          .alias("disallow-empty-ingress-host")
          .alias("K8sBlockWildcardIngress")
          .from(MULTI_TENANT)
          .forEach(Targets.RESOURCE)
          .when(IngressRules::isIngress)
          .finds(
              (resource, report) ->
                  Held.in(resource, IngressRules::isIngress).forEach(i -> hosts(i, report)));

  /** No Ingress writes into the configuration of ingress-nginx. */
  public static final Rule<Resource> NO_NGINX_SNIPPETS =
      Rule.named("no-ingress-nginx-snippets")
          .severity(HIGH)
          .because(
              "A snippet becomes part of the controller's configuration, so that who may write an"
                  + " Ingress may read every Secret that the controller may (CVE-2021-25742).")
          .advise("Remove the annotation; most of what snippets do has an annotation of its own.")
          .see("https://nvd.nist.gov/vuln/detail/CVE-2021-25742")
          .see(
              "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/")
          .alias("disallow-ingress-nginx-custom-snippets")
          .alias("CKV_K8S_152")
          .alias("CKV_K8S_153")
          .alias("CKV_K8S_154")
          .alias("C-0059")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(IngressRules::isIngress)
          .finds(
              (resource, report) ->
                  Held.in(resource, IngressRules::isIngress)
                      .forEach(ingress -> NginxAnnotations.snippets(ingress, report)));

  /** No Ingress smuggles directives into the configuration of ingress-nginx by other values. */
  public static final Rule<Resource> NGINX_VALUES_ARE_PLAIN =
      Rule.named("ingress-nginx-values-are-plain")
          .severity(HIGH)
          .because(
              "Values of annotations and paths are written into the controller's configuration;"
                  + " with a line break, a brace or a semicolon they are directives there"
                  + " (CVE-2023-5044, CVE-2025-1097, CVE-2025-1098, CVE-2025-24514).")
          .advise("Write nothing but the value, and keep the controller up to date.")
          .see("https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/")
          .see("https://nvd.nist.gov/vuln/detail/CVE-2023-5044")
          .alias("restrict-annotations")
          .alias("KCV-0093")
          .alias("C-0292")
          .from(RESTRICTED)
          .forEach(Targets.RESOURCE)
          .when(IngressRules::isIngress)
          .finds(
              (resource, report) ->
                  Held.in(resource, IngressRules::isIngress)
                      .forEach(ingress -> NginxAnnotations.values(ingress, report)));

  private IngressRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        INGRESS_USES_TLS, INGRESS_HOST_IS_SPECIFIC, NO_NGINX_SNIPPETS, NGINX_VALUES_ARE_PLAIN);
  }

  static boolean isIngress(ResourceId id) {
    return id.kind().equals("Ingress")
        && (id.group().equals("networking.k8s.io") || id.group().equals("extensions"));
  }

  private static Check isIngress(Resource resource) {
    return Held.isAny(resource, IngressRules::isIngress);
  }

  private static void hosts(Resource ingress, Reporter report) {
    Field spec = ingress.at("spec");
    for (Field rule : spec.field("rules").items()) {
      Field host = rule.field("host");
      boolean whole =
          host.text().filter(name -> !name.isEmpty() && name.indexOf('*') < 0).isPresent();
      PodSecurity.report(
          host.decide(whole),
          "takes requests for other hosts",
          field -> Fix.advice("Set " + field.path() + " to the full name of the host"),
          report);
    }
    for (String name : List.of("defaultBackend", "backend")) {
      Field all = spec.field(name);
      if (all.isPresent()) {
        report.fail(
            all, "takes requests for all hosts that nobody else takes: " + name + " is set");
      }
    }
  }
}
