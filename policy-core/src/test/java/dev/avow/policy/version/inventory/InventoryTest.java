package dev.avow.policy.version.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

  private static List<String> read(String source, String text) {
    return Inventory.parse(source, text).stream()
        .map(use -> "%s %s at %s".formatted(use.of(), use.asked(), use.at()))
        .toList();
  }

  @Test
  void cycloneDxHoldsComponentsInComponents() {
    assertThat(
            read(
                "bom.json",
                """
                {"bomFormat": "CycloneDX", "specVersion": "1.6",
                 "metadata": {"component": {"name": "shop", "version": "1.0"}},
                 "components": [
                  {"group": "org.acme", "name": "a", "version": "1.1",
                   "purl": "pkg:maven/org.acme/a@1.1?type=jar",
                   "components": [{"name": "inner", "version": "2"}]},
                  {"name": "by-purl", "purl": "pkg:npm/%40acme/viewer@3.0.0"},
                  {"name": "without-version"}]}
                """))
        .containsExactly(
            "pkg:generic/shop 1.0 at bom.json:2:56",
            "pkg:maven/org.acme/a 1.1 at bom.json:4:49",
            "pkg:generic/inner 2 at bom.json:6:48",
            "pkg:npm/@acme/viewer 3.0.0 at bom.json:7:3");
  }

  @Test
  void spdxIsReadInBothOfItsForms() {
    assertThat(
            read(
                "a.spdx.json",
                """
                {"spdxVersion": "SPDX-2.3", "packages": [
                  {"name": "a", "versionInfo": "1.1", "externalRefs": [
                    {"referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:x"},
                    {"referenceType": "purl", "referenceLocator": "pkg:pypi/a@1.1"}]},
                  {"name": "b", "versionInfo": "2"}]}
                """))
        .containsExactly(
            "pkg:pypi/a 1.1 at a.spdx.json:2:32", "pkg:generic/b 2 at a.spdx.json:5:32");
    assertThat(
            read(
                "a.json",
                """
                {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
                  {"type": "software_Package", "name": "a", "software_packageVersion": "1.1",
                   "software_packageUrl": "pkg:pypi/a@1.1"},
                  {"type": "Person", "name": "b"}]}
                """))
        .containsExactly("pkg:pypi/a 1.1 at a.json:2:72");
  }

  @Test
  void packageLockNamesPackagesByFolder() {
    assertThat(
            read(
                "package-lock.json",
                """
                {"lockfileVersion": 3, "packages": {
                  "": {"version": "9.9.9"},
                  "packages/own": {"version": "8.8.8"},
                  "node_modules/own": {"link": true},
                  "node_modules/a": {"version": "1.0.0"},
                  "node_modules/a/node_modules/@s/b": {"version": "2.0.0"},
                  "node_modules/alias": {"name": "real", "version": "3.0.0"}}}
                """))
        .containsExactly(
            "pkg:npm/a 1.0.0 at package-lock.json:5:33",
            "pkg:npm/@s/b 2.0.0 at package-lock.json:6:51",
            "pkg:npm/real 3.0.0 at package-lock.json:7:53");
  }

  @Test
  void theFirstFormOfPackageLockNests() {
    assertThat(
            read(
                "package-lock.json",
                """
                {"lockfileVersion": 1, "dependencies": {
                  "a": {"version": "1.0.0", "dependencies": {"b": {"version": "2.0.0"}}}}}
                """))
        .containsExactly(
            "pkg:npm/a 1.0.0 at package-lock.json:2:20",
            "pkg:npm/b 2.0.0 at package-lock.json:2:63");
  }

  @Test
  void otherLockFilesAreReadToo() {
    assertThat(
            read(
                "pnpm-lock.yaml",
                """
                lockfileVersion: '9.0'
                packages:
                  '@s/a@1.0.0':
                    resolution: {integrity: x}
                  b@2.0.0(react@18.0.0):
                    resolution: {integrity: x}
                  /c@3.0.0: {}
                  /d/4.0.0_react@17: {}
                """))
        .containsExactly(
            "pkg:npm/@s/a 1.0.0 at pnpm-lock.yaml:3:3",
            "pkg:npm/b 2.0.0 at pnpm-lock.yaml:5:3",
            "pkg:npm/c 3.0.0 at pnpm-lock.yaml:7:3",
            "pkg:npm/d 4.0.0 at pnpm-lock.yaml:8:3");
    assertThat(
            read(
                "packages.lock.json",
                """
                {"version": 1, "dependencies": {"net8.0": {
                  "A": {"type": "Direct", "resolved": "1.0.0"}}}}
                """))
        .containsExactly("pkg:nuget/A 1.0.0 at packages.lock.json:2:39");
    assertThat(
            read(
                "composer.lock",
                """
                {"content-hash": "x", "packages": [{"name": "v/a", "version": "v1.0"}],
                 "packages-dev": [{"name": "v/b", "version": "2.0"}]}
                """))
        .containsExactly(
            "pkg:composer/v/a v1.0 at composer.lock:1:63",
            "pkg:composer/v/b 2.0 at composer.lock:2:46");
    assertThat(
            read(
                "Pipfile.lock",
                """
                {"_meta": {}, "default": {"A": {"version": "==1.0"}},
                 "develop": {"b": {"version": "==2.0"}}}
                """))
        .containsExactly(
            "pkg:pypi/a 1.0 at Pipfile.lock:1:44", "pkg:pypi/b 2.0 at Pipfile.lock:2:31");
    assertThat(read("app/gradle.lockfile", "# written by Gradle\norg.a:b:1.0=compile\nempty=x\n"))
        .containsExactly("pkg:maven/org.a/b 1.0 at app/gradle.lockfile:2:1");
  }

  @ParameterizedTest
  @CsvSource({"Cargo.lock, cargo", "poetry.lock, pypi", "uv.lock, pypi"})
  void lockFilesOfTablesAreReadLineByLine(String name, String type) {
    assertThat(
            read(
                name,
                """
                version = 4

                [[package]]
                name = "a"
                version = "1.0.0"
                dependencies = [
                 "b",
                ]

                [package.extras]
                version = "9"

                [[package]]
                name = "b"
                version = "2.0.0"
                """))
        .containsExactly(
            "pkg:%s/a 1.0.0 at %s:5:1".formatted(type, name),
            "pkg:%s/b 2.0.0 at %s:15:1".formatted(type, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x.json; {}; x.json:1:1: must be a bill of materials",
        "x.json; []; x.json:1:1: must be a bill of materials",
        "x.json; '{'; x.json:1:2: ",
        "gradle.lockfile; nonsense; gradle.lockfile:1:1: a line must look like",
        "gradle.lockfile; a:b=c; gradle.lockfile:1:1: a line must look like",
        "Cargo.lock; nonsense; 'Cargo.lock: must have tables called [[package]]'",
      })
  void whatIsNoneIsRefusedWithItsPlace(String source, String text, String message) {
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> Inventory.parse(source, text))
        .withMessageStartingWith(message);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> Inventory.read(Path.of("nowhere.json")))
        .withMessage("nowhere.json: must be a text in UTF-8 but cannot be read");
  }
}
