package dev.avow.policy.version.scheme;

import java.util.function.Function;

/**
 * A scheme under a name; schemes of the same name are the same.
 *
 * @param name the name
 * @param reader reads a text
 */
record NamedScheme(String name, Function<String, VersionKey> reader) implements VersionScheme {

  @Override
  public VersionKey read(String text) {
    return reader.apply(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedScheme that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
