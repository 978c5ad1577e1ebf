package dev.avow.policy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What the parser's complaints mean, said without quoting what stands in the document. */
final class YamlErrors {

  /**
   * A complaint and what it means.
   *
   * @param begins how the complaint begins
   * @param reason what we say
   * @param atContext whether the place to point at is where the broken thing begins
   */
  private record Meaning(String begins, String reason, boolean atContext) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          there("could not find expected ':'", "key must be followed by a colon"),
          there("found unexpected end of stream", "quoted text must end with its quote"),
          there("found unexpected document separator", "quoted text must end with its quote"),
          here(
              "mapping values are not allowed",
              "colon must follow a key but no key may stand here"),
          here("mapping keys are not allowed", "key must begin its line"),
          here("sequence entries are not allowed", "list item must begin its line"),
          here("found unknown escape", "escape in double quotes must be one that YAML knows"),
          here("expected escape sequence", "escape in double quotes must have hexadecimal digits"),
          here("found undefined tag handle", "tag must use a handle that is declared"),
          here("expected ',' or ']'", "list in brackets must go on with a comma or end with ]"),
          here("expected ',' or '}'", "mapping in braces must go on with a comma or end with }"),
          here("expected the node content", "value must stand here but there is none"),
          here(
              "expected '<document start>'",
              "document must hold one value but another begins here"),
          here("found incompatible YAML", "document must be YAML 1.x but declares another version"),
          here("expected chomping", "| and > may be followed by +, - and an indentation only"),
          here("expected indentation indicator", "indentation behind | and > must be from 1 to 9"));

  private YamlErrors() {}

  private static Meaning here(String begins, String reason) {
    return new Meaning(begins, reason, false);
  }

  private static Meaning there(String begins, String reason) {
    return new Meaning(begins, reason, true);
  }

  /** Returns the refusal that {@code complaint} about {@code text} amounts to. */
  static Refused explain(MarkedYAMLException complaint, String text, Lines lines) {
    String problem = String.valueOf(complaint.getProblem());
    int context = offset(complaint.getContextMark(), 0);
    int at = offset(complaint.getProblemMark(), context);
    if (problem.startsWith("expected <block end>")) {
      return Refused.malformed(at, blockEnd(complaint) + beginning(complaint, lines));
    }
    if (problem.startsWith("found character")) {
      return Refused.malformed(at, badStart(text, at));
    }
    return MEANINGS.stream()
        .filter(meaning -> problem.startsWith(meaning.begins()))
        .findFirst()
        .map(meaning -> refusal(meaning, complaint, lines, at, context))
        .orElseGet(() -> Refused.malformed(at, "document must be YAML but is not from here on"));
  }

  private static Refused refusal(
      Meaning meaning, MarkedYAMLException complaint, Lines lines, int at, int context) {
    if (meaning.atContext() && complaint.getContextMark() != null) {
      return Refused.malformed(context, meaning.reason());
    }
    boolean flow = meaning.begins().startsWith("expected ','");
    return Refused.malformed(at, meaning.reason() + (flow ? beginning(complaint, lines) : ""));
  }

  private static String blockEnd(MarkedYAMLException complaint) {
    return String.valueOf(complaint.getContext()).endsWith("mapping")
        ? "mapping must go on with a key in the column of the others, or end"
        : "list must go on with - in the column of the others, or end";
  }

  private static String badStart(String text, int at) {
    return at < text.length() && text.charAt(at) == '\t'
        ? "white space here must be spaces but is a tab"
        : "plain value must not begin with this character unless in quotes";
  }

  private static String beginning(MarkedYAMLException complaint, Lines lines) {
    if (complaint.getContextMark() == null) {
      return "";
    }
    int begin = offset(complaint.getContextMark(), 0);
    return "; it begins on line " + lines.span(begin, begin).line();
  }

  private static int offset(@Nullable Mark mark, int otherwise) {
    return mark == null ? otherwise : mark.getIndex();
  }
}
