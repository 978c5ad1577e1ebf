package dev.avow.examples.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** How the house is built: what its parts may know of each other, and what none of them does. */
final class House {

  private House() {}

  /**
   * The modules, each a package of {@code root}, know each other in one direction, and nothing
   * knows the examples.
   */
  static ArchRule modulesKnowOnlyWhatIsBelow(String root) {
    return new Uses(
            root,
            Map.of(
                "policy", Set.of(),
                "k8s", Set.of("policy"),
                "disclosure", Set.of("policy"),
                "examples", Set.of("policy", "k8s", "disclosure")))
        .rule();
  }

  /** The packages of policy-core, whose root is {@code root}, use only what is below them. */
  static ArchRule packagesOfPolicyCoreKnowOnlyWhatIsBelow(String root) {
    return new Uses(
            root,
            Map.ofEntries(
                Map.entry(
                    "",
                    Set.of(
                        "finding",
                        "document",
                        "rule",
                        "hardening",
                        "version",
                        "commitment",
                        "image")),
                Map.entry("finding", Set.of()),
                Map.entry("document", Set.of("finding")),
                Map.entry("rule", Set.of("document", "finding", "hardening")),
                // trusted registries are a promise, and image alone knows what one covers
                Map.entry("hardening", Set.of("document", "finding", "image")),
                Map.entry("version", Set.of("document", "finding")),
                Map.entry("commitment", Set.of("document", "finding")),
                Map.entry("image", Set.of("finding")),
                // alerts are held against the times of the policy
                Map.entry("scan", Set.of("", "document", "finding", "image", "commitment")),
                Map.entry(
                    "repository",
                    Set.of("", "document", "finding", "image", "rule", "hardening", "commitment")),
                Map.entry("baseline", Set.of("document", "finding")),
                Map.entry("report", Set.of("finding"))))
        .rule();
  }

  /** Any two packages below {@code root} know each other in one direction at most. */
  static ArchRule packagesHaveNoCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  /** Time is an argument, and so is the zone. */
  static ArchRule nothingReadsAClock() {
    return noClasses()
        .should()
        .accessTargetWhere(target(new ReadsAClock()))
        .because("time is an argument, and so is the zone")
        .allowEmptyShould(true);
  }

  /** What is static is a constant. */
  static ArchRule nothingStaticChanges() {
    return fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(SYNTHETIC)
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(new CanChange())
        .because("there is no global state")
        .allowEmptyShould(true);
  }

  /** A library has nothing to say on the console of its user. */
  static ArchRule nothingPrints() {
    return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("a library returns what it has to say")
        .allowEmptyShould(true);
  }

  /** Diagnostics go to slf4j. */
  static ArchRule nothingLogsPastSlf4j() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .because("diagnostics go to slf4j")
        .allowEmptyShould(true);
  }

  /** Files are paths. */
  static ArchRule nothingUsesFile() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .because("a Path can be on any file system")
        .allowEmptyShould(true);
  }

  /** What takes part is passed explicitly. */
  static ArchRule nothingLoadsServices() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .because("a jar on the path must not change a verdict")
        .allowEmptyShould(true);
  }
}
