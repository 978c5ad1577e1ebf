package dev.avow.k8s.rbac;

import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.network.Labels;
import dev.avow.k8s.network.PlacedObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What comes with every cluster: the roles and bindings that the API server keeps up itself.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings">Default
 *     roles and role bindings</a>
 */
final class BuiltIn {

  private static final String FILE = "built-in-roles.yaml";
  private static final String LABEL = "kubernetes.io/bootstrapping";
  private static final String VALUE = "rbac-defaults";
  private static final Set<String> OTHERS =
      Set.of("cluster-admin", "admin", "edit", "view", "extension-apiserver-authentication-reader");

  private BuiltIn() {}

  private static final class Known {
    private static final List<Role> ROLES =
        placed().flatMap(each -> Role.of(each).stream()).toList();
    private static final List<Binding> BINDINGS =
        placed().flatMap(each -> Binding.of(each).stream()).toList();
  }

  static List<Role> roles() {
    return Known.ROLES;
  }

  static List<Binding> bindings() {
    return Known.BINDINGS;
  }

  /** The label alone can be written by anybody, and so can a name. */
  static boolean isNamed(Name name, Labels labels) {
    boolean known = OTHERS.contains(name.text()) || name.text().startsWith("system:");
    return known && VALUE.equals(labels.known().get(LABEL));
  }

  private static Stream<PlacedObject> placed() {
    return Manifests.of("(Kubernetes)/" + FILE, text()).stream()
        .filter(Resource.class::isInstance)
        .flatMap(resource -> PlacedObject.in((Resource) resource).stream());
  }

  private static String text() {
    try (InputStream in = BuiltIn.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
