package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.image.ParsedImage;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the images that a container's environment and arguments name, by the names they go by. */
final class StartedImages {

  static final Parameter<List<Glob>> NAMES =
      Parameter.globs(
              "names",
              List.of(),
              "the environment variables and options (without their dashes) that name an image,"
                  + " such as *_AGENT_IMAGE or agent-image")
          .stricterIf(Stricter.MORE);

  private StartedImages() {}

  static Check areLookedFor(Container container, Settings settings) {
    return Check.of(!settings.get(NAMES).isEmpty(), container.place());
  }

  static void areSpecific(Container container, Reporter report) {
    for (Field variable : container.at("env").items()) {
      if (isWanted(variable.field("name").text().orElse(""), report)) {
        judgeVariable(variable, report);
      }
    }
    List<Field> words = new ArrayList<>(container.at("command").items());
    words.addAll(container.at("args").items());
    for (int i = 0; i < words.size(); i++) {
      judgeOption(words.get(i), i + 1 < words.size() ? words.get(i + 1) : null, report);
    }
  }

  private static void judgeVariable(Field variable, Reporter report) {
    String name = variable.field("name").text().orElse("");
    Field value = variable.field("value");
    if (value.isPresent()) {
      judge(name, value, value.text().orElse(""), report);
    } else {
      report.missing("the value of " + name, variable);
    }
  }

  private static void judgeOption(Field word, @Nullable Field next, Reporter report) {
    String text = word.text().orElse("");
    if (!text.startsWith("-")) {
      return;
    }
    int equals = text.indexOf('=');
    String name = withoutDashes(equals < 0 ? text : text.substring(0, equals));
    if (!isWanted(name, report)) {
      return;
    }
    if (equals >= 0) {
      judge(name, word, text.substring(equals + 1), report);
    } else if (next == null) {
      report.missing("the value of " + name, word);
    } else {
      judge(name, next, next.text().orElse(""), report);
    }
  }

  private static String withoutDashes(String option) {
    int from = 0;
    while (from < option.length() && option.charAt(from) == '-') {
      from++;
    }
    return option.substring(from);
  }

  private static boolean isWanted(String name, Reporter report) {
    return report.settings().get(NAMES).stream().anyMatch(wanted -> wanted.matches(name));
  }

  private static void judge(String name, Field at, String text, Reporter report) {
    ParsedImage parsed = ParsedImage.of(text);
    if (at.isUnresolved() || text.isEmpty() || text.contains("$(")) {
      report.missing("the value of " + name, at);
    } else if (parsed instanceof ParsedImage.Invalid invalid) {
      report.fail(at, message("names no image by {name}: {what}", name, invalid.reason()));
    } else if (parsed instanceof ImageReference reference && !ImageTags.isSpecific(reference)) {
      report.fail(
          at, message("starts whatever is newest by {name}: {what}", name, reference.familiar()));
    }
  }

  private static Message message(String template, String name, String what) {
    return Message.of(template, mark -> mark.equals("name") ? name : what);
  }
}
