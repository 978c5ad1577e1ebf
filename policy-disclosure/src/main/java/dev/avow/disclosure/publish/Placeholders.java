package dev.avow.disclosure.publish;

import java.util.Locale;
import java.util.stream.Stream;

/** Addresses that nobody has filled in. */
final class Placeholders {

  private Placeholders() {}

  static boolean isPlaceholder(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    int at = lower.indexOf('@');
    String host = at >= 0 ? lower.substring(at + 1) : host(lower);
    boolean reserved =
        Stream.of("example.com", "example.org", "example.net")
                .anyMatch(name -> host.equals(name) || host.endsWith("." + name))
            || Stream.of(".example", ".invalid", ".test", ".localhost").anyMatch(host::endsWith);
    return reserved
        || Stream.of(
                "yourdomain", "your-domain", "yourcompany", "your-org", "your-project", "your_")
            .anyMatch(lower::contains)
        || Stream.of("todo", "tbd", "insert ").anyMatch(lower::startsWith)
        || lower.startsWith("your")
        || lower.indexOf('[') >= 0;
  }

  private static String host(String address) {
    return Addresses.web(address).map(uri -> uri.getHost().toLowerCase(Locale.ROOT)).orElse("");
  }
}
