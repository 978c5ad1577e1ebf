package dev.avow.policy.version.inventory;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads bills of materials; what has no version is in no use that could be asked about. */
final class BillOfMaterials {

  private final List<VersionInUse> read = new ArrayList<>();

  /**
   * Reads CycloneDX in JSON.
   *
   * @see <a href="https://cyclonedx.org/docs/1.6/json/">the form</a>
   */
  List<VersionInUse> cycloneDx(Field root) {
    components(root.field("metadata").field("component"));
    root.field("components").items().forEach(this::components);
    return List.copyOf(read);
  }

  /** Components hold others. */
  private void components(Field component) {
    String name =
        component
                .field("group")
                .text()
                .filter(group -> !group.isEmpty())
                .map(group -> group + "/")
                .orElse("")
            + component.field("name").text().orElse("");
    add(component.field("purl").text(), name, component.field("version"));
    component.field("components").items().forEach(this::components);
  }

  /**
   * Reads SPDX 2 in JSON.
   *
   * @see <a href="https://spdx.github.io/spdx-spec/v2.3/package-information/">the form</a>
   */
  List<VersionInUse> spdx2(Field root) {
    for (Field item : root.field("packages").items()) {
      Optional<String> purl =
          item.field("externalRefs").items().stream()
              .filter(reference -> reference.field("referenceType").is("purl").holds())
              .flatMap(reference -> reference.field("referenceLocator").text().stream())
              .findFirst();
      add(purl, item.field("name").text().orElse(""), item.field("versionInfo"));
    }
    return List.copyOf(read);
  }

  /**
   * Reads SPDX 3 in JSON.
   *
   * @see <a href="https://spdx.github.io/spdx-spec/v3.0.1/model/Software/Classes/Package/">the
   *     form</a>
   */
  List<VersionInUse> spdx3(Field root) {
    for (Field item : root.field("@graph").items()) {
      if (item.field("type").is("software_Package").holds()) {
        add(
            item.field("software_packageUrl").text(),
            item.field("name").text().orElse(""),
            item.field("software_packageVersion"));
      }
    }
    return List.copyOf(read);
  }

  private void add(Optional<String> purl, String name, Field version) {
    Optional<String> stated = version.text().filter(text -> !text.isBlank());
    Optional<String> known = stated.or(() -> purl.flatMap(PackageUrl::version));
    String of = purl.map(PackageUrl::bare).orElseGet(() -> PackageUrl.of("generic", name));
    known.ifPresent(text -> read.add(VersionInUse.ofPackage(of, text, version.location())));
  }
}
