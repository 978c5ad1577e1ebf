package dev.avow.k8s.rule;

import dev.avow.k8s.network.Match;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import java.io.Serializable;

/**
 * What a pod says of the account that it runs as.
 *
 * @param residence the pod's namespace
 * @param account the name of its service account; empty where that is not known
 * @param missing what would have to be known to know the name
 * @param automount whether the pod mounts the account's token
 * @param projected where the pod projects a token for the API server itself; empty if nowhere
 */
record PodAccount(
    Residence residence, String account, String missing, Mounting automount, String projected)
    implements Serializable {

  /** The account of pods that name none. */
  static final String DEFAULT = "default";

  static PodAccount of(PodSpec pod, PlacedObject owner) {
    Field name = name(pod);
    String written = name.text().orElse("");
    boolean open = name.isUnresolved();
    return new PodAccount(
        owner.residence(),
        open ? "" : written.isEmpty() ? DEFAULT : written,
        open ? "the value of " + name.path() : "",
        Mounting.at(automount(pod)),
        projected(pod));
  }

  /** Returns the field that says whether the pod mounts the token. */
  static Field automount(PodSpec pod) {
    return pod.place().field("automountServiceAccountToken");
  }

  /** Returns the field that names the account: the API server copies the old one to the new one. */
  static Field name(PodSpec pod) {
    Field name = pod.place().field("serviceAccountName");
    boolean isNamed =
        name.isUnresolved() || name.text().filter(text -> !text.isEmpty()).isPresent();
    return isNamed ? name : pod.place().field("serviceAccount");
  }

  /** Returns whether the pod runs as the account called {@code name} of {@code namespace}. */
  Match runsAs(String name, Residence namespace) {
    return name.equals(account) ? namespace.reaches(residence) : Match.of(false);
  }

  /** Returns the account as findings call it: {@code prod/backend}. */
  String placed() {
    return residence instanceof Residence.In in ? in.namespace() + "/" + account : account;
  }

  private static String projected(PodSpec pod) {
    for (Field volume : pod.place().field("volumes").items()) {
      for (Field source : volume.field("projected").field("sources").items()) {
        Field token = source.field("serviceAccountToken");
        if (token.isMapping() && isForTheApiServer(token.field("audience")).holds()) {
          return token.path();
        }
      }
    }
    return "";
  }

  /** A token for another audience is of no use at the API server. */
  private static Check isForTheApiServer(Field audience) {
    String written = audience.text().orElse("");
    return audience.decide(written.isEmpty() || written.contains("kubernetes.default.svc"));
  }
}
