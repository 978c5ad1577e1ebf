package dev.avow.policy.repository;

import dev.avow.policy.BaseImage;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.image.ImageReference;
import dev.avow.policy.image.ParsedImage;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage of a Dockerfile: an image that is built, and what is done on top of its base. */
public final class Stage implements Target {

  /** The base that holds nothing at all. */
  static final String SCRATCH = "scratch";

  private final Subject subject;
  private final Field place;
  private final Optional<String> image;
  private final String name;
  private final @Nullable Stage base;
  private final Variables outer;
  private final boolean last;
  private final Optional<BaseImage> promise;
  private final List<Step> own = new ArrayList<>();

  /** An instruction and where it stands. */
  record Step(Instruction instruction, Field place) {}

  private Stage(
      Subject subject,
      Field place,
      Optional<String> image,
      String name,
      @Nullable Stage base,
      Variables outer,
      boolean last,
      Optional<BaseImage> promise) {
    this.subject = subject;
    this.place = place;
    this.image = image;
    this.name = name;
    this.base = base;
    this.outer = outer;
    this.last = last;
    this.promise = promise;
  }

  static Stage of(
      String path,
      Field place,
      Instruction from,
      Variables outer,
      List<Stage> before,
      boolean last,
      Optional<BaseImage> promise) {
    List<String> words = from.words();
    Optional<String> image = words.isEmpty() ? Optional.of("") : outer.expand(words.get(0));
    boolean named = words.size() >= 3 && words.get(1).toLowerCase(Locale.ROOT).equals("as");
    String name = named ? words.get(2) : "";
    Stage base =
        image
            .flatMap(it -> before.stream().filter(stage -> stage.isNamed(it)).findFirst())
            .orElse(null);
    Subject subject =
        Subject.of("Stage")
            .with("stage", name.isEmpty() ? String.valueOf(before.size()) : name)
            .with("file", path);
    return new Stage(subject, place, image, name, base, outer, last, promise);
  }

  private boolean isNamed(String text) {
    return !name.isEmpty() && name.equalsIgnoreCase(text);
  }

  void add(Instruction instruction, Field at) {
    own.add(new Step(instruction, at));
  }

  /** Returns whether it is the last one, which becomes the image. */
  public boolean isFinal() {
    return last;
  }

  /** Returns whether it builds on an earlier stage. */
  public boolean buildsOnStage() {
    return base != null;
  }

  /** Returns what the policy promises of base images, if it does. */
  public Optional<BaseImage> promise() {
    return promise;
  }

  /**
   * Returns the text of the image that it begins with, with the values of arguments; nothing if an
   * argument is given to the build from outside.
   */
  public Optional<String> image() {
    return image;
  }

  /** Returns the image from outside that it, or the stage that it builds on, begins with. */
  public Optional<ImageReference> reference() {
    return root().image.map(ParsedImage::of).flatMap(ParsedImage::reference);
  }

  /** Returns whether nothing is below what is built here. */
  public boolean isFromScratch() {
    return root().image.filter(SCRATCH::equals).isPresent();
  }

  /** Returns the stage that begins with an image from outside. */
  Stage root() {
    Stage stage = this;
    while (stage.base != null) {
      stage = stage.base;
    }
    return stage;
  }

  /** Returns what is done from the outside image on, with what earlier stages have put off. */
  List<Step> steps() {
    List<Step> all = new ArrayList<>();
    if (base != null) {
      all.addAll(base.steps());
      for (Step step : base.own) {
        step.instruction().putOff().ifPresent(it -> all.add(new Step(it, step.place())));
      }
    }
    all.addAll(own);
    return all;
  }

  /** Returns the last USER, if there is one. */
  Optional<Step> user() {
    return steps().stream()
        .filter(step -> step.instruction().is("USER"))
        .reduce((first, second) -> second);
  }

  /** Returns the user and group that {@code step} sets; nothing if they come from outside. */
  Optional<String> userText(Step step) {
    Variables known = new Variables();
    for (Step each : steps()) {
      Instruction instruction = each.instruction();
      if (instruction.is("ARG") || instruction.is("ENV")) {
        known.declare(instruction, outer);
      }
      if (each.equals(step)) {
        break;
      }
    }
    return known.expand(step.instruction().text().strip());
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
    return subject.toString();
  }
}
