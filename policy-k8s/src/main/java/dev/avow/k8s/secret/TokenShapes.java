package dev.avow.k8s.secret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tokens by their shape, as their issuers describe it. A token stands by itself: what is only
 * a part of a longer word is none.
 */
final class TokenShapes {

  /**
   * What a token looks like.
   *
   * @param kind what it is, as a phrase
   * @param hint a text that every such token holds, which is looked for first
   * @param pattern the whole of it
   */
  private record Shape(String kind, String hint, Pattern pattern) {}

  private static final List<Shape> SHAPES =
      List.of(
          shape("an access key of AWS", "A", "(?:AKIA|ASIA)[A-Z2-7]{16}"),
          shape("a token of GitHub", "gh", "gh[pousr]_[A-Za-z0-9]{36,255}"),
          shape("a token of GitHub", "github_pat_", "github_pat_[A-Za-z0-9_]{22,255}"),
          shape(
              "a token of GitLab",
              "gl",
              "gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_.-]{20,}"),
          shape("a token of Slack", "xox", "xox[abeoprs]-[A-Za-z0-9-]{20,}"),
          shape("a token of Slack", "xapp-", "xapp-[0-9]-[A-Z0-9]+-[0-9]+-[A-Fa-f0-9]{32,}"),
          shape(
              "a webhook of Slack",
              "hooks.slack.com",
              "hooks\\.slack\\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]{20,}"),
          shape("a key of Stripe", "_live_", "[sr]k_live_[A-Za-z0-9]{16,}"),
          shape("a key of Stripe", "_test_", "[sr]k_test_[A-Za-z0-9]{16,}"),
          shape("a key of Google", "AIza", "AIza[A-Za-z0-9_-]{35}"),
          shape("a client secret of Google", "GOCSPX-", "GOCSPX-[A-Za-z0-9_-]{28}"),
          shape("a token of npm", "npm_", "npm_[A-Za-z0-9]{36}"),
          shape("a token of PyPI", "pypi-", "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}"),
          shape("a token of Docker Hub", "dckr_", "dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,}"),
          shape("a token of HashiCorp Vault", "hv", "hv[sbr]\\.[A-Za-z0-9_-]{24,}"),
          shape("a token of DigitalOcean", "do", "do[opr]_v1_[a-f0-9]{64}"),
          shape("a key of SendGrid", "SG.", "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"),
          shape("a key of Anthropic", "sk-ant-", "sk-ant-[A-Za-z0-9]+-[A-Za-z0-9_-]{32,}"),
          shape("a key of OpenAI", "sk-", "sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,}"),
          shape("a token of Hugging Face", "hf_", "hf_[A-Za-z]{34,}"),
          shape("a token of Shopify", "shp", "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"),
          shape("a token of Grafana", "glsa_", "glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}"),
          shape("a key of Azure Storage", "AccountKey=", "AccountKey=[A-Za-z0-9+/]{86}=="),
          shape("an age secret key", "AGE-SECRET-KEY-", "AGE-SECRET-KEY-1[0-9A-Z]{58}"));

  private static final Pattern PEM =
      Pattern.compile(
          "-{3,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{3,5}(.*?)(?:-{3,5} ?END|\\z)",
          Pattern.DOTALL);

  private static final Pattern JWT =
      Pattern.compile("(?<![\\w.-])eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{16,}(?![\\w-])");

  private TokenShapes() {}

  private static Shape shape(String kind, String hint, String pattern) {
    String alone = "(?<![A-Za-z0-9_])" + pattern + "(?![A-Za-z0-9_])";
    return new Shape(kind, hint, Pattern.compile(alone));
  }

  /** Returns what {@code text} holds, as a phrase, if there is such a token. */
  static Optional<String> in(String text) {
    if (hasPrivateKey(text)) {
      return Optional.of("a private key");
    }
    for (Shape shape : SHAPES) {
      if (text.contains(shape.hint()) && isReal(shape.pattern(), text)) {
        return Optional.of(shape.kind());
      }
    }
    return text.contains("eyJ") && isReal(JWT, text)
        ? Optional.of("a JSON web token")
        : Optional.empty();
  }

  /** Example tokens of documentation say that they are. */
  private static boolean isReal(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String token = matcher.group();
      if (!token.contains("EXAMPLE") && !token.contains("example") && !isRepeated(token)) {
        return true;
      }
    }
    return false;
  }

  /** A token of one character over and over is a mask: {@code ghp_xxxxxxxx…}. */
  private static boolean isRepeated(String token) {
    String tail = token.substring(token.length() - 12);
    return tail.chars().distinct().count() < 3;
  }

  private static boolean hasPrivateKey(String text) {
    if (!text.contains("PRIVATE KEY")) {
      return false;
    }
    Matcher matcher = PEM.matcher(text.replace("\\n", "\n"));
    while (matcher.find()) {
      String body = matcher.group(1).strip();
      if (!body.isEmpty() && !Placeholders.isExpanded(body) && body.matches("(?s)[^<].*\\w.*")) {
        return true;
      }
    }
    return false;
  }
}
