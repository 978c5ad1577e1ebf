package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a file, to be written again with those in place that a policy has. */
final class InsightsTree {

  private static final String HEADER = "header";
  private static final String EMAIL = "email";
  private static final String SOCIAL = "social";

  private final Object plain;

  InsightsTree(Node root) {
    this.plain = plain(root);
  }

  /** A value that is no text, as it is written. */
  private record Raw(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static Object plain(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Object> tree = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> tree.put(entry.key(), plain(entry.value())));
      return tree;
    }
    if (node instanceof Sequence list) {
      return list.items().stream().map(InsightsTree::plain).toList();
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.kind()) {
      case TEXT -> scalar.text();
      case NULL -> new Raw("null");
      case INTEGER, DECIMAL, FLAG -> new Raw(scalar.text());
    };
  }

  Object plain() {
    return plain;
  }

  /** Returns a file that has a header and nothing else yet. */
  static Map<String, Object> head(String url, LocalDate day) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("schema-version", SecurityInsights.VERSION);
    header.put("last-updated", day.toString());
    header.put("last-reviewed", day.toString());
    header.put("url", url);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put(HEADER, header);
    return file;
  }

  Object with(SecurityPolicy policy, LocalDate day) {
    Map<String, Object> file = copy(plain);
    Map<String, Object> header = copy(file.get(HEADER));
    header.put("last-updated", day.toString());
    file.put(HEADER, header);
    Map<String, Object> project = copy(file.get("project"));
    project.put("name", policy.name());
    Map<String, Object> reporting = copy(project.get("vulnerability-reporting"));
    report(policy, reporting);
    project.put("vulnerability-reporting", reporting);
    file.put("project", project);
    return file;
  }

  /** What is no mapping gives way to one. */
  private static Map<String, Object> copy(@Nullable Object tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(key.toString(), value));
    }
    return copy;
  }

  private static void report(SecurityPolicy policy, Map<String, Object> reporting) {
    boolean accepted = policy.reporting().channels().stream().anyMatch(c -> !c.kind().isPublic());
    if (accepted) {
      reporting.put("reports-accepted", true);
    }
    Optional<Channel> told = contact(policy);
    if (told.isPresent()) {
      reporting.put("contact", contact(policy, told.get(), copy(reporting.get("contact"))));
    } else {
      reporting.remove("contact");
    }
    put(reporting, "in-scope", policy.scope().in());
    put(reporting, "out-of-scope", policy.scope().out());
  }

  /** Returns the first channel of {@code policy} that has a mail address, or else a person's. */
  static Optional<Channel> contact(SecurityPolicy policy) {
    List<Channel> channels = policy.reporting().channels();
    return channels.stream()
        .filter(channel -> channel.kind() == Channel.Kind.EMAIL)
        .findFirst()
        .or(
            () ->
                channels.stream()
                    .filter(channel -> channel.kind() == Channel.Kind.MAINTAINER)
                    .filter(channel -> channel.address().isPresent())
                    .findFirst());
  }

  private static Map<String, Object> contact(
      SecurityPolicy policy, Channel told, Map<String, Object> contact) {
    boolean mail = told.kind() == Channel.Kind.EMAIL;
    contact.putIfAbsent("name", policy.name());
    contact.remove(mail ? SOCIAL : EMAIL);
    contact.put(mail ? EMAIL : SOCIAL, told.address().orElseThrow());
    contact.putIfAbsent("primary", true);
    return contact;
  }

  private static void put(Map<String, Object> reporting, String list, List<ScopeItem> items) {
    if (items.isEmpty()) {
      reporting.remove(list);
    } else {
      reporting.put(list, new ArrayList<>(items.stream().map(ScopeItem::text).toList()));
    }
  }
}
