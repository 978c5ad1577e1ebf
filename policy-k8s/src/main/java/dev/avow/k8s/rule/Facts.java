package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
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
 * static final Facts<Host> HOSTS = Facts.observed("ingress-hosts", Host.class,
 *     (resource, observer) -> resource.at("spec.rules").items().forEach(rule -> rule.field("host")
 *         .text().ifPresent(host -> observer.observe(rule.field("host"), new Host(host)))));
 * }</pre>
 *
 * @param <F> the type of the facts
 */
public final class Facts<F extends Serializable> {

  private final String name;
  private final Class<F> type;
  private final BiConsumer<? super Resource, Observer<F>> extraction;

  private Facts(String name, Class<F> type, BiConsumer<? super Resource, Observer<F>> extraction) {
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
    return observed(
        name,
        type,
        (resource, observer) ->
            from.apply(resource).forEach(value -> observer.observe(resource.place(), value)));
  }

  /**
   * Returns facts that stand at exact places in resources, or are about parts of them.
   *
   * @param name a name that no other facts of the same evaluator have
   */
  public static <F extends Serializable> Facts<F> observed(
      String name, Class<F> type, BiConsumer<? super Resource, Observer<F>> from) {
    return new Facts<>(name, type, from);
  }

  /** Returns the name by which observations are sorted to their facts. */
  public String name() {
    return name;
  }

  /** Returns the type of the facts. */
  public Class<F> type() {
    return type;
  }

  /** Returns the facts about {@code resource}, in the order in which they were observed. */
  public List<Observed<F>> about(Resource resource) {
    List<Observed<F>> all = new ArrayList<>();
    extraction.accept(
        resource,
        new Observer<>() {
          @Override
          public void observe(Field place, F value) {
            observe(resource.subject(), place, value);
          }

          @Override
          public void observe(Subject subject, Field place, F value) {
            all.add(new Observed<>(name, subject, place.location(), value));
          }
        });
    return all;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Takes facts as they are observed.
   *
   * @param <F> the type of the facts
   */
  public interface Observer<F> {

    /** Takes a fact about the resource that stands at {@code place}. */
    void observe(Field place, F value);

    /** Takes a fact about {@code subject}, a part of the resource, that stands at {@code place}. */
    void observe(Subject subject, Field place, F value);
  }
}
