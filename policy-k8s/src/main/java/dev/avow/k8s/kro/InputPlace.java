package dev.avow.k8s.kro;

import dev.avow.k8s.kro.InputType.ListOf;
import dev.avow.k8s.kro.InputType.Loose;
import dev.avow.k8s.kro.InputType.MapOf;
import dev.avow.k8s.kro.InputType.Struct;
import dev.avow.k8s.kro.InputType.Text;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import java.util.HashSet;
import java.util.Set;

/**
 * What an instance says at one place of its spec.
 *
 * @param text how an expression reads it: {@code schema.spec.db.password}
 * @param name by which it is known, that of its list or map for an element
 * @param type what is declared of it
 * @param declared where
 * @param types the types that the definition names
 */
record InputPlace(String text, String name, InputType type, Field declared, Field types)
    implements Value.Place {

  /** Returns all that an instance of {@code schema} says. */
  static InputPlace all(Field schema) {
    Field types = schema.field("types");
    Field spec = schema.field("spec");
    return new InputPlace("schema.spec", "spec", InputType.of(spec, types), spec, types);
  }

  boolean isList() {
    return type instanceof ListOf;
  }

  /** Returns whether it is a text that is a credential by its name. */
  boolean isCredential() {
    return (type instanceof Text || type instanceof Loose) && CredentialName.is(name);
  }

  @Override
  public Value select(Step step) {
    if (type instanceof Struct struct) {
      return step.name() == null ? this : field(struct, step.name());
    }
    if (type instanceof ListOf list) {
      return element(text + "[]", name, list.element());
    }
    if (type instanceof MapOf map) {
      String key = step.name() == null || CredentialName.is(name) ? name : step.name();
      return element(step.from(text), key, map.element());
    }
    return type instanceof Loose && step.name() != null
        ? element(step.from(text), step.name(), type)
        : this;
  }

  private InputPlace field(Struct struct, String field) {
    Field known = struct.fields().field(field);
    InputType of = known.isPresent() ? InputType.of(known, types) : new Loose();
    return new InputPlace(Step.to(field).from(text), field, of, known, types);
  }

  private InputPlace element(String read, String called, InputType of) {
    return new InputPlace(read, called, of, declared, types);
  }

  @Override
  public Loop loop() {
    if (type instanceof ListOf) {
      return Loop.overList(select(Step.ANY));
    }
    return type instanceof Loose
        ? Loop.overAnything(this)
        : Loop.overMap(Value.PUBLIC, select(Step.ANY));
  }

  @Override
  public void tell(Value.Secrets into) {
    tell(into, new HashSet<>());
  }

  private void tell(Value.Secrets into, Set<String> within) {
    if (type instanceof Struct struct) {
      if (within.add(struct.fields().path())) {
        for (Field each : struct.fields().fields()) {
          field(struct, each.name()).tell(into, within);
        }
        within.remove(struct.fields().path());
      }
    } else if (type instanceof ListOf || type instanceof MapOf) {
      ((InputPlace) select(Step.ANY)).tell(into, within);
    } else if (isCredential()) {
      Hop station =
          new Hop(declared.location(), text + " is an input that is a credential by name");
      into.source(new Source(text, Source.Sort.NAMED, station, null));
    }
  }
}
