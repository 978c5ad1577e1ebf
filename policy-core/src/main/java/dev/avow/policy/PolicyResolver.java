package dev.avow.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Finds the policies that another one extends, so that nothing is read but what the program lets be
 * read.
 */
@FunctionalInterface
public interface PolicyResolver {

  /**
   * A policy that was found.
   *
   * @param source its name: places are given under it, its own references start from it, and two
   *     that are called alike are the same
   * @param text its text
   */
  record Found(String source, String text) {}

  /**
   * Returns the policy that {@code reference} means where {@code from} extends it.
   *
   * @param reference as {@code from} writes it
   * @param from the name of the policy that refers to it
   * @throws IllegalArgumentException if there is none, or it must not be read; the message becomes
   *     a problem at the place of the reference
   */
  Found resolve(String reference, String from);

  /** Returns the resolver that finds nothing. */
  static PolicyResolver none() {
    return (reference, from) -> {
      throw new IllegalArgumentException(
          "extends must be left out where no resolver is given but names " + reference);
    };
  }

  /**
   * Returns the resolver that takes references for paths of files, relative to the policy's own.
   */
  static PolicyResolver files() {
    return PolicyResolver::file;
  }

  private static Found file(String reference, String from) {
    try {
      Path relative = Path.of(reference);
      if (relative.isAbsolute() || reference.contains("://")) {
        throw new IllegalArgumentException(
            "extends must be a path from the policy's own place but was " + reference);
      }
      Path file = Path.of(from).resolveSibling(relative).normalize();
      return new Found(
          file.toString().replace(file.getFileSystem().getSeparator(), "/"),
          Files.readString(file, StandardCharsets.UTF_8));
    } catch (InvalidPathException noPath) {
      throw new IllegalArgumentException("extends must be a path but was " + reference, noPath);
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(
          "extends must name a file that is there but %s is not".formatted(missing.getFile()),
          missing);
    } catch (IOException failure) {
      throw new IllegalArgumentException(
          "extends must name a file that can be read but %s cannot".formatted(reference), failure);
    }
  }
}
