package dev.avow.disclosure.intake;

import dev.avow.policy.version.SupportRow;
import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Understands what reports call a version: a version, a branch, an image tag or a digest. */
final class VersionQuestion {

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
    boolean release =
        RELEASE.matcher(text).matches() || hasRow(versions, SupportRow.Kind.LINE, text);
    return release && !speaksOfImages(versions)
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
