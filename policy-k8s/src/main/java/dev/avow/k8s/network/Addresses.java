package dev.avow.k8s.network;

/**
 * Addresses that are no pods' among the manifests, such as those of the world outside.
 *
 * @param block the addresses, of which each is meant
 */
public record Addresses(Cidr block) implements Party {

  /**
   * Returns the addresses in {@code block}, such as {@code 203.0.113.0/24}.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static Addresses in(String block) {
    return new Addresses(Cidr.parseAddressOrBlock(block));
  }

  @Override
  public String toString() {
    return block.text();
  }
}
