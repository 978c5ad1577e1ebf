package dev.avow.k8s.workload;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.image.ParsedImage;
import dev.avow.policy.rule.Target;
import java.util.Optional;
import java.util.function.Predicate;

/** An image that a pod takes: one that a container runs, or one that is mounted as a volume. */
public final class Image implements Target {

  /** The name of the innermost part of the subject of a volume's image. */
  public static final String VOLUME = "volume";

  private final Subject subject;
  private final Field place;
  private final ParsedImage parsed;

  private Image(Subject subject, Field place) {
    this.subject = subject;
    this.place = place;
    this.parsed = ParsedImage.of(place.text().orElse(""));
  }

  static Image of(Container container) {
    return new Image(container.subject(), container.place().field("image"));
  }

  static Image of(PodSpec pod, Field volume) {
    String name = volume.field("name").text().orElseGet(volume::label);
    return new Image(pod.subject().with(VOLUME, name), volume.field("image").field("reference"));
  }

  /** Returns the field that says when the node asks the registry for it, written or not. */
  public Field pullPolicy() {
    Field around = place.parent().orElse(place);
    return around.field(place.name().equals("image") ? "imagePullPolicy" : "pullPolicy");
  }

  /** Returns the reference; nothing if there is none, or it is an expression or malformed. */
  public Optional<ImageReference> reference() {
    return place.isUnresolved() ? Optional.empty() : parsed.reference();
  }

  /** Returns a check that there is a well-formed reference; unknown while it is an expression. */
  public Check isNamed() {
    return place.decide(parsed.reference().isPresent());
  }

  /** Returns what is wrong with the name; nothing if it is well-formed or an expression. */
  public Optional<String> problem() {
    if (isNamed().fails()) {
      boolean isText = place.text().filter(text -> !text.isEmpty()).isPresent();
      return Optional.of(
          isText && parsed instanceof ParsedImage.Invalid invalid
              ? invalid.reason()
              : place.label() + " " + place.found());
    }
    return Optional.empty();
  }

  /**
   * Returns a check that the reference is as {@code condition} has it; unknown where there is no
   * well-formed one.
   */
  public Check is(Predicate<ImageReference> condition) {
    Check named = isNamed();
    return named.fails()
        ? Check.unknown("a well-formed image reference", place)
        : named.and(place.decide(reference().filter(condition).isPresent()));
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Field place() {
    return place;
  }

  @Override
  public String toString() {
    return subject + " (" + place.found() + ")";
  }
}
