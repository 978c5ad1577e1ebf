package dev.avow.policy.repository;

import dev.avow.policy.finding.Glob;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to declare dependencies, as updaters tell them apart. */
enum Ecosystem {
  BAZEL(List.of("bazel"), List.of("bazel", "bazel-module"), "MODULE.bazel", "WORKSPACE"),
  BUNDLER(List.of("bundler"), List.of("bundler"), "Gemfile"),
  // An npm entry does look at package.json, though not at Bun's lock file.
  BUN(List.of("bun", "npm"), List.of("bun", "npm"), "bun.lock", "bun.lockb"),
  CARGO(List.of("cargo"), List.of("cargo"), "Cargo.toml"),
  COMPOSER(List.of("composer"), List.of("composer"), "composer.json"),
  DEVCONTAINERS(List.of("devcontainers"), List.of("devcontainer"), "devcontainer.json"),
  DOCKER(
      List.of("docker"),
      List.of("dockerfile"),
      "Dockerfile",
      "Dockerfile.*",
      "*.Dockerfile",
      "Containerfile"),
  DOCKER_COMPOSE(
      List.of("docker-compose"),
      List.of("docker-compose"),
      "{docker-,}compose.{yml,yaml}",
      "{docker-,}compose.*.{yml,yaml}"),
  DOTNET_SDK(List.of("dotnet-sdk"), List.of("nuget"), "global.json"),
  ELM(List.of("elm"), List.of("elm"), "elm.json"),
  GITSUBMODULE(List.of("gitsubmodule"), List.of("git-submodules"), ".gitmodules"),
  GITHUB_ACTIONS(List.of("github-actions"), List.of("github-actions")),
  GOMOD(List.of("gomod"), List.of("gomod"), "go.mod"),
  GRADLE(List.of("gradle"), List.of("gradle"), "build.gradle{,.kts}", "settings.gradle{,.kts}"),
  HELM(List.of("helm"), List.of("helmv3"), "Chart.yaml"),
  JULIA(List.of("julia"), List.of(), "Project.toml"),
  MAVEN(List.of("maven"), List.of("maven"), "pom.xml"),
  MIX(List.of("mix"), List.of("mix"), "mix.exs"),
  NPM(List.of("npm"), List.of("npm"), "package.json"),
  NUGET(List.of("nuget"), List.of("nuget"), "*.{cs,fs,vb}proj", "packages.config"),
  PIP(
      List.of("pip"),
      List.of("pip_requirements", "pip_setup", "pipenv", "poetry", "pep621"),
      "requirements*.txt",
      "Pipfile",
      "setup.py",
      "poetry.lock",
      "pyproject.toml"),
  PUB(List.of("pub"), List.of("pub"), "pubspec.yaml"),
  SWIFT(List.of("swift"), List.of("swift"), "Package.swift"),
  TERRAFORM(List.of("terraform", "opentofu"), List.of("terraform"), "*.tf", "*.tofu"),
  UV(List.of("uv", "pip"), List.of("pep621"), "uv.lock"),
  VCPKG(List.of("vcpkg"), List.of(), "vcpkg.json");

  private final List<String> dependabot;
  private final List<String> renovate;
  private final List<Glob> files;

  Ecosystem(List<String> dependabot, List<String> renovate, String... files) {
    this.dependabot = dependabot;
    this.renovate = renovate;
    this.files = Arrays.stream(files).map(Glob::of).toList();
  }

  /** Returns the ecosystem whose dependencies the file at {@code path} declares. */
  static Optional<Ecosystem> of(String path) {
    String folder = Paths.folder(path);
    String name = Paths.name(path);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    if (folder.equals(".github/workflows") && yaml || name.equals("action.yml")) {
      return Optional.of(GITHUB_ACTIONS);
    }
    if (name.endsWith(".dockerignore")) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(it -> it.files.stream().anyMatch(glob -> glob.matches(name)))
        .findFirst();
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
    return dependabot;
  }

  /** Returns the managers of Renovate that look after it. */
  List<String> renovate() {
    return renovate;
  }

  /** Returns its name. */
  String label() {
    return dependabot.get(0);
  }
}
