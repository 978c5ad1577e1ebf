package dev.avow.k8s.secret;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds credentials in the settings of a file; not thread-safe. */
final class ConfigFile {

  private static final Set<String> TREES = Set.of("yaml", "yml", "json");

  private static final Set<String> LINES =
      Set.of("cfg", "cnf", "conf", "config", "env", "ini", "properties", "toml");

  private static final Pattern SETTING =
      Pattern.compile("\\s*(?:export\\s+)?([\\w.\\[\\]-]+)\\s*[=:]\\s*(\\S.*)");

  /** As redis.conf has it. */
  private static final Pattern PAIR = Pattern.compile("\\s*([\\w.-]+)\\s+(\\S+)\\s*");

  /** What calls something is a program, not a value. */
  private static final Pattern CODE = Pattern.compile(".*[(){}\\[\\];].*");

  private final Credentials credentials;
  private final String form;
  private final String content;
  private final List<Credential> found = new ArrayList<>();

  ConfigFile(Credentials credentials, String name, String content) {
    this.credentials = credentials;
    this.content = content;
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String start = content.strip();
    this.form = start.startsWith("{") || start.startsWith("[{") ? "json" : extension;
  }

  List<Credential> credentials() {
    credentials.in(content).ifPresent(found::add);
    if (TREES.contains(form)) {
      trees();
    } else if (LINES.contains(form)) {
      lines();
    }
    return found.stream().distinct().toList();
  }

  /** What cannot be read as such is looked at as a text only. */
  private void trees() {
    List<Reading> readings = DocumentReader.kubernetes().read("content", content).toList();
    for (Reading reading : readings) {
      if (reading instanceof Document document) {
        walk(document.field());
      }
    }
  }

  private void walk(Field field) {
    Field name = field.field("name");
    Field value = field.field("value");
    name.text().ifPresent(called -> judge(called, value));
    for (Field child : field.fields()) {
      judge(child.name(), child);
      if (child.name().equals("auths")) {
        child.fields().forEach(registry -> login(registry.field("auth")));
      }
      walk(child);
    }
    field.items().forEach(this::walk);
  }

  private void judge(String name, Field value) {
    if (credentials.looksAt(name) && value.node().orElse(null) instanceof Scalar scalar) {
      tell(credentials.byName(name, scalar.text()), "at " + value.path());
    }
  }

  /** As Docker keeps them: the name and the password, encoded. */
  private void login(Field auth) {
    auth.text()
        .filter(credentials::isLiteral)
        .ifPresent(text -> found.add(new Credential("a login", "at " + auth.path())));
  }

  private void lines() {
    List<String> lines = content.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && "#;!/[".indexOf(line.charAt(0)) < 0) {
        line(line, i + 1);
      }
    }
  }

  private void line(String line, int number) {
    Matcher setting = SETTING.matcher(line);
    Matcher pair = PAIR.matcher(line);
    Matcher match = setting.matches() ? setting : pair;
    if (match.matches() && credentials.looksAt(match.group(1))) {
      String value = unquoted(match.group(2));
      boolean code = CODE.matcher(value).matches() || Placeholders.isExpandedByShell(value);
      if (!code) {
        tell(credentials.byName(match.group(1), value), "in line " + number);
      }
    }
  }

  private static String unquoted(String value) {
    char first = value.charAt(0);
    boolean quoted = (first == '"' || first == '\'') && value.indexOf(first, 1) > 0;
    return quoted ? value.substring(1, value.indexOf(first, 1)) : value;
  }

  private void tell(Optional<Credential> credential, String where) {
    credential.ifPresent(what -> found.add(what.at(where)));
  }
}
