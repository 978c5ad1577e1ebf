package dev.avow.policy.version.scheme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The versions of one ecosystem: how they are read and compared.
 *
 * <p>A scheme reads any text: what is not a version by its grammar has a place in the order too, so
 * that a list of tags can be sorted. A library's order can be brought in as another scheme.
 */
public interface VersionScheme {

  /**
   * Whatever people write: numbers, then perhaps a pre-release, a revision or a letter. A number is
   * followed by zeros; {@code Final}, {@code GA} and {@code RELEASE} are the release itself.
   */
  VersionScheme PLAIN = new NamedScheme("generic", text -> PlainKey.read(text, "."));

  /**
   * Semantic versions.
   *
   * @see <a href="https://semver.org/spec/v2.0.0.html#spec-item-11">precedence</a>
   */
  VersionScheme SEMVER = new NamedScheme("semver", SemVerKey::read);

  /** Packages of npm: semantic versions, read loosely as npm does. */
  VersionScheme NPM = new NamedScheme("npm", SemVerKey::read);

  /**
   * Artifacts of Maven.
   *
   * @see <a href="https://maven.apache.org/pom.html#version-order-specification">the order</a>
   */
  VersionScheme MAVEN = new NamedScheme("maven", MavenKey::read);

  /**
   * Packages of Python; what is no such version comes before all that are.
   *
   * @see <a href="https://packaging.python.org/en/latest/specifications/version-specifiers/">PEP
   *     440</a>
   */
  VersionScheme PYPI = new NamedScheme("pypi", Pep440Key::read);

  /**
   * Packages of NuGet: up to four numbers, labels in any case.
   *
   * @see <a href="https://learn.microsoft.com/nuget/concepts/package-versioning">versioning</a>
   */
  VersionScheme NUGET =
      new NamedScheme("nuget", text -> SemVerKey.read(text.toLowerCase(Locale.ROOT)));

  /** Modules of Go: semantic versions with a {@code v}. */
  VersionScheme GOLANG = new NamedScheme("golang", SemVerKey::read);

  /** Crates of Rust: semantic versions. */
  VersionScheme CARGO = new NamedScheme("cargo", SemVerKey::read);

  /**
   * Dates as versions, parted by dots, dashes or underscores: {@code 24.04}, {@code 2026-11-21}.
   */
  VersionScheme CALVER = new NamedScheme("calver", text -> PlainKey.read(text, ".-_"));

  /** Numbers parted by dots. */
  VersionScheme INTDOT = new NamedScheme("intdot", text -> PlainKey.read(text, "."));

  /** Moments: {@code 2026-11-21T09:00:00Z}. */
  VersionScheme DATETIME = new NamedScheme("datetime", text -> PlainKey.read(text, ".-:T"));

  /** Returns the name as package URLs and {@code vers:} ranges have it. */
  String name();

  /** Reads {@code text}, which is never blank. */
  VersionKey read(String text);

  /** Returns the schemes that have a name here. */
  static List<VersionScheme> all() {
    return List.of(PLAIN, SEMVER, NPM, MAVEN, PYPI, NUGET, GOLANG, CARGO, CALVER, INTDOT, DATETIME);
  }

  /** Returns the scheme called {@code name}, in any case; nothing if it has none here. */
  static Optional<VersionScheme> named(String name) {
    return all().stream().filter(scheme -> scheme.name().equalsIgnoreCase(name)).findFirst();
  }
}
