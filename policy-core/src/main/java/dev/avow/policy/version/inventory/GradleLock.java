package dev.avow.policy.version.inventory;

import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lock files of Gradle: {@code group:artifact:version=configurations} on each line.
 *
 * @param source the file's name
 */
record GradleLock(String source) {

  List<VersionInUse> read(String text) {
    List<VersionInUse> read = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("empty=")) {
        read.add(entry(line, Location.at(source, i + 1, 1)));
      }
    }
    return List.copyOf(read);
  }

  private static VersionInUse entry(String line, Location at) {
    int end = line.indexOf('=');
    String[] parts = line.substring(0, Math.max(0, end)).split(":", -1);
    if (parts.length != 3 || parts[2].isBlank()) {
      throw new InventoryException(
          at, "a line must look like group:artifact:1.0=configuration but is something else");
    }
    return VersionInUse.ofPackage(PackageUrl.of("maven", parts[0] + "/" + parts[1]), parts[2], at);
  }
}
