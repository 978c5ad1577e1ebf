package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds steps that push an image to a registry. */
final class ImagePush {

  private ImagePush() {}

  /** Returns the field by which {@code step} pushes an image, if it does or may do so. */
  static Optional<Field> of(WorkflowStep step) {
    if (step.action().equals("docker/build-push-action")
        || step.action().equals("docker/bake-action")) {
      Field push = step.with("push");
      boolean said = push.isPresent() && !WorkflowStep.written(push).equals(Optional.of("false"));
      Field outputs = step.with("outputs");
      boolean exports =
          outputs
              .text()
              .filter(it -> it.contains("push=true") || it.contains("type=registry"))
              .isPresent();
      return said ? Optional.of(push) : Optional.of(outputs).filter(it -> exports);
    }
    if (step.action().equals("redhat-actions/push-to-registry")) {
      return Optional.of(step.place().field("uses"));
    }
    return step.commands().stream().anyMatch(ImagePush::pushes)
        ? Optional.of(step.place().field("run"))
        : Optional.empty();
  }

  /** Returns whether, in the script of {@code step}, a {@code scan} comes before any push. */
  static boolean followsIn(WorkflowStep step, Predicate<ShellCommand> scan) {
    return step.commands().stream()
        .filter(it -> scan.test(it) || pushes(it))
        .findFirst()
        .filter(scan)
        .isPresent();
  }

  private static boolean pushes(ShellCommand command) {
    List<String> words = command.words();
    boolean builder = List.of("docker", "podman", "buildah", "nerdctl").contains(words.get(0));
    boolean built = command.begins(words.get(0), "push") || words.contains("--push");
    return (builder && built)
        || command.begins("docker", "image", "push")
        || command.begins("crane", "push")
        || command.begins("crane", "copy")
        || command.begins("skopeo", "copy")
        || command.begins("ko", "build")
        || command.begins("ko", "publish")
        || command.begins("ko", "apply");
  }
}
