package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Image;
import dev.avow.policy.document.Check;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Settings;
import java.util.List;

/** Tells tags that name one image from those that name whatever is newest of some sort. */
final class ImageTags {

  static final Parameter<List<Glob>> MOVING =
      Parameter.globs(
              "tags",
              List.of(
                  "stable",
                  "mainline",
                  "main",
                  "master",
                  "trunk",
                  "head",
                  "HEAD",
                  "nightly",
                  "edge",
                  "dev",
                  "develop",
                  "devel",
                  "next",
                  "canary",
                  "rolling",
                  "current",
                  "unstable",
                  "testing",
                  "snapshot",
                  "*-SNAPSHOT",
                  "lts",
                  "prod",
                  "production",
                  "staging"),
              "the tags that move on")
          .stricterIf(Stricter.MORE);

  static final Parameter<List<Glob>> NEWEST =
      Parameter.globs("tags", List.of("latest"), "the tags that name whatever was pushed last")
          .stricterIf(Stricter.MORE);

  /** With both, runtimes take the digest and the tag is but a note. */
  static final Parameter<Boolean> DIGEST_IS_ENOUGH =
      Parameter.flag(
              "digest-is-enough",
              true,
              "whether such a tag, or none, is allowed where a digest is named as well")
          .stricterIf(Stricter.FALSE);

  static final Parameter<Boolean> LINES_MOVE =
      Parameter.flag(
              "version-lines",
              true,
              "whether a tag of one or two numbers, such as 1 or v1.4, is taken to move on")
          .stricterIf(Stricter.TRUE);

  /** Longer numbers count builds or days, which do not move. */
  private static final int LONGEST_OF_A_LINE = 3;

  private ImageTags() {}

  static void isSpecific(Image image, Reporter report) {
    Check named = image.isNamed();
    named.missing().ifPresent(what -> report.missing(what, named.at()));
    image
        .problem()
        .ifPresent(
            what -> report.fail(image.place(), Message.of("names no image: {what}", mark -> what)));
    image
        .reference()
        .filter(reference -> !isSpecific(reference, report.settings()))
        .ifPresent(reference -> report.fail(image.place(), notSpecific(reference)));
  }

  private static boolean isSpecific(ImageReference reference, Settings settings) {
    if (reference.digest().isPresent() && settings.get(DIGEST_IS_ENOUGH)) {
      return true;
    }
    return reference
        .tag()
        .filter(tag -> settings.get(NEWEST).stream().noneMatch(newest -> newest.matches(tag)))
        .isPresent();
  }

  static boolean isSpecific(ImageReference reference) {
    return reference.digest().isPresent()
        || reference.tag().filter(tag -> !tag.equals("latest")).isPresent();
  }

  static Message notSpecific(ImageReference reference) {
    boolean isNamed = reference.tag().isPresent() || reference.digest().isPresent();
    String template =
        isNamed
            ? "runs whatever is newest: {image}"
            : "runs whatever is newest: {image} has neither tag nor digest";
    return Message.of(template, mark -> reference.familiar());
  }

  static Check doesNotMove(Image image, Settings settings) {
    return image.is(
        reference ->
            reference.digest().isPresent()
                || reference.tag().filter(tag -> moves(tag, settings)).isEmpty());
  }

  private static boolean moves(String tag, Settings settings) {
    return settings.get(MOVING).stream().anyMatch(moving -> moving.matches(tag))
        || (settings.get(LINES_MOVE) && isVersionLine(tag));
  }

  /** Returns whether {@code tag} is one or two short numbers, perhaps behind a v. */
  static boolean isVersionLine(String tag) {
    int from = tag.startsWith("v") ? 1 : 0;
    int point = tag.indexOf('.');
    return point < 0
        ? isShortNumber(tag.substring(from))
        : point > from
            && isShortNumber(tag.substring(from, point))
            && isShortNumber(tag.substring(point + 1));
  }

  private static boolean isShortNumber(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_OF_A_LINE
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
