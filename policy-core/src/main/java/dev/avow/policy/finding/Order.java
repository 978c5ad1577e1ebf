package dev.avow.policy.finding;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** How lists are ordered. */
final class Order {

  private Order() {}

  /** Returns the order of a dictionary: the first difference counts, else the shorter is first. */
  static <T> Comparator<List<T>> ofLists(Comparator<? super T> order) {
    return (left, right) -> {
      Iterator<T> others = right.iterator();
      for (T one : left) {
        int difference = others.hasNext() ? order.compare(one, others.next()) : 1;
        if (difference != 0) {
          return difference;
        }
      }
      return others.hasNext() ? -1 : 0;
    };
  }

  static <T extends Comparable<T>> Comparator<List<T>> ofLists() {
    return ofLists(Comparator.naturalOrder());
  }
}
