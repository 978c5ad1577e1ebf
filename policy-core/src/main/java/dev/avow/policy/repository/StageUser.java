package dev.avow.policy.repository;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.image.ImageReference;
import java.util.Optional;

/** Asks as whom an image runs. */
final class StageUser {

  private static final String DISTROLESS = "distroless/";

  private StageUser() {}

  static Check isNotRoot(Stage stage) {
    Optional<Stage.Step> user = stage.user();
    if (user.isEmpty()) {
      return ofBase(stage);
    }
    Field at = user.get().place();
    Optional<String> name = name(stage, user.get());
    return name.isEmpty()
        ? Check.unknown("the value of a variable of the build", at)
        : Check.of(!name.get().equals("root") && !isZero(name.get()), at);
  }

  static Check isNumeric(Stage stage) {
    Stage.Step user = stage.user().orElseThrow();
    Optional<String> name = name(stage, user);
    return name.isEmpty()
        ? Check.unknown("the value of a variable of the build", user.place())
        : Check.of(name.get().chars().allMatch(c -> c >= '0' && c <= '9'), user.place());
  }

  private static Optional<String> name(Stage stage, Stage.Step user) {
    return stage.userText(user).map(text -> text.split(":", 2)[0].replace("\"", "").strip());
  }

  private static boolean isZero(String name) {
    return name.isEmpty() || name.chars().allMatch(c -> c == '0');
  }

  /** Without USER, the base decides; of distroless images the tag tells. */
  private static Check ofBase(Stage stage) {
    Field at = stage.root().place();
    if (stage.isFromScratch()) {
      return Check.of(false, at);
    }
    Optional<ImageReference> base = stage.reference();
    boolean distroless =
        base.filter(it -> it.domain().equals("gcr.io") && it.path().startsWith(DISTROLESS))
            .isPresent();
    Optional<String> tag = base.flatMap(ImageReference::tag);
    // Without a tag it is latest, which is root; a digest alone can be either.
    boolean told = tag.isPresent() || base.flatMap(ImageReference::digest).isEmpty();
    if (distroless && told) {
      return Check.of(tag.orElse("latest").contains("nonroot"), at);
    }
    return Check.unknown("the user of the base image", at);
  }
}
