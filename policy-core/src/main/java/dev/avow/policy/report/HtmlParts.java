package dev.avow.policy.report;

import dev.avow.policy.finding.RuleDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of the page that stand by themselves. */
final class HtmlParts {

  private HtmlParts() {}

  /** Returns what lies beside this class under {@code name}. */
  static String resource(String name) {
    try (InputStream file = HtmlParts.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the head, whose policy lets in the style and the script and nothing else. */
  static void head(String title, String css, String script, HtmlWriter html) {
    String policy =
        "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
            .formatted(hash(css), hash(script));
    html.open("head").raw("\n");
    html.open("meta", "charset", "UTF-8").raw("\n");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy).raw("\n");
    html.open("meta", "name", "referrer", "content", "no-referrer").raw("\n");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.raw("\n").open("meta", "name", "color-scheme", "content", "light dark").raw("\n");
    html.open("link", "rel", "icon", "href", "data:,").raw("\n");
    html.element("title", title).raw("\n");
    html.open("style").raw(css).closeLine("style");
    html.closeLine("head");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Writes what the findings that follow are about. */
  static void rule(@Nullable RuleDescription rule, ByRule part, HtmlWriter html) {
    html.open("h2").element("code", part.rule().value()).text(" ");
    html.element("small", part.counts()).closeLine("h2");
    if (rule == null) {
      return;
    }
    paragraph("Why", rule.reason(), html);
    paragraph("Do", rule.advice(), html);
    for (URI link : new RuleHelp(rule).links()) {
      String address = link.toASCIIString();
      html.open("p")
          .element("b", "See")
          .text(" ")
          .element("a", address, "href", address, "rel", "noreferrer")
          .closeLine("p");
    }
  }

  private static void paragraph(String name, String text, HtmlWriter html) {
    if (!text.isEmpty()) {
      html.open("p").element("b", name).text(" " + text).closeLine("p");
    }
  }
}
