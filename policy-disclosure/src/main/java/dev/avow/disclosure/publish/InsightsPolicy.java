package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.SecurityInsights.Rest;
import dev.avow.disclosure.publish.SecurityInsights.Why;
import dev.avow.policy.Channel;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.PolicyScope;
import dev.avow.policy.ScopeItem;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Takes out of a file what a policy has a place for, and tells what that leaves. */
final class InsightsPolicy {

  private static final Set<String> CONTACT = Set.of("email", "social");
  private static final int LONGEST_ID = 60;

  private final Field file;
  private final Field reporting;
  private final Map<String, Rest> rest = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();

  /** How often each name was asked for. */
  private final Map<String, Integer> named = new HashMap<>();

  InsightsPolicy(Field file) {
    this.file = file;
    this.reporting = file.field("project").field("vulnerability-reporting");
  }

  Optional<SecurityPolicy> policy() {
    return file.field("project")
        .field("name")
        .text()
        .filter(name -> !name.isBlank())
        .map(this::policy);
  }

  private SecurityPolicy policy(String name) {
    PolicyBuilder policy = SecurityPolicy.named(name);
    channel().ifPresent(policy::reportTo);
    policy.scope(scope -> items(scope, "in-scope", PolicyScope::covers));
    policy.scope(scope -> items(scope, "out-of-scope", PolicyScope::leavesOut));
    return policy.build();
  }

  /** Where no reports are accepted, a contact is nobody to report to. */
  private Optional<Channel> channel() {
    if (reporting.field("reports-accepted").flag().filter(accepted -> !accepted).isPresent()) {
      return Optional.empty();
    }
    Field contact = reporting.field("contact");
    Optional<Channel> mail = at(contact.field("email"), Channel::email);
    return mail.or(() -> at(contact.field("social"), Channel::maintainer));
  }

  private static Optional<Channel> at(Field field, Function<String, Channel> channel) {
    try {
      return field.text().map(text -> channel.apply(text).at(field.location()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private PolicyScope items(
      PolicyScope scope, String list, BiFunction<PolicyScope, ScopeItem, PolicyScope> add) {
    PolicyScope all = scope;
    for (Field item : reporting.field(list).items()) {
      Optional<String> text = item.text().map(String::strip).filter(said -> !said.isEmpty());
      if (text.isPresent()) {
        ScopeItem named = ScopeItem.of(id(text.get()), text.get()).at(item.location());
        all = add.apply(all, named);
      }
    }
    return all;
  }

  /** The form gives no names, so they are made of the words, and told apart by numbers. */
  private String id(String text) {
    String words = words(text);
    String first =
        !words.isEmpty() && Character.isLetter(words.charAt(0)) ? words : "item-" + words;
    first = words.isEmpty() ? "item" : first;
    String id;
    do {
      int times = named.merge(first, 1, Integer::sum);
      id = times == 1 ? first : first + "-" + times;
    } while (!ids.add(id));
    return id;
  }

  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .chars()
        .forEach(
            c -> {
              boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
              boolean open = words.isEmpty() || words.charAt(words.length() - 1) == '-';
              if (words.length() < LONGEST_ID && (plain || !open)) {
                words.append(plain ? (char) c : '-');
              }
            });
    int end = words.length();
    boolean dash = end > 0 && words.charAt(end - 1) == '-';
    return words.substring(0, dash ? end - 1 : end);
  }

  List<Rest> rest() {
    for (InsightsShape.Mistake mistake : InsightsShape.mistakes(file)) {
      if (mistake.kind() != InsightsShape.Kind.MISSING) {
        boolean unknown = mistake.kind() == InsightsShape.Kind.UNKNOWN;
        add(mistake.field(), unknown ? Why.UNKNOWN : Why.MALFORMED);
      }
    }
    for (Field said : reporting.fields()) {
      switch (said.name()) {
        case "in-scope", "out-of-scope", "reports-accepted" -> {}
        case "contact" -> said.fields().forEach(this::contact);
        default -> add(said, Why.NOT_IN_POLICIES);
      }
    }
    return rest.values().stream().sorted(Comparator.comparing(Rest::at)).toList();
  }

  private void contact(Field said) {
    boolean taken =
        CONTACT.contains(said.name())
            && channel()
                .filter(channel -> channel.declaredAt().equals(said.location()))
                .isPresent();
    if (!taken) {
      add(said, Why.NOT_IN_POLICIES);
    }
  }

  private void add(Field field, Why why) {
    rest.putIfAbsent(field.path(), new Rest(field.path(), why, field.keyLocation()));
  }
}
