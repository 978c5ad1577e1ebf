package dev.avow.policy.repository;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.avow.policy.finding.Glob;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A way to declare dependencies, as updaters tell them apart. */
enum Ecosystem {
  BAZEL("bazel", "bazel bazel-module", "{MODULE.bazel,WORKSPACE}"),
  BUNDLER("bundler", "bundler", "Gemfile"),
  // An npm entry does look at package.json, though not at Bun's lock file.
  BUN("bun npm", "bun npm", "{bun.lock,bun.lockb}"),
  CARGO("cargo", "cargo", "Cargo.toml"),
  COMPOSER("composer", "composer", "composer.json"),
  DEVCONTAINERS("devcontainers", "devcontainer", "devcontainer.json"),
  DOCKER(
      "docker",
      "dockerfile",
      "{{D,d}ockerfile{,.*,-*,_*},*{.,-,_}{D,d}ockerfile,{C,c}ontainerfile{,.*,-*},*.{C,c}ontainerfile}"),
  DOCKER_COMPOSE(
      "docker-compose",
      "docker-compose",
      "{{docker-,}compose.{yml,yaml},{docker-,}compose.*.{yml,yaml}}"),
  DOTNET_SDK("dotnet-sdk", "nuget", "global.json"),
  ELM("elm", "elm", "elm.json"),
  GITSUBMODULE("gitsubmodule", "git-submodules", ".gitmodules"),
  GITHUB_ACTIONS("github-actions", "github-actions", ""),
  GOMOD("gomod", "gomod", "go.mod"),
  GRADLE("gradle", "gradle", "{build.gradle{,.kts},settings.gradle{,.kts}}"),
  HELM("helm", "helmv3", "Chart.yaml"),
  JULIA("julia", "", "Project.toml"),
  MAVEN("maven", "maven", "pom.xml"),
  MIX("mix", "mix", "mix.exs"),
  NPM("npm", "npm", "package.json"),
  NUGET("nuget", "nuget", "{*.{cs,fs,vb}proj,packages.config}"),
  PIP(
      "pip",
      "pip_requirements pip_setup pipenv poetry pep621",
      "{requirements*.txt,Pipfile,setup.py,poetry.lock,pyproject.toml}"),
  PUB("pub", "pub", "pubspec.yaml"),
  SWIFT("swift", "swift", "Package.swift"),
  TERRAFORM("terraform opentofu", "terraform", "{*.tf,*.tofu}"),
  UV("uv pip", "pep621", "uv.lock"),
  VCPKG("vcpkg", "", "vcpkg.json");

  private static final Map<Ecosystem, Glob> FILES =
      Arrays.stream(values()).collect(toUnmodifiableMap(it -> it, it -> Glob.of(it.files)));

  private final String dependabot;
  private final String renovate;
  private final String files;

  /** Names are parted by blanks; files are a glob on a name. */
  Ecosystem(String dependabot, String renovate, String files) {
    this.dependabot = dependabot;
    this.renovate = renovate;
    this.files = files;
  }

  /** Returns the ecosystem whose dependencies the file at {@code path} declares. */
  static Optional<Ecosystem> of(String path) {
    String folder = Paths.folder(path);
    String name = Paths.name(path);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    if ((folder.equals(".github/workflows") && yaml) || isAction(name)) {
      return Optional.of(GITHUB_ACTIONS);
    }
    if (name.endsWith(".dockerignore")) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(it -> Objects.requireNonNull(FILES.get(it)).matches(name))
        .findFirst();
  }

  private static boolean isAction(String name) {
    return name.equals("action.yml") || name.equals("action.yaml");
  }

  /** Returns whether modules below a folder that declares dependencies belong to it. */
  boolean hasModules() {
    return this == MAVEN
        || this == GRADLE
        || this == NPM
        || this == BUN
        || this == CARGO
        || this == NUGET
        || this == UV;
  }

  /** Returns the names by which Dependabot knows it, its own first. */
  List<String> dependabot() {
    return List.of(dependabot.split(" "));
  }

  /** Returns the managers of Renovate that look after it. */
  List<String> renovate() {
    return renovate.isEmpty() ? List.of() : List.of(renovate.split(" "));
  }

  /** Returns its name. */
  String label() {
    return dependabot().get(0);
  }
}
