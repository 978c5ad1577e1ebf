package dev.avow.policy.scan;

import java.util.Arrays;
import java.util.List;

/**
 * Makes a glob of a package URL that means all packages that it describes: of any version if it
 * names none, with any qualifiers beside those that it names, in any subpath if it names none.
 */
final class PurlGlob {

  private PurlGlob() {}

  static String of(String purl) {
    int hash = purl.indexOf('#');
    String subpath = hash < 0 ? "" : purl.substring(hash + 1);
    String rest = hash < 0 ? purl : purl.substring(0, hash);
    int mark = rest.indexOf('?');
    String qualifiers = mark < 0 ? "" : rest.substring(mark + 1);
    String named = mark < 0 ? rest : rest.substring(0, mark);
    boolean versioned = named.lastIndexOf('@') > named.lastIndexOf('/');
    return Waivers.literal(named)
        + (versioned ? "" : "{,@*}")
        + qualifiers(qualifiers)
        + (subpath.isEmpty() ? "{,#*{,/**}}" : "#" + Waivers.literal(subpath));
  }

  /** Canonical URLs sort their qualifiers, so that named ones come in order, others between. */
  private static String qualifiers(String text) {
    if (text.isEmpty()) {
      return "{,\\?*{,/**}}";
    }
    List<String> sorted = Arrays.stream(text.split("&")).sorted().map(Waivers::literal).toList();
    return "\\?{,*&}" + String.join("{&,&*&}", sorted) + "{,&*}";
  }
}
