package dev.avow.policy.scan;

import dev.avow.policy.image.ImageReference;
import dev.avow.policy.image.ParsedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a report is about.
 *
 * @param name its name, as the scanner was told; empty where that is not said
 * @param image whether it is a container image, rather than files
 * @param tags the names under which the image is known
 * @param digests the names, with a digest, under which registries know the image
 */
public record ScannedArtifact(String name, boolean image, List<String> tags, List<String> digests) {

  private static final ScannedArtifact FILES = new ScannedArtifact("", false, List.of(), List.of());

  /** How an artifact relates to an image that somebody runs. */
  public enum Match {
    /** It is that image. */
    SAME,
    /** It has that image's tag, and it is not said whether the digest is the same. */
    SAME_TAG,
    /** It is of that repository, but of another tag or digest. */
    OTHER_VERSION,
    /** It is something else. */
    OTHER
  }

  /** Creates an artifact; the lists are copied. */
  public ScannedArtifact {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
  }

  /** Returns files of which no name is known. */
  static ScannedArtifact files() {
    return FILES;
  }

  /** Returns how this relates to {@code wanted}. */
  public Match match(ImageReference wanted) {
    Match best = Match.OTHER;
    for (ImageReference known : references()) {
      Match match = match(known, wanted);
      best = match.compareTo(best) < 0 ? match : best;
    }
    // A digest that is told and differs says more than a tag that was moved.
    boolean told = references().stream().anyMatch(known -> known.digest().isPresent());
    return best == Match.SAME_TAG && told ? Match.OTHER_VERSION : best;
  }

  private static Match match(ImageReference known, ImageReference wanted) {
    if (wanted.digest().isPresent() && known.digest().equals(wanted.digest())) {
      return Match.SAME;
    }
    if (!known.repository().equals(wanted.repository())) {
      return Match.OTHER;
    }
    boolean sameTag =
        (known.digest().isEmpty() && tag(known).equals(tag(wanted)))
            || (known.tag().isPresent() && known.tag().equals(wanted.tag()));
    if (!sameTag) {
      return Match.OTHER_VERSION;
    }
    return wanted.digest().isEmpty() ? Match.SAME : Match.SAME_TAG;
  }

  private static String tag(ImageReference reference) {
    return reference.tag().orElse(reference.digest().isPresent() ? "" : "latest");
  }

  private List<ImageReference> references() {
    if (!image) {
      return List.of();
    }
    List<String> names = new ArrayList<>(tags);
    names.addAll(digests);
    names.add(name);
    return names.stream().map(ParsedImage::of).flatMap(it -> it.reference().stream()).toList();
  }

  /** Returns whether both are the same image, or both are files. */
  boolean isSameAs(ScannedArtifact other) {
    if (!image || !other.image) {
      return image == other.image;
    }
    TreeSet<String> shared = new TreeSet<>(names());
    shared.retainAll(other.names());
    return !shared.isEmpty();
  }

  private TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (ImageReference reference : references()) {
      names.add(reference.toString());
      reference.digest().ifPresent(names::add);
    }
    names.add(name);
    return names;
  }

  /** Returns the digest under which registries know it, if it is told. */
  Optional<String> digest() {
    return references().stream().flatMap(it -> it.digest().stream()).findFirst();
  }
}
