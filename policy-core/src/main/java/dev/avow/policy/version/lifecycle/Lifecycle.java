package dev.avow.policy.version.lifecycle;

import dev.avow.policy.version.SupportedVersions;
import dev.avow.policy.version.ask.ReleaseCatalog;
import java.nio.file.Path;

/**
 * What is published about a product: which of its versions are supported until when, and its
 * releases.
 *
 * <p>Read from a file of endoflife.date (a product file, or the answer of its API in version 0 or
 * 1), or from a list of releases:
 *
 * <pre>{@code
 * releases:
 *   - version: 8.1.0
 *     date: 2026-09-01
 *   - version: 8.0.3
 *     lts: true
 * }</pre>
 *
 * @param name the product's name; that of the file where none is given
 * @param versions its lines and until when each is supported, and the packages that they are of;
 *     none of a list of releases
 * @param releases its releases; of endoflife.date the first and the newest of each line
 */
public record Lifecycle(String name, SupportedVersions versions, ReleaseCatalog releases) {

  /**
   * Reads {@code file}.
   *
   * @throws LifecycleException if it cannot be read or is none of them, with all that is wrong
   */
  public static Lifecycle read(Path file) {
    return LifecycleReader.read(file);
  }

  /**
   * Reads {@code text}.
   *
   * @param source the name under which places are given
   * @throws LifecycleException if it is none of them, with all that is wrong
   */
  public static Lifecycle parse(String source, String text) {
    return LifecycleReader.parse(source, text);
  }
}
