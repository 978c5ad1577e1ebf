package dev.avow.k8s.kro;

/** What an expression in a definition is for. */
public enum Use {
  /** A field of the instance's status. */
  STATUS,
  /** A field of a resource. */
  TEMPLATE,
  /** The name, namespace or selector of a resource that exists elsewhere. */
  EXTERNAL_REFERENCE,
  /** Whether a resource comes to be. */
  INCLUDE_WHEN,
  /** Whether a resource is ready. */
  READY_WHEN,
  /** For what a resource is made several times. */
  FOR_EACH
}
