package dev.avow.examples.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.time.Clock;
import java.util.Set;

/**
 * A call, or a reference to a method, that asks the machine for its time or its zone. A clock that
 * was passed in is fine.
 */
final class ReadsAClock extends DescribedPredicate<AccessTarget> {

  private static final Set<String> METHODS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.util.Calendar.getInstance",
          "java.util.TimeZone.getDefault");

  ReadsAClock() {
    super("read the clock or the zone of the machine");
  }

  @Override
  public boolean test(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget code
        && (METHODS.contains(code.getOwner().getName() + "." + code.getName())
            || isNow(code)
            || isDateOfNow(code));
  }

  private static boolean isNow(CodeUnitAccessTarget code) {
    return code.getOwner().getPackageName().startsWith("java.time")
        && Set.of("now", "dateNow").contains(code.getName())
        && code.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isDateOfNow(CodeUnitAccessTarget code) {
    return Set.of("java.util.Date", "java.util.GregorianCalendar")
            .contains(code.getOwner().getName())
        && code.getName().equals("<init>")
        && code.getRawParameterTypes().isEmpty();
  }
}
