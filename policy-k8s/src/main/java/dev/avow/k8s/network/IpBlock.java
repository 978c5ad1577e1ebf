package dev.avow.k8s.network;

import dev.avow.policy.document.Field;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Addresses that a policy names, without those that it takes out again.
 *
 * @param cidr the block
 * @param except what is taken out of it
 */
public record IpBlock(Cidr cidr, List<Cidr> except) implements Serializable {

  /** Creates a block; the list is copied. */
  public IpBlock {
    except = List.copyOf(except);
  }

  /**
   * Returns the block written at {@code field}.
   *
   * @throws IllegalArgumentException if it is malformed: the message is a noun phrase of what must
   *     be there
   */
  static IpBlock of(Field field) {
    Cidr cidr = cidr(field.field("cidr"));
    List<Cidr> except = new ArrayList<>();
    for (Field item : field.field("except").items()) {
      Cidr hole = cidr(item);
      if (!cidr.contains(hole)) {
        throw new IllegalArgumentException("a block within " + cidr + " at " + item.path());
      }
      except.add(hole);
    }
    Field list = field.field("except");
    if (list.isPresent() && !list.isList()) {
      throw new IllegalArgumentException("a list at " + list.path());
    }
    return new IpBlock(cidr, except);
  }

  private static Cidr cidr(Field field) {
    if (field.isUnresolved()) {
      throw new IllegalArgumentException("the value of " + field.path());
    }
    try {
      return Cidr.parse(field.text().orElse(""));
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "a block of addresses at %s, which %s".formatted(field.path(), field.found()), malformed);
    }
  }

  /** Returns whether each address of {@code range} is in it; unknown where only some are. */
  public Match holds(Cidr range) {
    boolean out = !cidr.overlaps(range) || except.stream().anyMatch(hole -> hole.contains(range));
    if (out) {
      return Match.of(false);
    }
    return cidr.contains(range) && except.stream().noneMatch(range::contains)
        ? Match.of(true)
        : Match.unknown("which of the addresses " + range + " is meant");
  }

  @Override
  public String toString() {
    return except.isEmpty()
        ? cidr.text()
        : except.stream().map(Cidr::text).collect(Collectors.joining(", ", cidr + " except ", ""));
  }
}
