package dev.avow.k8s.network;

import static dev.avow.k8s.network.Protocol.TCP;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port that is asked about.
 *
 * @param protocol its protocol
 * @param number its number, from 1 to 65535
 */
public record Port(Protocol protocol, int number) implements Serializable {

  static final int HIGHEST = 65_535;

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})(?:/(TCP|UDP|SCTP))?");

  /** Creates a port; a number out of range is refused. */
  public Port {
    if (number < 1 || number > HIGHEST) {
      throw new IllegalArgumentException(
          "port must be from 1 to %d but was %d".formatted(HIGHEST, number));
    }
  }

  /** Returns the port {@code number} of TCP. */
  public static Port tcp(int number) {
    return new Port(Protocol.TCP, number);
  }

  /** Returns the port {@code number} of UDP. */
  public static Port udp(int number) {
    return new Port(Protocol.UDP, number);
  }

  /**
   * Returns the port that is written as {@code text}: {@code 8080}, which is one of TCP, or {@code
   * 53/UDP}.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static Port parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a port must look like \"8080\" or \"53/UDP\" but was \"%s\"".formatted(text));
    }
    Protocol protocol = Optional.ofNullable(matcher.group(2)).flatMap(Protocol::of).orElse(TCP);
    return new Port(protocol, Integer.parseInt(matcher.group(1)));
  }

  /** Returns it as Services write it: {@code 53/UDP}. */
  @Override
  public String toString() {
    return number + "/" + protocol;
  }
}
