package dev.avow.policy.version.inventory;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.version.ask.Asked;
import dev.avow.policy.version.ask.SupportQuestion;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;

/**
 * A version of something that is in use somewhere.
 *
 * @param of what it is a version of: a package URL without a version, such as {@code
 *     pkg:npm/typekro}, or the repository of an image, such as {@code ghcr.io/acme/viewer}
 * @param asked the version, or the image
 * @param subject what uses it, as findings call it
 * @param at where this is written
 */
public record VersionInUse(String of, Asked asked, Subject subject, Location at) {

  /** Returns the version {@code version} of the package {@code purl}, as {@code at} has it. */
  public static VersionInUse ofPackage(String purl, String version, Location at) {
    Subject subject = Subject.of("Package").with("package", purl).with("version", version);
    return new VersionInUse(purl, new Asked.OfVersion(Version.of(version)), subject, at);
  }

  /**
   * Returns an image of {@code repository} that {@code subject} uses.
   *
   * @param tag its tag; an empty text if it has none
   * @param byDigest whether a digest names it; it is what runs then, whatever the tag says
   */
  public static VersionInUse ofImage(
      String repository, String tag, boolean byDigest, Subject subject, Location at) {
    SupportQuestion question =
        tag.isEmpty()
            ? byDigest
                ? SupportQuestion.aboutImageByDigest(LocalDate.EPOCH)
                : SupportQuestion.aboutUntaggedImage(LocalDate.EPOCH)
            : SupportQuestion.aboutImage(tag, LocalDate.EPOCH);
    return new VersionInUse(repository, question.asked(), subject, at);
  }
}
