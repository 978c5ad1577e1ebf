package dev.avow.policy.scan;

import dev.avow.policy.finding.Location;

/**
 * A package that a report lists, or that a finding is about.
 *
 * @param name its name
 * @param version its version; empty where it is not said
 * @param purl its package URL; empty where it is not said
 * @param at where the report tells of it
 * @see <a href="https://github.com/package-url/purl-spec">Package URL</a>
 */
public record ScannedPackage(String name, String version, String purl, Location at) {

  /** Returns what tells it from other packages, whoever writes it: the URL without details. */
  String identity() {
    if (purl.isEmpty()) {
      return label();
    }
    int end = purl.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = purl.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return purl.substring(0, end);
  }

  /** Returns the URL or, where there is none, name and version. */
  public String label() {
    if (!purl.isEmpty()) {
      return purl;
    }
    return version.isEmpty() ? name : name + "@" + version;
  }
}
