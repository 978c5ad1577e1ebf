package dev.avow.examples.command;

/** How an answer is written. */
enum Format {
  /** For a person at a terminal. */
  TEXT,
  /** For a program. */
  JSON,
  /** For GitHub and other tools that know SARIF. */
  SARIF,
  /** For Jenkins and other tools that know JUnit's reports. */
  JUNIT,
  /** For GitLab. */
  GITLAB,
  /** For a pull request. */
  MARKDOWN,
  /** For a person at a browser. */
  HTML,
  /** For a Kubernetes cluster, as wgpolicyk8s.io/v1alpha2. */
  POLICYREPORT,
  /** For a Kubernetes cluster, as openreports.io/v1alpha1. */
  OPENREPORTS
}
