package dev.avow.k8s.rbac;

import dev.avow.k8s.network.Match;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Location;
import java.io.Serializable;

/**
 * One rule of a role: what it allows.
 *
 * <p>An asterisk among verbs, groups and resources means all; {@code *}{@code /scale} the
 * subresource of all resources, and {@code pods} does not mean {@code pods/log}. Without names all
 * objects are meant. A URL that ends in an asterisk means all that begin like it.
 *
 * @param location where it stands; its path is that in the role: {@code rules[0]}
 * @param verbs what may be done
 * @param groups in which API groups
 * @param resources to which resources
 * @param names to which objects; to all if there are none
 * @param urls to which URLs that are no resources
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/">Using RBAC
 *     Authorization</a>
 */
public record PolicyRule(
    Location location, Terms verbs, Terms groups, Terms resources, Terms names, Terms urls)
    implements Serializable {

  private static final Match YES = Match.of(true);

  /** Returns the rule that is written at {@code rule}. */
  public static PolicyRule of(Field rule) {
    return new PolicyRule(
        rule.location(),
        Terms.of(rule.field("verbs")),
        Terms.of(rule.field("apiGroups")),
        Terms.of(rule.field("resources")),
        Terms.of(rule.field("resourceNames")),
        Terms.of(rule.field("nonResourceURLs")));
  }

  /** Returns whether it allows {@code request}, wherever that is. */
  public Match allows(Request request) {
    return kindOf(request).and(request.url().isEmpty() ? allowsName(request.name()) : YES);
  }

  /** Returns whether it allows {@code request} for some objects at least: those that it names. */
  public Match allowsSome(Request request) {
    return request.canBeNamed() ? kindOf(request) : allows(request);
  }

  private Match kindOf(Request request) {
    Match verb = verbs.any(each -> each.equals(Terms.ALL) || each.equals(request.verb()));
    return request.url().isEmpty()
        ? verb.and(allowsGroup(request.group())).and(allowsResource(request.resource()))
        : verb.and(urls.any(each -> allowsUrl(each, request.url())));
  }

  private Match allowsGroup(String group) {
    return groups.any(each -> each.equals(Terms.ALL) || each.equals(group));
  }

  private Match allowsResource(String resource) {
    int slash = resource.indexOf('/');
    String ofAll = slash < 0 ? Terms.ALL : "*" + resource.substring(slash);
    return resources.any(
        each -> each.equals(Terms.ALL) || each.equals(resource) || each.equals(ofAll));
  }

  private Match allowsName(String name) {
    return names.isEmpty() ? YES : names.any(name::equals);
  }

  private static boolean allowsUrl(String written, String url) {
    if (written.equals(url)) {
      return true;
    }
    int end = written.length();
    while (end > 0 && written.charAt(end - 1) == '*') {
      end--;
    }
    return end < written.length() && url.startsWith(written.substring(0, end));
  }

  /** Returns whether a list has a wildcard, or a URL means all. */
  public boolean hasWildcard() {
    return verbs.hasWildcard()
        || groups.hasWildcard()
        || resources.hasWildcard()
        || urls.values().contains(Terms.ALL);
  }

  /** Returns whether it allows something that is in namespaces, and so can be given in one. */
  public Match concernsNamespaces() {
    Match concerns = Match.of(false);
    for (String group : groups.values()) {
      for (String resource : resources.values()) {
        boolean all = group.equals(Terms.ALL) || resource.startsWith(Terms.ALL);
        Match here = all ? YES : ResourceScope.isOfCluster(group, resource).not();
        if (here.holds()) {
          return here;
        }
        concerns = here.isUnknown() ? here : concerns;
      }
    }
    return concerns;
  }
}
