package dev.avow.k8s.secret;

import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A place from which a container takes credentials without that they stand in its manifest.
 *
 * @param how by which way
 * @param name the name of the Secret or, of a volume of a store, of its provider class; empty where
 *     it is not written
 * @param place where the container says so
 */
public record SecretSource(How how, String name, Field place) {

  private static final String STORE_DRIVER = "secrets-store.csi.k8s.io";

  /** How a credential comes into a container. */
  public enum How {
    /** A variable of the value of a Secret's key. */
    VARIABLE,
    /** Variables of all keys of a Secret. */
    ALL_VARIABLES,
    /** Files of a Secret. */
    VOLUME,
    /** Files of a store outside the cluster. */
    STORE;

    /** Returns whether it comes as a variable of the environment. */
    public boolean isVariable() {
      return this == VARIABLE || this == ALL_VARIABLES;
    }
  }

  /** Returns all from which {@code container} takes credentials, in order. */
  public static List<SecretSource> of(Container container) {
    List<SecretSource> sources = new ArrayList<>();
    for (Field variable : container.at("env").items()) {
      add(How.VARIABLE, variable.field("valueFrom").field("secretKeyRef"), "name", sources);
    }
    for (Field from : container.at("envFrom").items()) {
      add(How.ALL_VARIABLES, from.field("secretRef"), "name", sources);
    }
    for (Field volume : container.pod().at("volumes").items()) {
      if (isMounted(volume, container)) {
        volume(volume, sources);
      }
    }
    return List.copyOf(sources);
  }

  private static boolean isMounted(Field volume, Container container) {
    String name = volume.field("name").text().orElse("");
    return container.at("volumeMounts").items().stream()
        .anyMatch(mount -> mount.field("name").is(name).holds());
  }

  private static void volume(Field volume, List<SecretSource> into) {
    add(How.VOLUME, volume.field("secret"), "secretName", into);
    for (Field source : volume.field("projected").field("sources").items()) {
      add(How.VOLUME, source.field("secret"), "name", into);
    }
    Field csi = volume.field("csi");
    if (csi.field("driver").is(STORE_DRIVER).holds()) {
      String provider = csi.at("volumeAttributes.secretProviderClass").text().orElse("");
      into.add(new SecretSource(How.STORE, provider, csi));
    }
  }

  private static void add(How how, Field reference, String name, List<SecretSource> into) {
    if (reference.isPresent()) {
      into.add(new SecretSource(how, reference.field(name).text().orElse(""), reference));
    }
  }
}
