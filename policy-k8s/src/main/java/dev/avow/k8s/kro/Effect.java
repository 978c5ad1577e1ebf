package dev.avow.k8s.kro;

import java.util.HashMap;
import java.util.Map;

/** What becomes of what a function is given. */
enum Effect {
  /** Nothing of it comes out that anybody keeps secret. */
  NOTHING,
  /** Something can be told of it, such as by a hash or a comparison. */
  FAINT,
  /** The first comes out, whole or in another spelling. */
  SAME,
  /** A list comes out with elements of the first. */
  ELEMENTS,
  /** An element of the first comes out. */
  ELEMENT,
  /** A list comes out with the elements of the elements of the first. */
  ELEMENTS_OF_ELEMENTS,
  /** All of them come out, side by side or one in place of another. */
  EITHER,
  /** All of them come out, in whatever form; so it is with every function that is not known. */
  MIXED;

  private static final Map<String, Effect> BY_FUNCTION = new HashMap<>();

  static {
    put(NOTHING, "size", "type", "hasValue", "optional.none", "omit");
    put(FAINT, "_<_", "_<=_", "_>_", "_>=_");
    put(FAINT, "startsWith", "endsWith", "contains", "matches", "indexOf", "lastIndexOf");
    put(FAINT, "isSorted", "includes", "isGreaterThan", "isLessThan", "compareTo", "sign");
    put(FAINT, "isInteger", "isQuantity", "isURL", "isIP", "isCIDR", "isSemver", "ip.isCanonical");
    put(FAINT, "family", "isUnspecified", "isLoopback", "isLinkLocalMulticast", "containsIP");
    put(FAINT, "isLinkLocalUnicast", "isGlobalUnicast", "containsCIDR", "prefixLength");
    put(FAINT, "random.seededString", "random.seededInt");
    put(SAME, "dyn", "string", "bytes", "value", "optional.of", "optional.ofNonZeroValue");
    put(SAME, "base64.encode", "base64.decode", "lowerAscii", "upperAscii", "trim");
    put(SAME, "quote", "strings.quote");
    put(ELEMENTS, "sort", "distinct", "slice", "lists.removeAtIndex", "optional.unwrap");
    put(ELEMENTS, "unwrapOpt", "reverse");
    put(ELEMENT, "first", "last");
    put(ELEMENTS_OF_ELEMENTS, "flatten");
    put(EITHER, "orValue", "or", "merge");
  }

  private static void put(Effect effect, String... functions) {
    for (String function : functions) {
      BY_FUNCTION.put(function, effect);
    }
  }

  /** Returns the effect of {@code function}, which has its library before it, if it has one. */
  static Effect of(String function) {
    return function.startsWith("hash.") ? FAINT : BY_FUNCTION.getOrDefault(function, MIXED);
  }

  /** Returns whether {@code function} is one of a library and not a method of a thing. */
  static boolean isOfLibrary(String function) {
    return function.startsWith("hash.")
        || function.startsWith("json.")
        || function.startsWith("math.")
        || function.startsWith("lists.")
        || BY_FUNCTION.containsKey(function);
  }
}
