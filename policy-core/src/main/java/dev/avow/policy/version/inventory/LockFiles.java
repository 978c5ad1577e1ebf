package dev.avow.policy.version.inventory;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads lock files in JSON or YAML. */
final class LockFiles {

  private static final String MODULES = "node_modules/";

  private final List<VersionInUse> read = new ArrayList<>();

  /** Reads package-lock.json: packages by folder or, in its first form, nested dependencies. */
  List<VersionInUse> npm(Field root) {
    if (root.field("packages").isMapping()) {
      for (Field entry : root.field("packages").fields()) {
        int folder = entry.name().lastIndexOf(MODULES);
        if (folder >= 0) { // the others are the project's own
          String name = entry.name().substring(folder + MODULES.length());
          add("npm", entry.field("name").text().orElse(name), entry.field("version"));
        }
      }
    } else {
      nested(root.field("dependencies"));
    }
    return List.copyOf(read);
  }

  private void nested(Field dependencies) {
    for (Field entry : dependencies.fields()) {
      add("npm", entry.name(), entry.field("version"));
      nested(entry.field("dependencies"));
    }
  }

  /** Reads pnpm-lock.yaml: {@code name@1.0.0(peer@2.0.0)} or, before, {@code /name/1.0.0_peer}. */
  List<VersionInUse> pnpm(Field root) {
    for (Field entry : root.field("packages").fields()) {
      String key = entry.name().startsWith("/") ? entry.name().substring(1) : entry.name();
      String body = upTo('(', key);
      String last = body.substring(body.lastIndexOf('/') + 1);
      boolean slash =
          !last.isEmpty() && Character.isDigit(last.charAt(0)) && last.length() < body.length();
      int mark = slash ? body.length() - last.length() - 1 : body.lastIndexOf('@');
      if (mark > 0 && mark + 1 < body.length()) {
        String version = body.substring(mark + 1);
        read.add(
            VersionInUse.ofPackage(
                PackageUrl.of("npm", body.substring(0, mark)),
                slash ? upTo('_', version) : version,
                entry.keyLocation()));
      }
    }
    return List.copyOf(read);
  }

  private static String upTo(char mark, String text) {
    int end = text.indexOf(mark);
    return end < 0 ? text : text.substring(0, end);
  }

  /** Reads packages.lock.json: dependencies by framework. */
  List<VersionInUse> nuget(Field root) {
    for (Field framework : root.field("dependencies").fields()) {
      framework.fields().forEach(entry -> add("nuget", entry.name(), entry.field("resolved")));
    }
    return List.copyOf(read);
  }

  /** Reads composer.lock. */
  List<VersionInUse> composer(Field root) {
    for (String list : List.of("packages", "packages-dev")) {
      for (Field entry : root.field(list).items()) {
        add("composer", entry.field("name").text().orElse(""), entry.field("version"));
      }
    }
    return List.copyOf(read);
  }

  /** Reads Pipfile.lock. */
  List<VersionInUse> pipenv(Field root) {
    for (String group : List.of("default", "develop")) {
      for (Field entry : root.field(group).fields()) {
        add("pypi", entry.name().toLowerCase(Locale.ROOT), entry.field("version"));
      }
    }
    return List.copyOf(read);
  }

  /** Links to folders have no version. */
  private void add(String type, String name, Field version) {
    Optional<String> text = version.text().map(LockFiles::plain).filter(said -> !said.isBlank());
    text.ifPresent(
        said ->
            read.add(VersionInUse.ofPackage(PackageUrl.of(type, name), said, version.location())));
  }

  private static String plain(String version) {
    return version.startsWith("==") ? version.substring(2) : version;
  }
}
