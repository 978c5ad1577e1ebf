package dev.avow.k8s.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression as it is written: macros such as {@code has} and {@code map} are calls like any
 * other, operators too.
 */
public sealed interface Expr {

  /** Returns what it is directly made of, in order. */
  default List<Expr> parts() {
    return List.of();
  }

  /** Returns it and all that it is made of, however deep. */
  default List<Expr> all() {
    List<Expr> all = new ArrayList<>(List.of(this));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).parts());
    }
    return all;
  }

  /** What a literal is, as far as it matters to anyone here. */
  enum Kind {
    /** A text. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** Null. */
    NULL,
    /** Anything else, such as bytes or true. */
    OTHER
  }

  /**
   * A value that is written out.
   *
   * @param kind what it is
   * @param text a text or a whole number as it is; else empty
   */
  record Literal(Kind kind, String text) implements Expr {}

  /**
   * A name that stands for something.
   *
   * @param name the name, with a dot before it where only what is global is meant
   */
  record Name(String name) implements Expr {}

  /**
   * A field of something.
   *
   * @param operand of what
   * @param field its name
   */
  record Select(Expr operand, String field) implements Expr {
    @Override
    public List<Expr> parts() {
      return List.of(operand);
    }
  }

  /**
   * A call of a function, a macro or an operator.
   *
   * @param target what it is called on; empty where it stands alone
   * @param function its name; operators have names such as {@code _+_}
   * @param arguments the arguments; a chain of one operator is one call with many
   */
  record Call(Optional<Expr> target, String function, List<Expr> arguments) implements Expr {
    /** Creates a call; the list is copied. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Expr> parts() {
      List<Expr> parts = new ArrayList<>(target.stream().toList());
      parts.addAll(arguments);
      return parts;
    }
  }

  /**
   * A list.
   *
   * @param items its items
   * @param areAllThere whether none of them can be left out, so that each has its place
   */
  record Items(List<Expr> items, boolean areAllThere) implements Expr {
    /** Creates a list; the list is copied. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public List<Expr> parts() {
      return items;
    }
  }

  /**
   * A map, or an object with named fields, whose names are then texts.
   *
   * @param entries its entries
   */
  record Entries(List<Entry> entries) implements Expr {
    /** Creates a map; the list is copied. */
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public List<Expr> parts() {
      return entries.stream().flatMap(entry -> Stream.of(entry.key(), entry.value())).toList();
    }
  }

  /**
   * An entry of a map.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Expr key, Expr value) {}
}
