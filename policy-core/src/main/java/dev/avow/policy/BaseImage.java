package dev.avow.policy;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Location;
import java.util.Arrays;
import java.util.List;

/**
 * What a project's images are built on.
 *
 * <pre>{@code
 * BaseImage.oneOf("gcr.io/distroless/static*:nonroot*").runningAsNonRoot().withoutShell();
 * }</pre>
 *
 * <p>The place where it is written does not count in {@link #equals}.
 *
 * @param from globs on repository and tag, {@code gcr.io/distroless/static:nonroot}, one of which
 *     the last stage's base must match
 * @param nonRoot whether the image must not run as root
 * @param shell whether it may have a shell
 * @param packageManager whether it may have a package manager
 * @param declaredAt where it is written
 */
public record BaseImage(
    List<Glob> from, boolean nonRoot, boolean shell, boolean packageManager, Location declaredAt) {

  /** Creates the promise; the list is copied, and an empty one is refused. */
  public BaseImage {
    from = List.copyOf(from);
    if (from.isEmpty()) {
      throw new IllegalArgumentException("base image must be one of some but none is listed");
    }
  }

  /** Returns the promise that the base matches one of {@code globs}, and nothing more. */
  public static BaseImage oneOf(String... globs) {
    List<Glob> from = Arrays.stream(globs).map(Glob::of).toList();
    return new BaseImage(from, false, true, true, Require.IN_CODE);
  }

  /** Returns this promise and that the image does not run as root. */
  public BaseImage runningAsNonRoot() {
    return new BaseImage(from, true, shell, packageManager, declaredAt);
  }

  /** Returns this promise and that the image has no shell. */
  public BaseImage withoutShell() {
    return new BaseImage(from, nonRoot, false, packageManager, declaredAt);
  }

  /** Returns this promise and that the image has no package manager. */
  public BaseImage withoutPackageManager() {
    return new BaseImage(from, nonRoot, shell, false, declaredAt);
  }

  /** Returns this promise as written at {@code place}. */
  public BaseImage at(Location place) {
    return new BaseImage(from, nonRoot, shell, packageManager, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BaseImage that && said().equals(that.said());
  }

  @Override
  public int hashCode() {
    return said().hashCode();
  }

  private List<Object> said() {
    return List.of(from, nonRoot, shell, packageManager);
  }
}
