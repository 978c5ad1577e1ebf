package dev.avow.policy.scan;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Selector;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code .trivyignore}: an id a line, perhaps with {@code exp:2026-01-31} behind it.
 *
 * @see <a href="https://trivy.dev/latest/docs/configuration/filtering/">Filtering</a>
 */
final class TrivyIgnores {

  private static final String EXPIRES = "exp:";

  private final String source;
  private final String text;
  private final IgnoreEntries entries = new IgnoreEntries();

  TrivyIgnores(String source, String text) {
    this.source = source;
    this.text = text;
  }

  IgnoreFile read() {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int indent = lines.get(i).indexOf(line.charAt(0));
        int column = lines.get(i).codePointCount(0, indent) + 1;
        entry(Arrays.asList(line.split("\\s+")), Location.at(source, i + 1, column));
      }
    }
    return entries.file();
  }

  private void entry(List<String> words, Location at) {
    Optional<String> written =
        words.stream().skip(1).filter(word -> word.startsWith(EXPIRES)).findFirst();
    Optional<LocalDate> end =
        written
            .map(word -> word.substring(EXPIRES.length()))
            .filter(date -> date.length() == 10)
            .flatMap(IgnoreEntries::date);
    if (written.isPresent() && end.isEmpty()) {
      entries.skip(at, "end must look like \"exp:2026-01-31\"", "was \"" + written.get() + "\"");
      return;
    }
    Selector on = Selector.where("id", Waivers.literal(words.get(0)));
    entries.add(IgnoreEntries.ANY_KIND, on, "", end, at);
  }
}
