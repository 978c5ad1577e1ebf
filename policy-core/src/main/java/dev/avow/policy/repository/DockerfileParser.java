package dev.avow.policy.repository;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a Dockerfile into instructions: parser directives, comments, continued lines, heredocs.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
final class DockerfileParser {

  private static final Set<String> KEYWORDS =
      Set.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private static final Set<String> WITH_HEREDOCS = Set.of("RUN", "COPY", "ADD", "ONBUILD");

  private final String source;
  private final List<String> lines;
  private char escape = '\\';
  private int at;

  DockerfileParser(String source, String text) {
    this.source = source;
    this.lines = text.lines().toList();
  }

  List<Instruction> parse() {
    directives();
    List<Instruction> instructions = new ArrayList<>();
    while (at < lines.size()) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        at++;
      } else {
        instructions.add(instruction());
      }
    }
    return instructions;
  }

  /** Directives are comments at the very top; the first other line ends them. */
  private void directives() {
    while (at < lines.size() && lines.get(at).strip().startsWith("#")) {
      String[] pair = lines.get(at).strip().substring(1).split("=", 2);
      if (pair.length < 2 || pair[0].strip().contains(" ")) {
        return;
      }
      String value = pair[1].strip();
      if (pair[0].strip().toLowerCase(Locale.ROOT).equals("escape") && value.length() == 1) {
        escape = value.charAt(0);
      }
      at++;
    }
  }

  private Instruction instruction() {
    int first = at;
    int indent = lines.get(first).indexOf(lines.get(first).strip());
    int column = lines.get(first).codePointCount(0, indent) + 1;
    StringBuilder joined = new StringBuilder();
    boolean goesOn = true;
    while (goesOn && at < lines.size()) {
      String line = lines.get(at++);
      String stripped = line.strip();
      boolean passedOver = at - 1 > first && (stripped.isEmpty() || stripped.startsWith("#"));
      if (!passedOver) {
        goesOn = continues(line);
        joined.append(goesOn ? line.substring(0, line.lastIndexOf(escape)) : line);
      }
    }
    int last = at - 1;
    String keyword =
        InstructionParser.parse(joined.toString(), span(first, column, last)).keyword();
    if (!KEYWORDS.contains(keyword)) {
      throw refuse(first, column, "instruction must be one that Dockerfiles have");
    }
    if (WITH_HEREDOCS.contains(keyword)) {
      heredocs(joined);
    }
    return InstructionParser.parse(joined.toString(), span(first, column, at - 1));
  }

  private boolean continues(String line) {
    String stripped = line.stripTrailing();
    return !stripped.isEmpty() && stripped.charAt(stripped.length() - 1) == escape;
  }

  private Span span(int first, int column, int last) {
    String end = lines.get(last);
    return new Span(first + 1, column, last + 1, end.codePointCount(0, end.length()) + 1);
  }

  /** Adds what heredocs hold, in their order, to the text of their instruction. */
  private void heredocs(StringBuilder joined) {
    for (Heredoc heredoc : Heredoc.in(joined.toString())) {
      int opened = at;
      while (at < lines.size() && !heredoc.endsWith(lines.get(at))) {
        joined.append('\n').append(lines.get(at++));
      }
      if (at == lines.size()) {
        throw refuse(Math.max(0, opened - 1), 1, "heredoc must end with its own line");
      }
      at++;
    }
  }

  private DocumentException refuse(int line, int column, String reason) {
    Location place = Location.at(source, line + 1, column);
    return new DocumentException(new Unreadable(place, Cause.MALFORMED, reason));
  }
}
