package dev.avow.k8s.rbac;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A binding with what it comes to.
 *
 * @param binding the binding
 * @param roles the role that it names and those that this one aggregates, each with rules of its
 *     own
 * @param missing what would have to be known to know all of that, a noun phrase; empty if nothing
 */
public record Assignment(Binding binding, Set<Role> roles, String missing) {

  /** Creates an assignment; the roles are copied. */
  public Assignment {
    roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
  }

  static Assignment of(Binding binding, RoleBook book) {
    Set<Role> parts = new LinkedHashSet<>();
    String missing = binding.missing();
    List<Role> called = missing.isEmpty() ? book.called(binding.role()) : List.of();
    for (Role role : called) {
      RoleBook.Resolved resolved = book.resolve(role);
      parts.addAll(resolved.parts());
      missing = missing.isEmpty() ? resolved.missing() : missing;
    }
    boolean isAbsent = called.isEmpty() && missing.isEmpty();
    return new Assignment(binding, parts, isAbsent ? binding.role().toString() : missing);
  }
}
