package dev.avow.k8s.rbac;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody who asks something of the API server.
 *
 * <p>The groups that the API server itself knows everybody to be in are among the groups; those
 * that an identity provider adds have to be said.
 *
 * @param kind what it is
 * @param namespace the service account's namespace; empty for others
 * @param name the name
 * @param groups the groups, the implied ones among them
 */
public record Principal(Kind kind, String namespace, String name, SortedSet<String> groups)
    implements Serializable {

  /** The group of all who are known to the API server. */
  public static final String AUTHENTICATED = "system:authenticated";

  /** The group of all who are not. */
  public static final String UNAUTHENTICATED = "system:unauthenticated";

  /** The user that all who are not known are. */
  public static final String ANONYMOUS = "system:anonymous";

  /** The group that may do everything, whatever is bound to it. */
  public static final String MASTERS = "system:masters";

  /** The group of all service accounts; with a colon and a namespace behind it, of those there. */
  public static final String ACCOUNTS = "system:serviceaccounts";

  private static final String ACCOUNT_USER = "system:serviceaccount:";

  /** What a principal is. */
  public enum Kind {
    /** A person, or a program with a certificate. */
    USER,
    /** Whoever is in a group. */
    GROUP,
    /** What pods run as. */
    SERVICE_ACCOUNT
  }

  /** Creates a principal; the groups are copied. */
  public Principal {
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
  }

  /** Returns the service account called {@code name} of {@code namespace}. */
  public static Principal serviceAccount(String namespace, String name) {
    Principal account = new Principal(Kind.SERVICE_ACCOUNT, namespace, name, new TreeSet<>());
    return account.with(AUTHENTICATED, ACCOUNTS, ACCOUNTS + ":" + namespace);
  }

  /**
   * Returns the user called {@code name}; the one of a service account's name, {@code
   * system:serviceaccount:prod:backend}, is that account.
   */
  public static Principal user(String name) {
    String[] account =
        name.substring(Math.min(name.length(), ACCOUNT_USER.length())).split(":", -1);
    if (name.startsWith(ACCOUNT_USER) && account.length == 2) {
      return serviceAccount(account[0], account[1]);
    }
    Principal user = new Principal(Kind.USER, "", name, new TreeSet<>());
    return user.with(name.equals(ANONYMOUS) ? UNAUTHENTICATED : AUTHENTICATED);
  }

  /** Returns whoever is in the group called {@code name}, and in no other that is not implied. */
  public static Principal group(String name) {
    Principal group = new Principal(Kind.GROUP, "", name, new TreeSet<>());
    return name.equals(UNAUTHENTICATED) ? group.with(name) : group.with(name, AUTHENTICATED);
  }

  /** Returns this principal, being in {@code more} groups as well. */
  public Principal with(String... more) {
    TreeSet<String> all = new TreeSet<>(groups);
    all.addAll(Arrays.asList(more));
    return new Principal(kind, namespace, name, all);
  }

  /** Returns the name of the user that it is to the API server. */
  public String userName() {
    return isServiceAccount() ? ACCOUNT_USER + namespace + ":" + name : name;
  }

  boolean isServiceAccount() {
    return kind == Kind.SERVICE_ACCOUNT;
  }

  /** Returns whether it is one user, not any of a group. */
  boolean isSomebody() {
    return kind != Kind.GROUP;
  }

  /** Returns what a person would call it: {@code ServiceAccount prod/backend}. */
  @Override
  public String toString() {
    return switch (kind) {
      case USER -> "User " + name;
      case GROUP -> "Group " + name;
      case SERVICE_ACCOUNT -> "ServiceAccount " + namespace + "/" + name;
    };
  }
}
