package dev.avow.k8s.kro;

import dev.avow.policy.finding.Finding.Hop;
import java.util.List;
import java.util.Map;

/**
 * What an expression may come to be, as far as it matters for what of it is secret.
 *
 * <p>Values share their parts, so that the same part may be met on many ways.
 */
sealed interface Value {

  /** Nothing that anybody keeps secret. */
  Value PUBLIC = new Public();

  /** Anything that is not secret. */
  record Public() implements Value {}

  /** A text that is written out. */
  record Constant(String text) implements Value {}

  /** A list whose items are known one by one. */
  record Items(List<Value> items) implements Value {}

  /** A list of which any item may be {@code element}. */
  record Each(Value element) implements Value {}

  /** A map: what stands under known keys, what its other keys may be, and what under those. */
  record Fields(Map<String, Value> known, Value keys, Value rest) implements Value {}

  /** One of several, or several put together so that each part is still one of theirs. */
  record Either(List<Value> choices) implements Value {}

  /** Made of several in such a way that parts of it cannot be told apart. */
  record Mixed(List<Value> parts) implements Value {}

  /** What tells something of another value without being it: a hash, a comparison. */
  record Faint(Value of) implements Value {}

  /** What came by a station on the way. */
  record Via(Value of, Hop station) implements Value {}

  /** What cannot be known, and what it would take. */
  record Unknown(String missing) implements Value {}

  /** A place in an object, or in what the instance says. */
  non-sealed interface Place extends Value {

    /** Returns what is at {@code step} from here. */
    Value select(Step step);

    /** Returns what a loop over it meets. */
    Loop loop();

    /** Tells what is secret of all that is here. */
    void tell(Secrets into);
  }

  /** Takes what is secret of a place. */
  interface Secrets {

    /** Takes something that is secret by itself. */
    void source(Source source);

    /** Takes a value that is part of the place. */
    void value(Value value);
  }

  static Value either(List<Value> choices) {
    List<Value> kept = choices.stream().filter(each -> each != PUBLIC).toList();
    boolean same = kept.stream().allMatch(each -> each == kept.get(0));
    return kept.isEmpty() ? PUBLIC : same ? kept.get(0) : new Either(kept);
  }

  static Value mixed(List<Value> parts) {
    List<Value> kept =
        parts.stream().filter(each -> each != PUBLIC && !(each instanceof Constant)).toList();
    return kept.isEmpty() ? PUBLIC : new Mixed(kept);
  }

  static Value faint(Value of) {
    if (of == PUBLIC || of instanceof Constant) {
      return PUBLIC;
    }
    return of instanceof Faint ? of : new Faint(of);
  }
}
