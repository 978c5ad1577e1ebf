package dev.avow.examples.house;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parts of a package may use which: a table that is open to reading and closed to everything
 * it does not say.
 *
 * @param root the package whose parts are meant
 * @param table for each part, by the first word of its package below the root, the parts it may
 *     use; the root itself is the empty word
 */
record Uses(String root, Map<String, Set<String>> table) {

  /** Returns the table as a rule on classes. */
  ArchRule rule() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new KeepToTheTable())
        .allowEmptyShould(true);
  }

  private Optional<String> partOf(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return Optional.of("");
    }
    return name.startsWith(root + ".")
        ? Optional.of(name.substring(root.length() + 1).split("\\.", -1)[0])
        : Optional.empty();
  }

  private final class KeepToTheTable extends ArchCondition<JavaClass> {

    KeepToTheTable() {
      super("use only what the table of %s allows: %s", root, table);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      partOf(type).ifPresent(part -> check(part, type, events));
    }

    private void check(String part, JavaClass type, ConditionEvents events) {
      Set<String> allowed = table.get(part);
      if (allowed == null) {
        events.add(violated(type, "%s is in no package of the table".formatted(type.getName())));
        return;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        partOf(dependency.getTargetClass().getBaseComponentType())
            .filter(used -> !used.equals(part) && !allowed.contains(used))
            .ifPresent(used -> events.add(violated(type, dependency.getDescription())));
      }
    }
  }
}
