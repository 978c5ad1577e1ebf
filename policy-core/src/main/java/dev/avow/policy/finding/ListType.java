package dev.avow.policy.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one type.
 *
 * @param item the type of each
 * @param expects what a value must be, as a phrase
 */
record ListType(ParameterType item, String expects) implements ParameterType {

  private static final long serialVersionUID = 1;

  @Override
  public @Nullable Object accept(Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> accepted = new ArrayList<>();
    for (Object each : list) {
      Object one = item.accept(each);
      if (one == null) {
        return null;
      }
      accepted.add(one);
    }
    return List.copyOf(accepted);
  }

  @Override
  public String reason(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(item::reason).filter(reason -> !reason.isEmpty()).findFirst().orElse("")
        : "";
  }

  @Override
  public Object write(Object accepted) {
    return ((List<?>) accepted).stream().map(item::write).toList();
  }

  /** Returns what is expected, by which policies tell types apart. */
  @Override
  public String toString() {
    return expects;
  }
}
