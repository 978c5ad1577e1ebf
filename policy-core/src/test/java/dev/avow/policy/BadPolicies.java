package dev.avow.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases of bad-policies.txt. */
final class BadPolicies {

  private static final String HEADER =
      """
      apiVersion: avow.dev/v1
      kind: SecurityPolicy
      name: sample
      """;

  private BadPolicies() {}

  /**
   * A text that is no policy.
   *
   * @param title what is wrong
   * @param text the text
   * @param problems what must be said of it
   */
  record Case(String title, String text, List<String> problems) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> all() throws IOException {
    try (InputStream in = BadPolicies.class.getResourceAsStream("bad-policies.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^=== ")).skip(1).map(BadPolicies::read);
    }
  }

  private static Case read(String text) {
    List<String> lines = text.strip().lines().toList();
    List<String> body = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      (line.startsWith("> ") ? problems : body).add(line);
    }
    boolean whole = body.get(0).startsWith("! ");
    String policy =
        whole
            ? String.join("\n", body.stream().map(line -> line.substring(2)).toList())
            : HEADER + String.join("\n", body);
    return new Case(
        lines.get(0), policy + "\n", problems.stream().map(line -> line.substring(2)).toList());
  }
}
