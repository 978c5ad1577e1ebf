package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a ConfigMap, which is secret where its key says so; what its template puts there is
 * known better than by name.
 *
 * @param resource the ConfigMap
 * @param template what its template makes of the same place
 * @param text how an expression reads it: {@code settings.data.DB_PASSWORD}
 * @param depth 0 for the whole, 1 for its data, 2 for a value
 */
record ConfigMapPlace(
    GraphResource resource, Value template, String text, int depth, FieldValues values)
    implements Value.Place {

  @Override
  public Value select(Step step) {
    Value there = values.parts().select(template, step);
    if (depth == 0) {
      return step.name() == null || isData(step.name()) ? at(step, there, 1) : there;
    }
    if (depth == 1) {
      return value(step, there);
    }
    return this;
  }

  private Value value(Step step, Value there) {
    if (step.name() == null) {
      return Value.either(all(there));
    }
    return CredentialName.is(step.name()) && values.isClean(there) ? at(step, there, 2) : there;
  }

  private List<Value> all(Value template) {
    List<Value> all = new ArrayList<>(List.of(template));
    for (Field each : data().fields()) {
      if (CredentialName.is(each.name())) {
        all.add(select(Step.to(each.name())));
      }
    }
    return all;
  }

  private Field data() {
    return resource.object().field("data");
  }

  private static boolean isData(String field) {
    return field.equals("data") || field.equals("binaryData");
  }

  private ConfigMapPlace at(Step step, Value there, int deeper) {
    return new ConfigMapPlace(resource, there, step.from(text), deeper, values);
  }

  @Override
  public Loop loop() {
    return Loop.overMap(Value.PUBLIC, select(Step.ANY));
  }

  @Override
  public void tell(Value.Secrets into) {
    if (depth == 0) {
      into.value(template);
      into.value(select(Step.to("data")));
    } else if (depth == 1) {
      all(template).forEach(into::value);
    } else {
      Hop station =
          new Hop(resource.place().location(), text + " is a credential by the name of its key");
      into.source(new Source(text, Source.Sort.NAMED, station, null));
    }
  }
}
