package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks what a stage builds on. */
final class StageBase {

  private StageBase() {}

  static void isAllowed(Stage stage, Reporter report) {
    tell(isAllowed(stage), stage, "builds on an image that the policy does not name: ", report);
  }

  static void isPinned(Stage stage, Reporter report) {
    tell(isPinned(stage), stage, "builds on an image that is not pinned by a digest: ", report);
  }

  private static void tell(Check check, Stage stage, String wrong, Reporter report) {
    if (check.isUnknown()) {
      report.missing(check.missing().orElseThrow(), check.at());
    } else if (check.fails()) {
      String image = stage.root().image().orElse("");
      report.fail(check.at(), Message.of(wrong + "{image}", mark -> image));
    }
  }

  private static Check isAllowed(Stage stage) {
    Field at = stage.root().place();
    List<Glob> allowed = stage.promise().orElseThrow().from();
    if (stage.isFromScratch()) {
      return Check.of(allowed.stream().anyMatch(it -> it.matches(Stage.SCRATCH)), at);
    }
    if (stage.reference().isEmpty()) {
      return unknownOrInvalid(stage, at);
    }
    ImageReference image = stage.reference().get();
    if (image.tag().isEmpty() && image.digest().isPresent()) {
      return matches(allowed, image, "") || !mayMatch(allowed, image)
          ? Check.of(matches(allowed, image, ""), at)
          : Check.unknown("the tag of the base image: only its digest is written", at);
    }
    return Check.of(matches(allowed, image, ":" + image.tag().orElse("latest")), at);
  }

  private static Check unknownOrInvalid(Stage stage, Field at) {
    return stage.root().image().isPresent()
        ? Check.of(false, at)
        : Check.unknown("the value of an argument of the build", at);
  }

  private static boolean matches(List<Glob> allowed, ImageReference image, String version) {
    return names(image)
        .anyMatch(name -> allowed.stream().anyMatch(glob -> glob.matches(name + version)));
  }

  /** Returns whether the repository fits, so that the tag decides. */
  private static boolean mayMatch(List<Glob> allowed, ImageReference image) {
    return allowed.stream()
        .map(Glob::pattern)
        .filter(pattern -> pattern.lastIndexOf(':') > pattern.lastIndexOf('/'))
        .map(pattern -> Glob.of(pattern.substring(0, pattern.lastIndexOf(':'))))
        .anyMatch(glob -> names(image).anyMatch(glob::matches));
  }

  /** Returns the complete name of the repository, and the short one. */
  private static Stream<String> names(ImageReference image) {
    String brief = image.familiar();
    int end = brief.indexOf('@') < 0 ? brief.length() : brief.indexOf('@');
    String named = brief.substring(0, end);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return Stream.of(image.repository(), colon < 0 ? named : named.substring(0, colon));
  }

  private static Check isPinned(Stage stage) {
    Field at = stage.root().place();
    if (stage.isFromScratch()) {
      return Check.of(true, at);
    }
    Optional<ImageReference> image = stage.reference();
    return image.isEmpty()
        ? unknownOrInvalid(stage, at)
        : Check.of(image.get().digest().isPresent(), at);
  }
}
