package dev.avow.k8s.rule;

import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.network.Residence;
import dev.avow.k8s.secret.SecretSource;
import dev.avow.k8s.workload.Container;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * A Secret that a container takes credentials from.
 *
 * @param residence the container's namespace
 * @param how by which way
 * @param name the Secret's name; empty where it is not known
 * @param missing what would have to be known to know the name; empty if nothing
 */
record SecretUse(Residence residence, SecretSource.How how, String name, String missing)
    implements Serializable {

  /** Observes all Secrets that the containers of {@code pod} use. */
  static void observe(PlacedPod pod, Facts.Observer<SecretUse> observer) {
    for (Container container : pod.spec().containers()) {
      Subject subject = pod.owner().subject().with(Container.PART, container.name());
      for (SecretSource source : SecretSource.of(container)) {
        boolean open = source.name().isEmpty() || Field.isExpression(source.name());
        String missing = open ? "the name at " + source.place().path() : "";
        observer.observe(
            subject,
            source.place(),
            new SecretUse(
                pod.owner().residence(), source.how(), open ? "" : source.name(), missing));
      }
    }
  }

  /**
   * A Secret that manifests bring.
   *
   * @param residence its namespace
   * @param name its name
   * @param fromStore whether something fetches or decrypts it in the cluster
   */
  record Brought(Residence residence, String name, boolean fromStore) implements Serializable {

    /** Where kinds that make Secrets say how those are called, the object's own name otherwise. */
    private static final Map<String, String> MAKERS =
        Map.ofEntries(
            Map.entry("bitnami.com/SealedSecret", "spec.template.metadata.name"),
            Map.entry("cert-manager.io/Certificate", "spec.secretName"),
            Map.entry("external-secrets.io/ExternalSecret", "spec.target.name"),
            Map.entry("infisical.com/InfisicalSecret", "spec.managedSecretReference.secretName"),
            Map.entry("onepassword.com/OnePasswordItem", "metadata.name"),
            Map.entry("secrets.hashicorp.com/VaultDynamicSecret", "spec.destination.name"),
            Map.entry("secrets.hashicorp.com/VaultPKISecret", "spec.destination.name"),
            Map.entry("secrets.hashicorp.com/VaultStaticSecret", "spec.destination.name"),
            Map.entry("spv.no/AzureKeyVaultSecret", "spec.output.secret.name"));

    static Optional<Brought> of(PlacedObject placed) {
      String kind = placed.object().id().group() + "/" + placed.object().id().kind();
      String own = placed.object().id().name();
      if (kind.equals("/Secret")) {
        return Optional.of(new Brought(placed.residence(), own, false));
      }
      return Optional.ofNullable(MAKERS.get(kind))
          .map(path -> placed.object().at(path).text().filter(name -> !name.isEmpty()).orElse(own))
          .map(name -> new Brought(placed.residence(), name, true));
    }
  }
}
