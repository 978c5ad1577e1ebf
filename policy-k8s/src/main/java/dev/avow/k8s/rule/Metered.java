package dev.avow.k8s.rule;

/** What containers ask for and may use of a node. */
enum Metered {
  /** Time of its processors. */
  CPU("cpu"),
  /** Memory. */
  MEMORY("memory"),
  /** Room on its disk for logs, for what containers write, and for emptyDir volumes. */
  EPHEMERAL_STORAGE("ephemeral-storage");

  private final String written;

  Metered(String written) {
    this.written = written;
  }

  /** Returns the name as manifests write it. */
  String written() {
    return written;
  }
}
