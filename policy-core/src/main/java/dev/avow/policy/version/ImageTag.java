package dev.avow.policy.version;

import dev.avow.policy.version.ask.Asked;
import dev.avow.policy.version.ask.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The release in the tag of an image: {@code 1.27.3} of {@code 1.27.3-alpine3.20}. */
final class ImageTag {

  /** How many numbers a tag has that does not move; with fewer it names the newest of a line. */
  static final int WHOLE = 3;

  private static final Pattern PRE_RELEASE =
      Pattern.compile(
          "(?i)(a|b|m|rc|cr|pre|alpha|beta|dev|ea|milestone|snapshot|preview|nightly|canary)"
              + "[0-9.]*");

  /** The most characters that a tag has by the grammar of images. */
  private static final int LONGEST = 128;

  private static final Pattern RELEASE = Pattern.compile("[vV]?[0-9]+([._][0-9]+)*.*");

  private ImageTag() {}

  /** Returns what is missing to know which release {@code image} is, if anything is. */
  static Optional<Missing> missing(Asked.OfImage image) {
    Optional<String> tag = image.tag();
    if (tag.isEmpty()) {
      return missing("which release is " + image);
    }
    boolean release =
        tag.get().length() <= LONGEST
            && RELEASE.matcher(tag.get()).matches()
            && !isCommit(tag.get());
    return release ? Optional.empty() : missing("which release the tag " + tag.get() + " names");
  }

  /** Returns what is missing where the releases that {@code image} may be do not fare alike. */
  static Missing moving(Asked.OfImage image) {
    return missing("which release the tag %s names now".formatted(image.tag().orElse("")))
        .orElseThrow();
  }

  private static Optional<Missing> missing(String what) {
    return Optional.of(new Missing(Missing.Kind.IDENTITY, what));
  }

  /** A commit can begin with digits, too. */
  private static boolean isCommit(String tag) {
    return tag.matches("[0-9a-f]{7,40}") && tag.chars().anyMatch(Character::isLetter);
  }

  /** Returns the tag without what tells variants of one release apart. */
  static String release(Asked.OfImage image) {
    String[] parts = image.tag().orElse("").split("-", -1);
    List<String> kept = new ArrayList<>(List.of(parts[0]));
    for (int i = 1; i < parts.length && PRE_RELEASE.matcher(parts[i]).matches(); i++) {
      kept.add(parts[i]);
    }
    return String.join("-", kept);
  }
}
