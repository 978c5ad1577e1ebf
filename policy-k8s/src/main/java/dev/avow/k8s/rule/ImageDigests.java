package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Image;
import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Tells images that a digest pins from those that look as if one did. */
final class ImageDigests {

  static final Parameter<List<Glob>> ALGORITHMS =
      Parameter.globs(
              "algorithms",
              List.of("*"),
              "the algorithms of digests that count; of those that are known, such as sha256, the"
                  + " digest must have the right length, and be in lower case")
          .stricterIf(Stricter.FEWER);

  private ImageDigests() {}

  /** A name with a malformed digest is not pinned: nothing can be pulled by it. */
  static Check isPinned(Image image, Settings settings) {
    boolean isMalformed =
        image.problem().isPresent()
            && image.place().text().filter(text -> text.contains("@")).isPresent();
    return isMalformed
        ? Check.of(false, image.place())
        : image.is(reference -> hasDigest(reference, settings.get(ALGORITHMS)));
  }

  private static boolean hasDigest(ImageReference reference, List<Glob> algorithms) {
    return reference
        .digest()
        .map(digest -> digest.substring(0, digest.indexOf(':')))
        .filter(algorithm -> algorithms.stream().anyMatch(known -> known.matches(algorithm)))
        .isPresent();
  }
}
