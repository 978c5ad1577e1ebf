package dev.avow.policy.version.inventory;

import dev.avow.policy.finding.Location;

/** Says that a file tells of no versions in use, and what is wrong with it. */
public final class InventoryException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final Location location;

  InventoryException(Location location, String problem) {
    super(location + ": " + problem);
    this.location = location;
  }

  /** Returns where it is wrong. */
  public Location location() {
    return location;
  }
}
