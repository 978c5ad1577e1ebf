package dev.avow.k8s.rbac;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who may do what, by the roles and bindings that were given.
 *
 * <pre>{@code
 * AccessModel access = AccessModel.of(Manifests.in(Path.of("deploy")));
 * Access answer =
 *     access.may(Principal.serviceAccount("prod", "backend"), Request.to("get", "secrets").in("prod"));
 * access.readersOfSecrets().forEach(System.out::println);
 * }</pre>
 *
 * <p>The roles and bindings that every cluster comes with are known, unless one of the same name is
 * given; so are the groups that everybody is in. Other authorizers than RBAC are not. Immutable and
 * thread-safe.
 */
public final class AccessModel {

  private final RoleBook book;
  private final List<Assignment> assignments;
  private final List<Gap> unread;

  private AccessModel(Collection<Role> roles, Collection<Binding> bindings, List<Gap> unread) {
    this.book = new RoleBook(roles);
    List<Binding> all = new ArrayList<>(bindings);
    BuiltIn.bindings().stream()
        .filter(known -> bindings.stream().noneMatch(given -> isSame(known, given)))
        .forEach(all::add);
    this.assignments = all.stream().map(binding -> Assignment.of(binding, book)).toList();
    this.unread = List.copyOf(unread);
  }

  private static boolean isSame(Binding known, Binding given) {
    return given.isClusterWide() && known.name().equals(given.name());
  }

  /** Returns what the roles and bindings among {@code manifests} come to; reads them once. */
  public static AccessModel of(Manifests manifests) {
    List<Role> roles = new ArrayList<>();
    List<Binding> bindings = new ArrayList<>();
    List<Gap> unread = new ArrayList<>();
    try (Stream<Manifest> stream = manifests.stream()) {
      stream.forEach(
          manifest -> {
            if (manifest instanceof Resource resource) {
              for (PlacedObject placed : PlacedObject.in(resource)) {
                Role.of(placed).ifPresent(roles::add);
                Binding.of(placed).ifPresent(bindings::add);
              }
            } else if (manifest instanceof Manifest.Unreadable unreadable) {
              unread.add(new Gap(unreadable.location(), "a readable document"));
            }
          });
    }
    return new AccessModel(roles, bindings, unread);
  }

  /** Returns what {@code roles} and {@code bindings} come to. */
  public static AccessModel of(Collection<Role> roles, Collection<Binding> bindings) {
    return new AccessModel(roles, bindings, List.of());
  }

  /** Returns whether {@code who} may do {@code what}. */
  public Access may(Principal who, Request what) {
    List<Grant> grants = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>(unread);
    for (Assignment given : assignments) {
      Match concerns = given.binding().reaches(what).and(given.binding().means(who));
      if (!concerns.fails()) {
        ask(given, who, what, concerns, grants, gaps);
      }
    }
    if (!grants.isEmpty()) {
      return new Access.Granted(grants);
    }
    return gaps.isEmpty()
        ? new Access.NotGranted()
        : new Access.Unknown(gaps.stream().distinct().toList());
  }

  private static void ask(
      Assignment given,
      Principal who,
      Request what,
      Match concerns,
      List<Grant> grants,
      List<Gap> gaps) {
    Binding binding = given.binding();
    if (!given.missing().isEmpty()) {
      gaps.add(new Gap(binding.roleLocation(), given.missing()));
    }
    Match applies = concerns.and(binding.comesToBe());
    for (Role role : given.roles()) {
      for (PolicyRule rule : role.rules()) {
        Match allowed = rule.allows(what).and(applies).and(role.comesToBe());
        if (allowed.holds()) {
          grants.add(new Grant(subjectFor(binding, who), binding, role, rule));
        } else if (allowed.isUnknown()) {
          gaps.add(new Gap(rule.location(), allowed.missing()));
        }
      }
    }
  }

  private static BindingSubject subjectFor(Binding binding, Principal who) {
    return binding.subjects().stream()
        .filter(subject -> subject.means(who).holds())
        .findFirst()
        .orElseThrow();
  }

  /** Returns which of {@code needs} {@code who} may do. */
  public Coverage coverage(Principal who, Collection<Request> needs) {
    return Coverage.of(this, who, needs);
  }

  /** Returns who can read which secrets, and where; {@link #gaps()} says who else may. */
  public List<Holding> readersOfSecrets() {
    return holders(Power.READ_SECRETS);
  }

  /** Returns who can create workloads, and where; {@link #gaps()} says who else may. */
  public List<Holding> creatorsOfWorkloads() {
    return holders(Power.CREATE_WORKLOADS);
  }

  /**
   * Returns who certainly has {@code power}, be it over named objects only; {@link #gaps()} says
   * who else may.
   */
  public List<Holding> holders(Power power) {
    List<Holding> holdings = new ArrayList<>();
    for (Assignment given : assignments) {
      Binding binding = given.binding();
      Extent extent = new Extent(binding.isClusterWide(), true);
      for (Role role : given.roles()) {
        Held held = power.in(role.rules(), extent);
        if (held.given().and(role.comesToBe()).and(binding.comesToBe()).holds()) {
          held.rules().forEach(rule -> hold(power, binding, role, rule, holdings::add));
        }
      }
    }
    return holdings;
  }

  private static void hold(
      Power power, Binding binding, Role role, PolicyRule rule, Consumer<Holding> into) {
    for (BindingSubject subject : binding.subjects()) {
      Grant grant = new Grant(subject, binding, role, rule);
      into.accept(new Holding(power, binding.residence(), rule.names().values(), grant));
    }
  }

  /** Returns the bindings with the roles that they come to, the built-in ones among them. */
  public List<Assignment> assignments() {
    return assignments;
  }

  /**
   * Returns what would have to be known to know all that {@code role} comes to, a noun phrase;
   * empty if nothing.
   */
  public String missing(Role role) {
    return book.resolve(role).missing();
  }

  /** Returns what is not known and might give more than this model says. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(unread);
    assignments.stream()
        .filter(given -> !given.missing().isEmpty())
        .forEach(given -> gaps.add(new Gap(given.binding().roleLocation(), given.missing())));
    return gaps;
  }
}
