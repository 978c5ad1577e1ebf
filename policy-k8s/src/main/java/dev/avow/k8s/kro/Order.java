package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Expr;
import dev.avow.k8s.cel.Parsed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what is read before what reads it, so that however long a chain is, each expression finds
 * known what it reads. Where there is a circle, the order in it does not matter.
 */
final class Order {

  private static final String STATUS = "";

  private final Map<String, List<ExpressionField>> fields = new HashMap<>();
  private final Map<String, Integer> waits = new HashMap<>();
  private final Map<String, Set<String>> readers = new HashMap<>();
  private final List<ExpressionField> ordered = new ArrayList<>();

  private Order() {}

  static List<ExpressionField> of(List<ExpressionField> fields) {
    Order order = new Order();
    fields.forEach(order::add);
    order.sort();
    Set<ExpressionField> done = Collections.newSetFromMap(new IdentityHashMap<>());
    done.addAll(order.ordered);
    fields.stream().filter(field -> !done.contains(field)).forEach(order.ordered::add);
    return order.ordered;
  }

  private void add(ExpressionField field) {
    String owner = field.owner() == null ? STATUS : field.owner().id();
    fields.computeIfAbsent(owner, none -> new ArrayList<>()).add(field);
    waits.putIfAbsent(owner, 0);
    for (Parsed parsed : field.parsed()) {
      if (parsed instanceof Parsed.Tree tree) {
        tree.expression().all().forEach(each -> add(each, owner));
      }
    }
  }

  private void add(Expr expression, String reader) {
    if (expression instanceof Expr.Name name
        && !name.name().equals(reader)
        && readers.computeIfAbsent(name.name(), none -> new HashSet<>()).add(reader)) {
      waits.merge(reader, 1, Integer::sum);
    }
  }

  private void sort() {
    Deque<String> ready = new ArrayDeque<>();
    Set<String> named = new HashSet<>(readers.keySet());
    named.removeAll(fields.keySet());
    named.forEach(name -> release(name, ready));
    waits.forEach((owner, count) -> addIf(count == 0, owner, ready));
    Set<String> done = new HashSet<>();
    while (!ready.isEmpty()) {
      String owner = ready.poll();
      if (done.add(owner)) {
        ordered.addAll(fields.getOrDefault(owner, List.of()));
        release(owner, ready);
      }
    }
  }

  private void release(String read, Deque<String> ready) {
    for (String reader : readers.getOrDefault(read, Set.of())) {
      int left = waits.merge(reader, -1, Integer::sum);
      addIf(left == 0, reader, ready);
    }
  }

  private static void addIf(boolean condition, String owner, Deque<String> to) {
    if (condition) {
      to.add(owner);
    }
  }
}
