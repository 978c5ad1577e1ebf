package dev.avow.policy.version.line;

import dev.avow.policy.version.ask.PreReleases;
import dev.avow.policy.version.ask.ReleaseCatalog;
import dev.avow.policy.version.scheme.Version;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows are asked.
 *
 * @param version the version, or null where a branch is asked about
 * @param branch the branch, or null where a version is asked about
 * @param head whether it is the newest commit of the branch
 * @param tag whether the version is the tag of an image, which may stand for a line
 * @param day the day
 * @param releases the releases that are known
 * @param preReleases where pre-releases belong
 * @param rows all that rows cover, for those who are about the others
 */
public record Inquiry(
    @Nullable Version version,
    @Nullable String branch,
    boolean head,
    boolean tag,
    LocalDate day,
    ReleaseCatalog releases,
    PreReleases preReleases,
    List<Coverage> rows) {

  boolean isStrict() {
    return preReleases == PreReleases.BEFORE_THEIR_LINE;
  }
}
