package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Reporter;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what an Ingress writes into the configuration of ingress-nginx. */
final class NginxAnnotations {

  static final String PREFIX = "nginx.ingress.kubernetes.io/";

  /** The prefix that NGINX Inc. and old versions use. */
  private static final Set<String> PREFIXES =
      Set.of(PREFIX, "nginx.org/", "ingress.kubernetes.io/");

  private static final String SNIPPET = "-snippet";
  private static final Set<String> OTHER_SNIPPETS = Set.of("location-snippets", "server-snippets");

  /** Annotations whose values have been used to write directives. */
  private static final Set<String> WRITTEN_OUT =
      Set.of(
          "app-root",
          "auth-cache-key",
          "auth-realm",
          "auth-signin",
          "auth-tls-match-cn",
          "auth-url",
          "mirror-host",
          "mirror-target",
          "permanent-redirect",
          "proxy-redirect-from",
          "proxy-redirect-to",
          "rewrite-target",
          "server-alias",
          "temporal-redirect",
          "upstream-vhost",
          "x-forwarded-prefix");

  private static final Pattern DIRECTIVES = Pattern.compile("[\\r\\n;{}]");

  /** Braces count repetitions in a regular expression. */
  private static final Pattern DIRECTIVES_IN_PATTERN = Pattern.compile("[\\r\\n;]");

  /** Files that Secrets and accounts are in, which a path must not become (CVE-2021-25745). */
  private static final Pattern FILES =
      Pattern.compile("^/(?:etc|proc|root|var/run)(?:/|$)|(?:^|/)\\.\\.(?:/|$)|[\\r\\n;\"]");

  private NginxAnnotations() {}

  static void snippets(Resource ingress, Reporter report) {
    for (Field annotation : ingress.at("metadata").field("annotations").fields()) {
      String name = bare(annotation.name());
      if (name.endsWith(SNIPPET) || OTHER_SNIPPETS.contains(name)) {
        report.fail(
            annotation,
            Message.literal("writes into the configuration of the controller by " + name),
            Fixes.remove(annotation));
      }
    }
  }

  static void values(Resource ingress, Reporter report) {
    for (Field annotation : ingress.at("metadata").field("annotations").fields()) {
      String name = bare(annotation.name());
      if (WRITTEN_OUT.contains(name)) {
        boolean pattern = name.equals("auth-tls-match-cn");
        judge(
            annotation,
            pattern ? DIRECTIVES_IN_PATTERN : DIRECTIVES,
            "may smuggle directives into the controller by the value of " + name,
            report);
      }
    }
    for (Field rule : ingress.at("spec").field("rules").items()) {
      for (Field path : rule.field("http").field("paths").items()) {
        Field value = path.field("path");
        judge(value, FILES, "may reach files of the controller: path " + value.found(), report);
      }
    }
  }

  private static void judge(Field value, Pattern harmful, String wrong, Reporter report) {
    if (value.isUnresolved()) {
      report.missing("the value of " + value.path(), value);
    } else if (harmful.matcher(value.text().orElse("").strip()).find()) {
      report.fail(value, wrong);
    }
  }

  /** Returns the annotation's name without the prefix; empty for those of others. */
  private static String bare(String name) {
    return PREFIXES.stream()
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }
}
