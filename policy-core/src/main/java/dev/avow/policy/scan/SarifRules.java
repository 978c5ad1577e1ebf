package dev.avow.policy.scan;

import dev.avow.policy.document.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one run of a tool, which results refer to by id or by place. */
final class SarifRules {

  private final JsonCursor in;
  private final List<Rule> driver = new ArrayList<>();
  private final List<List<Rule>> extensions = new ArrayList<>();
  private final Map<String, Rule> byId = new HashMap<>();
  private String tool = "";

  /** What a rule says of its results. */
  static final class Rule {
    private String id = "";
    private String title = "";
    private String level = "";
    private String score = "";
    private final Set<String> tags = new LinkedHashSet<>();

    String id() {
      return id;
    }

    String title() {
      return title;
    }

    String level() {
      return level;
    }

    String score() {
      return score;
    }

    Set<String> tags() {
      return tags;
    }
  }

  SarifRules(JsonCursor in) {
    this.in = in;
  }

  boolean hasTool() {
    return !tool.isEmpty();
  }

  void tool(String field) {
    switch (field) {
      case "driver" -> in.fields(each -> component(each, driver));
      case "extensions" ->
          in.items(
              () -> {
                List<Rule> rules = new ArrayList<>();
                extensions.add(rules);
                in.fields(each -> extension(each, rules));
              });
      default -> {}
    }
  }

  private void component(String field, List<Rule> into) {
    if (field.equals("name")) {
      tool = in.text().orElse("");
    } else {
      extension(field, into);
    }
  }

  private void extension(String field, List<Rule> into) {
    if (field.equals("rules")) {
      in.items(
          () -> {
            Rule rule = new Rule();
            in.fields(each -> rule(each, rule));
            into.add(rule);
            byId.putIfAbsent(rule.id, rule);
          });
    }
  }

  private void rule(String field, Rule into) {
    switch (field) {
      case "id" -> into.id = in.text().orElse("");
      case "shortDescription" -> in.fields(each -> title(each, into));
      case "defaultConfiguration" -> in.fields(each -> level(each, into));
      case "properties" -> in.fields(each -> property(each, into));
      default -> {}
    }
  }

  private void title(String field, Rule into) {
    if (field.equals("text")) {
      into.title = in.text().orElse("");
    }
  }

  private void level(String field, Rule into) {
    if (field.equals("level")) {
      into.level = in.text().orElse("");
    }
  }

  private void property(String field, Rule into) {
    switch (field) {
      case "security-severity" -> into.score = in.textOrNumber().orElse("");
      case "tags" -> in.items(() -> in.text().ifPresent(into.tags::add));
      default -> {}
    }
  }

  /**
   * Returns the rule of a result.
   *
   * @param id its id, perhaps with the part of a sub-rule behind a slash; may be empty
   * @param index its place among the rules, or -1
   * @param extension the place of the extension whose rules are meant, or -1 for the driver's
   */
  Optional<Rule> find(String id, long index, long extension) {
    List<Rule> rules =
        extension < 0
            ? driver
            : extension < extensions.size() ? extensions.get((int) extension) : List.of();
    if (index >= 0 && index < rules.size()) {
      return Optional.of(rules.get((int) index));
    }
    Rule known = byId.get(id);
    int slash = id.lastIndexOf('/');
    return known == null && slash > 0
        ? Optional.ofNullable(byId.get(id.substring(0, slash)))
        : Optional.ofNullable(known);
  }
}
