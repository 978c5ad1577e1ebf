package dev.avow.k8s.secret;

import dev.avow.k8s.secret.Credentials.InCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds credentials in the words of a command; not thread-safe. */
final class CommandLine {

  /** {@code NAME=value}, {@code --name=value}, {@code -Dname=value}. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:-D|-{0,2})([A-Za-z_][\\w.\\[\\]-]*)=(.*)", Pattern.DOTALL);

  private static final Pattern FLAG = Pattern.compile("--?([A-Za-z][\\w.-]+)");

  private static final Set<String> HEADER = Set.of("-H", "--header");

  /** Programs with a flag of one letter that takes a password. */
  private static final Map<String, String> SHORT_FLAGS = Map.of("sshpass", "-p", "redis-cli", "-a");

  private static final Set<String> USER = Set.of("-u", "--user");

  private final Credentials credentials;
  private final List<Word> words = new ArrayList<>();
  private final List<InCommand> found = new ArrayList<>();
  private String program = "";

  private record Word(int argument, String text) {}

  CommandLine(Credentials credentials, List<String> arguments) {
    this.credentials = credentials;
    for (int i = 0; i < arguments.size(); i++) {
      int argument = i;
      split(arguments.get(i)).forEach(word -> words.add(new Word(argument, word)));
    }
  }

  /** A single argument is a word, unless it is a script; after a flag it may hold blanks. */
  private static List<String> split(String argument) {
    boolean script = argument.chars().anyMatch(Character::isWhitespace);
    return script ? ShellWords.of(argument + "\n") : List.of(argument);
  }

  List<InCommand> credentials() {
    for (int i = 0; i < words.size(); i++) {
      judge(words.get(i), i + 1 < words.size() ? words.get(i + 1) : new Word(-1, ""));
    }
    return found.stream().distinct().toList();
  }

  private void judge(Word word, Word next) {
    if (!word.text().startsWith("-") && !word.text().contains("=")) {
      program = word.text().isEmpty() ? "" : program(word.text());
    }
    Optional<Credential> shaped = credentials.in(word.text());
    if (shaped.isPresent()) {
      add(word, shaped);
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(word.text());
    if (assignment.matches()) {
      add(word, assigned(assignment.group(1), assignment.group(2)));
    } else if (HEADER.contains(word.text())) {
      add(next, header(next.text()));
    } else {
      flag(word, next);
    }
  }

  private String program(String word) {
    String name = word.substring(word.lastIndexOf('/') + 1);
    return SHORT_FLAGS.containsKey(name) || name.equals("curl") ? name : program;
  }

  private void flag(Word word, Word next) {
    if (word.text().equals(SHORT_FLAGS.get(program))) {
      add(next, assigned("password", next.text()));
    } else if (program.equals("curl") && USER.contains(word.text())) {
      String[] parts = next.text().split(":", 2);
      add(next, parts.length < 2 ? Optional.empty() : assigned("password", parts[1]));
    } else {
      Matcher flag = FLAG.matcher(word.text());
      if (flag.matches() && !next.text().startsWith("-")) {
        add(next, assigned(flag.group(1), next.text()));
      }
    }
  }

  /** In {@code --set=db.password=…} the value is an assignment again. */
  private Optional<Credential> assigned(String name, String value) {
    Matcher inner = ASSIGNMENT.matcher(value);
    return !Credentials.isCredentialName(name) && inner.matches()
        ? named(inner.group(1), inner.group(2))
        : named(name, value);
  }

  private Optional<Credential> named(String name, String value) {
    boolean named = credentials.looksAt(name) && !name.equals("secret");
    return named && !Placeholders.isExpandedByShell(value)
        ? credentials.byName(name, value)
        : Optional.empty();
  }

  private Optional<Credential> header(String line) {
    int colon = line.indexOf(':');
    return colon < 0 || Placeholders.isExpandedByShell(line)
        ? Optional.empty()
        : credentials.header(line.substring(0, colon), line.substring(colon + 1));
  }

  private void add(Word word, Optional<Credential> credential) {
    credential.ifPresent(what -> found.add(new InCommand(word.argument(), what)));
  }
}
