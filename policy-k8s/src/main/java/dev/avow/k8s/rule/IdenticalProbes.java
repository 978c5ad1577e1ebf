package dev.avow.k8s.rule;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Reporter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds containers whose liveness probe asks the same as their readiness probe. */
final class IdenticalProbes {

  static final Parameter<Boolean> PATIENCE_IS_ENOUGH =
      Parameter.flag(
              "patience-is-enough",
              true,
              "whether it is enough that the liveness probe fails after a longer time")
          .stricterIf(Stricter.FALSE);

  private static final List<String> ACTIONS = List.of("exec", "grpc", "httpGet", "tcpSocket");

  /** What the API server fills in, as far as it makes one probe look like another. */
  private static final Map<String, String> DEFAULTS =
      Map.of("httpGet.path", "/", "httpGet.scheme", "HTTP", "grpc.service", "");

  private static final long DEFAULT_FAILURES = 3;
  private static final long DEFAULT_PERIOD = 10;

  private IdenticalProbes() {}

  static void judge(Container container, Reporter report) {
    Field liveness = container.place().field("livenessProbe");
    Field readiness = container.place().field("readinessProbe");
    if (isOpen(liveness, readiness)) {
      Field open = liveness.isUnresolved() ? liveness : readiness;
      report.missing("the value of " + open.path(), open);
      return;
    }
    Map<String, String> asked = asked(liveness);
    Map<String, String> other = asked(readiness);
    if (asked.isEmpty()
        || (report.settings().get(PATIENCE_IS_ENOUGH) && isPatient(liveness, readiness))) {
      return;
    }
    if (!asked.equals(other) && mayBeSame(asked, other)) {
      report.missing("what both probes ask", liveness);
    } else if (asked.equals(other)) {
      report.fail(
          liveness,
          Message.literal("is killed for what it is only spared for: both probes ask the same"),
          Fix.advice("Let the liveness probe fail after more attempts than the readiness probe"));
    }
  }

  /** An expression on one side decides nothing where the other probe is not there. */
  private static boolean isOpen(Field liveness, Field readiness) {
    return (liveness.isUnresolved() && (readiness.isPresent() || readiness.isUnresolved()))
        || (readiness.isUnresolved() && liveness.isPresent());
  }

  /** Returns all that the probe does, by path; a value that is null counts as not written. */
  private static Map<String, String> asked(Field probe) {
    Map<String, String> asked = new TreeMap<>();
    for (String action : ACTIONS) {
      Field written = probe.field(action);
      if (written.isPresent()) {
        DEFAULTS.forEach(
            (path, value) -> {
              if (path.startsWith(action + ".")) {
                asked.put(path, value);
              }
            });
        collect(action, written, asked);
      }
    }
    return asked;
  }

  private static void collect(String path, Field field, Map<String, String> into) {
    if (field.isPresent() && field.node().orElse(null) instanceof Scalar scalar) {
      into.put(path, String.valueOf(scalar.value()));
    }
    field.fields().forEach(each -> collect(path + "." + each.name(), each, into));
    field.items().forEach(each -> collect(path + "[" + each.name() + "]", each, into));
  }

  private static boolean mayBeSame(Map<String, String> asked, Map<String, String> other) {
    return asked.keySet().equals(other.keySet())
        && asked.entrySet().stream()
            .allMatch(
                each -> {
                  String there = other.getOrDefault(each.getKey(), "");
                  return each.getValue().equals(there) || PodSecurity.mayBe(each.getValue(), there);
                });
  }

  private static boolean isPatient(Field liveness, Field readiness) {
    return patience(liveness) > patience(readiness);
  }

  private static long patience(Field probe) {
    return probe.field("failureThreshold").integer().orElse(DEFAULT_FAILURES)
        * probe.field("periodSeconds").integer().orElse(DEFAULT_PERIOD);
  }
}
