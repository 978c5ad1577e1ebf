package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Parsed;
import dev.avow.k8s.kro.SecretFlow.Sort;
import dev.avow.k8s.kro.Taints.Taint;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Finding.Hop;
import dev.avow.policy.finding.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Follows each expression to where it comes out, and tells what secret it carries there. */
final class Flows {

  private final GraphKind instance;
  private final FieldValues values;
  private final List<SecretFlow> into;
  private final Namespaces namespaces;

  /** What was told to be missing where it is missing need not be told wherever it is carried. */
  private final Set<String> told = new HashSet<>();

  Flows(ResourceGraphDefinition definition, FieldValues values, List<SecretFlow> into) {
    this.instance = definition.instance();
    this.values = values;
    this.into = into;
    this.namespaces = new Namespaces(definition.resources());
  }

  void follow(List<ExpressionField> fields) {
    fields.forEach(this::tellUnreadable);
    Order.of(fields).forEach(values::pieces);
    fields.forEach(this::follow);
  }

  private void tellUnreadable(ExpressionField field) {
    Set<String> missing = new HashSet<>();
    if (!field.extraction().problem().isEmpty()) {
      missing.add(field.extraction().problem());
    }
    for (Parsed parsed : field.parsed()) {
      if (parsed instanceof Parsed.Unreadable unreadable) {
        missing.add(unreadable.missing());
      }
    }
    missing.stream().sorted().forEach(what -> undecided(field.at(), what));
    told.addAll(missing);
  }

  private void undecided(Field at, String missing) {
    Message message = Message.of("{missing}", mark -> missing);
    into.add(new SecretFlow(Sort.UNDECIDED, at, List.of(), List.of(), message, ""));
  }

  private void follow(ExpressionField field) {
    List<Value> pieces = values.pieces(field);
    Sink sink = Sink.of(field, instance);
    if (sink.sort() == Sink.Sort.NOWHERE) {
      return;
    }
    Map<String, Taint> found = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      Taints taints = values.taints(pieces.get(i));
      Hop read = new Hop(field.locate(i), "this expression lets it out");
      taints.all().forEach(taint -> add(taint, read, found));
      if (sink.sort() != Sink.Sort.SECRET) {
        taints.missing().stream().filter(told::add).forEach(what -> undecided(field.at(), what));
      }
    }
    tell(field, sink, List.copyOf(found.values()));
  }

  private static void add(Taint taint, Hop read, Map<String, Taint> found) {
    List<Hop> way = new ArrayList<>(taint.way());
    way.add(read);
    Taint known = found.get(taint.source().name());
    if (known == null || (known.faint() && !taint.faint())) {
      found.put(taint.source().name(), new Taint(taint.source(), taint.faint(), way));
    }
  }

  private void tell(ExpressionField field, Sink sink, List<Taint> taints) {
    Predicate<Taint> whole = taint -> !taint.faint();
    Predicate<Taint> secret = taint -> taint.source().sort() == Source.Sort.SECRET;
    if (sink.sort() == Sink.Sort.SECRET) {
      tell(
          Sort.SECRET_IN_OTHER_NAMESPACE,
          field,
          sink,
          taints.stream().filter(whole.and(secret)).filter(each -> isElsewhere(each, field)));
      return;
    }
    if (sink.sort() == Sink.Sort.PERHAPS_SECRET) {
      tellUnknownKind(field, taints);
      return;
    }
    Sort open =
        sink.sort() == Sink.Sort.OWN ? Sort.SECRET_IN_THE_OPEN : Sort.SECRET_IN_CUSTOM_RESOURCE;
    tell(open, field, sink, taints.stream().filter(whole.and(secret)));
    List<Taint> named =
        sink.namesSecret()
            ? List.of()
            : taints.stream().filter(whole.and(secret.negate())).toList();
    tell(Sort.NAMED_CREDENTIAL_IN_THE_OPEN, field, sink, named.stream());
    if (taints.stream().allMatch(Taint::faint)) {
      tell(Sort.FINGERPRINT, field, sink, taints.stream());
    }
  }

  private void tellUnknownKind(ExpressionField field, List<Taint> taints) {
    GraphResource owner = field.owner();
    if (owner != null && !taints.isEmpty()) {
      undecided(field.at(), "the kind of " + owner.id());
    }
  }

  private boolean isElsewhere(Taint taint, ExpressionField field) {
    GraphResource from = taint.source().secret();
    GraphResource to = field.owner();
    return from != null && to != null && !namespaces.areSame(from, to);
  }

  private void tell(Sort sort, ExpressionField field, Sink sink, Stream<Taint> which) {
    List<Taint> taints = which.toList();
    if (taints.isEmpty()) {
      return;
    }
    List<String> sources = taints.stream().map(taint -> taint.source().name()).toList();
    Set<Hop> trail = new LinkedHashSet<>();
    taints.forEach(taint -> trail.addAll(taint.way()));
    into.add(
        new SecretFlow(
            sort,
            field.at(),
            sources,
            List.copyOf(trail),
            Wording.message(sort, sources, field.at(), sink.right()),
            Wording.advice(sort, taints.get(0).source(), sink)));
  }
}
