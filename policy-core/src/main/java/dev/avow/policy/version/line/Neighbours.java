package dev.avow.policy.version.line;

import dev.avow.policy.version.scheme.Version;
import dev.avow.policy.version.scheme.VersionScheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Versions around the ends of a stretch: one in it, one behind it, and others between. */
final class Neighbours {

  private static final int WHOLE = 3;

  private Neighbours() {}

  static List<Version> of(Span span, VersionScheme scheme) {
    List<Version> all = new ArrayList<>();
    Stream.of(span.low(), span.high())
        .flatMap(Stream::ofNullable)
        .filter(edge -> !edge.version().numbers().isEmpty())
        .forEach(edge -> around(edge.version(), scheme, all));
    return all;
  }

  private static void around(Version version, VersionScheme scheme, List<Version> into) {
    List<String> numbers = version.numbers();
    into.add(version);
    into.add(version(whole(numbers), scheme));
    into.add(version(stepped(whole(numbers), 1), scheme));
    into.add(version(whole(stepped(numbers, 1)), scheme));
    into.add(version(whole(stepped(numbers.subList(0, 1), 1)), scheme));
    if (!numbers.get(numbers.size() - 1).equals("0")) {
      into.add(version(whole(stepped(numbers, -1)), scheme));
    }
    if (!numbers.get(0).equals("0")) {
      into.add(version(whole(stepped(numbers.subList(0, 1), -1)), scheme));
    }
  }

  private static List<String> whole(List<String> numbers) {
    List<String> whole = new ArrayList<>(numbers);
    while (whole.size() < WHOLE) {
      whole.add("0");
    }
    return whole;
  }

  private static List<String> stepped(List<String> numbers, int step) {
    List<String> stepped = new ArrayList<>(numbers);
    int last = stepped.size() - 1;
    stepped.set(last, new BigInteger(stepped.get(last)).add(BigInteger.valueOf(step)).toString());
    return stepped;
  }

  private static Version version(List<String> numbers, VersionScheme scheme) {
    return Version.of(String.join(".", numbers), scheme);
  }
}
