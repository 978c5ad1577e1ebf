package dev.avow.k8s.kro;

import java.util.Set;

/** Names that mean something in every expression, without any definition of them. */
final class BuiltIn {

  private static final Set<String> NAMES =
      Set.of(
          "bool",
          "bytes",
          "double",
          "dyn",
          "duration",
          "google",
          "int",
          "list",
          "map",
          "null_type",
          "optional_type",
          "runtime",
          "string",
          "timestamp",
          "type",
          "uint");

  private BuiltIn() {}

  static boolean isName(String name) {
    return NAMES.contains(name);
  }
}
