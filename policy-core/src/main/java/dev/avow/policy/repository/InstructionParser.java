package dev.avow.policy.repository;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes the joined text of one instruction apart. */
final class InstructionParser {

  private InstructionParser() {}

  static Instruction parse(String text, Span span) {
    String stripped = text.strip();
    int end = wordEnd(stripped, 0);
    String keyword = stripped.substring(0, end).toUpperCase(Locale.ROOT);
    int at = skipBlanks(stripped, end);
    Map<String, String> flags = new LinkedHashMap<>();
    while (stripped.startsWith("--", at)) {
      int to = wordEnd(stripped, at);
      String flag = stripped.substring(at + 2, to);
      int equals = flag.indexOf('=');
      flags.put(
          equals < 0 ? flag : flag.substring(0, equals),
          equals < 0 ? "true" : flag.substring(equals + 1));
      at = skipBlanks(stripped, to);
    }
    String rest = stripped.substring(at);
    Optional<List<String>> json = json(rest);
    return new Instruction(
        keyword, flags, json.orElseGet(() -> words(rest)), json.isPresent(), rest, span);
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Returns the texts of a JSON list; what is none is in the shell form. */
  private static Optional<List<String>> json(String text) {
    if (!text.startsWith("[")) {
      return Optional.empty();
    }
    try {
      Field list = DocumentReader.yaml12().readOne("(instruction).json", text).field();
      List<String> texts = list.items().stream().flatMap(it -> it.text().stream()).toList();
      return list.isList() && texts.size() == list.items().size()
          ? Optional.of(texts)
          : Optional.empty();
    } catch (DocumentException none) {
      return Optional.empty();
    }
  }

  /** Returns the words of {@code text}; quotes hold blanks together. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        open = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (open) {
          words.add(word.toString());
        }
        word.setLength(0);
        open = false;
      } else {
        word.append(c);
        open = true;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }
}
