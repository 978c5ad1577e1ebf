package dev.avow.k8s.rule;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much containers of a namespace would ask for and might use in the pods that would be created:
 * a limit stands in for a request, LimitRanges fill in what containers do not say, and what the pod
 * as a whole says bounds what is still open.
 */
final class EffectiveAmounts {

  private final List<DefaultAmounts> defaults;
  private final boolean writtenOut;

  EffectiveAmounts(Group group, boolean writtenOut) {
    this.defaults =
        writtenOut
            ? List.of()
            : group.all(DemandRules.DEFAULT_AMOUNTS).stream().map(Observed::value).toList();
    this.writtenOut = writtenOut;
  }

  /**
   * An amount, as far as it is known.
   *
   * @param amount what is said; null if nothing is, or it is not known
   * @param missing what would have to be known; empty if nothing
   */
  record Known(@Nullable Amount amount, String missing) {

    private static final Known UNSAID = new Known(null, "");

    static Known of(@Nullable Amount amount) {
      if (amount == null) {
        return UNSAID;
      }
      return amount.value() == null
          ? new Known(amount, "a quantity at %s, which %s".formatted(amount.path(), amount.found()))
          : new Known(amount, "");
    }

    boolean isUnsaid() {
      return amount == null && missing.isEmpty();
    }
  }

  Known limit(Demand demand) {
    if (writtenOut || demand.limit() != null) {
      return Known.of(demand.limit());
    }
    Known supplied = supplied(demand, DefaultAmounts::limit);
    return supplied.isUnsaid() ? Known.of(demand.podLimit()) : supplied;
  }

  Known request(Demand demand) {
    if (writtenOut || demand.request() != null) {
      return Known.of(demand.request());
    }
    if (demand.limit() != null) {
      return Known.of(demand.limit());
    }
    Known supplied = supplied(demand, DefaultAmounts::request);
    Amount ofPod = demand.podRequest() == null ? demand.podLimit() : demand.podRequest();
    return supplied.isUnsaid() ? Known.of(ofPod) : supplied;
  }

  /** Of several LimitRanges any may supply the amount: the API server asks them in no order. */
  private Known supplied(Demand demand, Function<DefaultAmounts, @Nullable Amount> side) {
    Amount first = null;
    for (DefaultAmounts range : defaults) {
      Amount given = range.resource() == demand.resource() ? side.apply(range) : null;
      if (first != null && given != null && !Objects.equals(first.value(), given.value())) {
        return new Known(null, "which of several LimitRanges the API server asks first");
      }
      first = given == null ? first : given;
    }
    return Known.of(first);
  }
}
