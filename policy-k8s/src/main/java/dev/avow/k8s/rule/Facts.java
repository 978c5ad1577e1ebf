package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Scope;
import dev.avow.policy.rule.Target;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A named extraction: what group rules want to know of a resource, in small serialisable values.
 *
 * <p>It is made once per resource, however many rules need it, and the resource itself never
 * travels. Values are records or other types whose {@code equals} and {@code toString} tell all of
 * them.
 *
 * <pre>{@code
 * record Host(String name) implements Serializable {}
 *
 * static final Facts<Host> HOSTS = Facts.observed("ingress-hosts", Host.class, RESOURCE,
 *     (resource, observer) -> resource.at("spec.rules").items().forEach(rule -> rule.field("host")
 *         .text().ifPresent(host -> observer.observe(rule.field("host"), new Host(host)))));
 * }</pre>
 *
 * @param <F> the type of the facts
 */
public final class Facts<F extends Serializable> {

  private final String name;
  private final Class<F> type;
  private final Extraction<F> extraction;

  private Facts(String name, Class<F> type, Extraction<F> extraction) {
    this.name = name;
    this.type = type;
    this.extraction = extraction;
  }

  /**
   * Returns facts about whole resources, each at the place of its resource.
   *
   * @param name a name that no other facts of the same evaluator have
   */
  public static <F extends Serializable> Facts<F> named(
      String name, Class<F> type, Function<? super Resource, ? extends Collection<F>> from) {
    return named(name, type, Targets.RESOURCE, from);
  }

  /**
   * Returns facts about the targets of {@code scope}, each at the place of its target.
   *
   * @param name a name that no other facts of the same evaluator have
   */
  public static <T extends Target, F extends Serializable> Facts<F> named(
      String name,
      Class<F> type,
      Scope<T> scope,
      Function<? super T, ? extends Collection<F>> from) {
    return observed(
        name,
        type,
        scope,
        (target, observer) ->
            from.apply(target).forEach(value -> observer.observe(target.place(), value)));
  }

  /**
   * Returns facts that stand at exact places in the targets of {@code scope}, or are about parts of
   * them.
   *
   * @param name a name that no other facts of the same evaluator have
   */
  public static <T extends Target, F extends Serializable> Facts<F> observed(
      String name, Class<F> type, Scope<T> scope, BiConsumer<? super T, Observer<F>> from) {
    return new Facts<>(
        name,
        type,
        targets -> {
          List<Observed<F>> all = new ArrayList<>();
          targets
              .all(scope)
              .forEach(target -> from.accept(target, observer(name, target.subject(), all)));
          return all;
        });
  }

  private static <F extends Serializable> Observer<F> observer(
      String name, Subject subject, List<Observed<F>> into) {
    return new Observer<>() {
      @Override
      public void observe(Field place, F value) {
        observe(subject, place, value);
      }

      @Override
      public void observe(Subject part, Field place, F value) {
        into.add(new Observed<>(name, part, place.location(), value));
      }
    };
  }

  /** Returns the name by which observations are sorted to their facts. */
  public String name() {
    return name;
  }

  /** Returns the type of the facts. */
  public Class<F> type() {
    return type;
  }

  /** Returns the facts about a resource, given its targets, in the order of observation. */
  public List<Observed<F>> about(Targets targets) {
    return extraction.from(targets);
  }

  @Override
  public String toString() {
    return name;
  }

  private interface Extraction<F extends Serializable> {
    List<Observed<F>> from(Targets targets);
  }

  /**
   * Takes facts as they are observed.
   *
   * @param <F> the type of the facts
   */
  public interface Observer<F> {

    /** Takes a fact about the target that stands at {@code place}. */
    void observe(Field place, F value);

    /** Takes a fact about {@code part}, a part of the target, that stands at {@code place}. */
    void observe(Subject part, Field place, F value);
  }
}
