package dev.avow.examples.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * A type whose name says that its values can be changed; a List or a Map may be an immutable one.
 */
final class CanChange extends DescribedPredicate<JavaClass> {

  private static final Set<Class<?>> CHANGEABLE =
      Set.of(
          Appendable.class,
          BitSet.class,
          Calendar.class,
          ConcurrentMap.class,
          Date.class,
          Deque.class,
          Queue.class,
          Random.class,
          ThreadLocal.class);

  CanChange() {
    super("a type that can be changed (an array, too; List.of(values()) is fine)");
  }

  @Override
  public boolean test(JavaClass type) {
    return type.isArray()
        || type.getPackageName().equals("java.util.concurrent.atomic")
        || CHANGEABLE.stream().anyMatch(type::isAssignableTo)
        || isClassOfJavaUtil(type);
  }

  private static boolean isClassOfJavaUtil(JavaClass type) {
    return type.getPackageName().startsWith("java.util")
        && !type.isInterface()
        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
  }
}
