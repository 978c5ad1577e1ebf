package dev.avow.policy.version.inventory;

import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lock files that are generated as tables, one {@code [[package]]} after the other, each with
 * a name and a version on lines of their own.
 *
 * @param source the file's name
 * @param type the type of the packages
 */
record TableLock(String source, String type) {

  private static final String PACKAGE = "[[package]]";

  List<VersionInUse> read(String text) {
    List<VersionInUse> read = new ArrayList<>();
    List<String> lines = text.lines().toList();
    boolean inside = false;
    String name = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        inside = line.equals(PACKAGE);
        name = "";
      } else if (inside) {
        name = value(line, "name").orElse(name);
        Optional<String> version = value(line, "version").filter(found -> !found.isBlank());
        if (version.isPresent() && !name.isEmpty()) {
          Location at = Location.at(source, i + 1, 1);
          read.add(VersionInUse.ofPackage(PackageUrl.of(type, name), version.get(), at));
        }
      }
    }
    if (read.isEmpty() && !lines.contains(PACKAGE) && !text.isBlank() && !isEmptyLock(text)) {
      throw new InventoryException(
          Location.in(source), "must have tables called " + PACKAGE + " but has none");
    }
    return List.copyOf(read);
  }

  private static boolean isEmptyLock(String text) {
    return text.lines().anyMatch(line -> line.startsWith("version = ") || line.startsWith("[meta"));
  }

  private static Optional<String> value(String line, String key) {
    String start = key + " = \"";
    int end = line.indexOf('"', start.length());
    return line.startsWith(start) && end > 0
        ? Optional.of(line.substring(start.length(), end))
        : Optional.empty();
  }
}
