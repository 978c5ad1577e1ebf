package dev.avow.k8s.storage;

import dev.avow.policy.finding.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path or an operation that a {@link ContainedDirectory} refuses; nothing was changed. */
public final class ContainmentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final Refusal reason;
  private final String component;
  private final @Nullable Finding finding;

  ContainmentException(Asked asked, Refusal reason, String component) {
    super("%s: %s".formatted(asked.subject(), reason.message(Shown.quoted(component)).text()));
    this.reason = reason;
    this.component = component;
    this.finding = asked.finding(reason, component).orElse(null);
  }

  /** Returns why. */
  public Refusal reason() {
    return reason;
  }

  /** Returns the component at fault as it came; empty where it is the path as a whole. */
  public String component() {
    return component;
  }

  /**
   * Returns the finding, for the same gate and reports as all others; nothing where the refusal has
   * nothing to do with containment, such as for a file that does not exist.
   */
  public Optional<Finding> finding() {
    return Optional.ofNullable(finding);
  }
}
