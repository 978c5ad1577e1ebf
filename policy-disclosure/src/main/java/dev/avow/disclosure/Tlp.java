package dev.avow.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far something may be told, in the words of the <a href="https://www.first.org/tlp/">Traffic
 * Light Protocol</a> 2.0, the widest circle first.
 */
public enum Tlp {
  /** Everybody. */
  CLEAR("TLP:CLEAR"),
  /** The community. */
  GREEN("TLP:GREEN"),
  /** The recipients' organisations and their clients, as far as they need it. */
  AMBER("TLP:AMBER"),
  /** The recipients' organisations, as far as they need it. */
  AMBER_STRICT("TLP:AMBER+STRICT"),
  /** The recipients themselves. */
  RED("TLP:RED");

  private final String label;

  Tlp(String label) {
    this.label = label;
  }

  /** Returns the label: {@code TLP:AMBER+STRICT}. */
  public String label() {
    return label;
  }

  /**
   * Reads a label, such as {@code TLP:AMBER}; the prefix can be left out, and case does not matter.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Tlp parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "mark must be one of %s but was \"%s\"".formatted(labels(), text)));
  }

  static Optional<Tlp> find(String text) {
    String wanted = Instants.lower(text);
    return Arrays.stream(values())
        .filter(mark -> List.of(wanted, "tlp:" + wanted).contains(Instants.lower(mark.label)))
        .findFirst();
  }

  private static String labels() {
    return Arrays.stream(values()).map(Tlp::label).collect(Collectors.joining(", "));
  }
}
