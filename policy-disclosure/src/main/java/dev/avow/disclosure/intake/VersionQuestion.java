package dev.avow.disclosure.intake;

import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Understands what reports call a version: a version, a branch, an image tag or a digest. */
final class VersionQuestion {

  /** A commit can begin with a digit, too. */
  private static final Pattern COMMIT = Pattern.compile("(?=.*[a-f])[0-9a-f]{7,40}");

  private static final Pattern RELEASE = Pattern.compile("[vV]?[0-9].*");
  private static final String DIGEST = "sha256:";

  private VersionQuestion() {}

  /**
   * Returns what is asked about {@code text}: of a branch that has a row about its head; where the
   * policy speaks of images, about the image with that tag; else about the version. What names no
   * release could be any.
   */
  static SupportQuestion about(String text, LocalDate day, SupportedVersions versions) {
    if (text.startsWith(DIGEST)) {
      return SupportQuestion.aboutImageByDigest(day);
    }
    if (hasRow(versions, SupportRow.Kind.BRANCH, text)) {
      return SupportQuestion.aboutHead(text, day);
    }
    boolean release = RELEASE.matcher(text).matches() && !COMMIT.matcher(text).matches();
    boolean named = release || hasRow(versions, SupportRow.Kind.LINE, text);
    return named && !speaksOfImages(versions)
        ? SupportQuestion.about(Version.of(text, versions.scheme()), day)
        : SupportQuestion.aboutImage(text, day);
  }

  private static boolean hasRow(SupportedVersions versions, SupportRow.Kind kind, String text) {
    return versions.rows().stream().anyMatch(row -> row.kind() == kind && row.text().equals(text));
  }

  private static boolean speaksOfImages(SupportedVersions versions) {
    return versions.rows().stream().anyMatch(row -> row.kind() == SupportRow.Kind.IMAGES);
  }
}
