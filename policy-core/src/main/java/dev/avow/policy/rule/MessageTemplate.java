package dev.avow.policy.rule;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.Selector;
import dev.avow.policy.finding.Subject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The message of a rule, with marks for what is known only when a target is judged. */
final class MessageTemplate {

  private static final Set<String> ALWAYS_KNOWN = Set.of("field", "found", "path", Selector.KIND);

  private final String template;
  private final List<Parameter<?>> parameters;

  /** Checks that {@code template} marks nothing that {@code rule} does not know. */
  MessageTemplate(String template, ScopedRule<?> rule) {
    RuleDescription description = rule.description();
    if (template.isBlank()) {
      throw new IllegalArgumentException(
          "rule %s must say what is wrong otherwise".formatted(description.id()));
    }
    this.template = template;
    this.parameters = description.parameters();
    Set<String> known = new TreeSet<>(ALWAYS_KNOWN);
    known.addAll(rule.scope().parts());
    parameters.forEach(parameter -> known.add(parameter.name()));
    for (String mark : Message.marks(template)) {
      if (!known.contains(mark)) {
        throw new IllegalArgumentException(
            "the message of rule %s may mark %s but marks {%s}"
                .formatted(description.id(), known, mark));
      }
    }
  }

  Message fill(Subject subject, Field decided, Settings settings) {
    return Message.of(template, mark -> value(mark, subject, decided, settings));
  }

  private String value(String mark, Subject subject, Field decided, Settings settings) {
    return switch (mark) {
      case "field" -> decided.label();
      case "found" -> decided.found();
      case "path" -> decided.path();
      case Selector.KIND -> subject.kind();
      default ->
          parameters.stream()
              .filter(parameter -> parameter.name().equals(mark))
              .findFirst()
              .map(parameter -> written(settings.get(parameter)))
              .orElseGet(() -> String.join("/", subject.values(mark)));
    };
  }

  private static String written(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }
}
