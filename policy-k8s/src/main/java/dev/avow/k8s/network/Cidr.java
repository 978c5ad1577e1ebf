package dev.avow.k8s.network;

import java.io.Serializable;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of addresses, such as {@code 10.0.0.0/8}.
 *
 * @param text the block as it was written
 * @param first its first address
 * @param prefix how many bits its addresses have in common
 * @param width how many bits an address has: 32 or 128
 */
public record Cidr(String text, BigInteger first, int prefix, int width) implements Serializable {

  private static final int OLD = 32;

  /** Go, in which Kubernetes is written, refuses leading zeros. */
  private static final Pattern FOUR_BYTES =
      Pattern.compile(
          "OCTET(?:\\.OCTET){3}".replace("OCTET", "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"));

  private static final Pattern GROUPS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

  /**
   * Returns the block written as {@code text}: an address, a slash and the number of bits.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bytes = bytes(address, text);
    String bits = text.substring(slash + 1);
    int width = bytes.length * Byte.SIZE;
    if (slash < 0 || !PREFIX.matcher(bits).matches() || Integer.parseInt(bits) > width) {
      throw malformed(text);
    }
    int prefix = Integer.parseInt(bits);
    BigInteger all = new BigInteger(1, bytes);
    int host = width - prefix;
    return new Cidr(text, all.shiftRight(host).shiftLeft(host), prefix, width);
  }

  /**
   * Returns the block of one address, or the block, that is written as {@code text}.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static Cidr parseAddressOrBlock(String text) {
    if (text.indexOf('/') >= 0) {
      return parse(text);
    }
    Cidr single = parse(text + (text.indexOf(':') < 0 ? "/32" : "/128"));
    return new Cidr(text, single.first, single.prefix, single.width);
  }

  private static byte[] bytes(String address, String text) {
    boolean isAddress = FOUR_BYTES.matcher(address).matches() || GROUPS.matcher(address).matches();
    if (!isAddress) {
      throw malformed(text);
    }
    try {
      // What has passed the patterns is no name, so that nobody is asked for it.
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException notAnAddress) {
      throw malformed(text);
    }
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "a block of addresses must look like \"10.0.0.0/8\" or \"fd00::/8\" but was \"%s\""
            .formatted(text));
  }

  /** Returns whether its addresses are those of IPv4. */
  public boolean isOld() {
    return width == OLD;
  }

  /** Returns whether all of {@code other} is in this block. */
  public boolean contains(Cidr other) {
    return width == other.width
        && prefix <= other.prefix
        && first.equals(other.first.shiftRight(width - prefix).shiftLeft(width - prefix));
  }

  /** Returns whether the two have an address in common; one then holds the other. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** Returns whether {@code blocks} together hold each address of IPv4, or each of IPv6. */
  public static boolean coverEverything(List<Cidr> blocks) {
    return cover(new Cidr("0.0.0.0/0", BigInteger.ZERO, 0, OLD), blocks)
        || cover(new Cidr("::/0", BigInteger.ZERO, 0, 4 * OLD), blocks);
  }

  private static boolean cover(Cidr whole, List<Cidr> blocks) {
    List<Cidr> within = blocks.stream().filter(whole::overlaps).toList();
    if (within.stream().anyMatch(block -> block.contains(whole))) {
      return true;
    }
    return !within.isEmpty() && cover(whole.half(0), within) && cover(whole.half(1), within);
  }

  private Cidr half(int which) {
    int longer = prefix + 1;
    BigInteger start = which == 0 ? first : first.setBit(width - longer);
    return new Cidr(text, start, longer, width);
  }

  @Override
  public String toString() {
    return text;
  }
}
