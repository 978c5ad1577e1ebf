package dev.avow.k8s.network;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.finding.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may reach whom, by the network policies among some manifests.
 *
 * <pre>{@code
 * NetworkModel network = NetworkModel.of(Manifests.in(Path.of("deploy")));
 * NetworkPod shop = network.pods("prod", "frontend").get(0);
 * NetworkPod database = network.pods("prod", "database").get(0);
 * Reachability answer = network.mayReach(shop, database, Port.tcp(5432));
 * answer.isAllowed();
 * answer.decidedBy(); // NetworkPolicy prod/database at deploy/policies.yaml:12:7
 * }</pre>
 *
 * <p>It speaks of network policies alone: not of whether anything listens, nor of Services, name
 * servers or firewalls. What hangs on something that the manifests do not say is unknown: on labels
 * of a namespace whose manifest is not there, on addresses of pods, on policies of network plugins
 * and meshes. Immutable and thread-safe.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network
 *     Policies</a>
 */
public final class NetworkModel {

  private final List<NetworkPod> pods;
  private final List<NetworkPolicy> policies;
  private final List<ForeignPolicy> foreign;
  private final Map<Residence, List<NetworkPolicy>> byResidence = new HashMap<>();
  private final List<NetworkPolicy> unresolved;
  private final Peers peers;

  private NetworkModel(Builder builder) {
    this.pods = List.copyOf(builder.pods);
    this.policies = List.copyOf(builder.policies);
    this.foreign = List.copyOf(builder.foreign);
    this.peers = new Peers(builder.namespaces, builder.podBlocks);
    policies.forEach(
        policy ->
            byResidence.computeIfAbsent(policy.residence(), none -> new ArrayList<>()).add(policy));
    this.unresolved =
        policies.stream()
            .filter(policy -> policy.residence() instanceof Residence.Unresolved)
            .toList();
  }

  /** Returns the model of all that {@code manifests} hold; what cannot be read is left out. */
  public static NetworkModel of(Manifests manifests) {
    Builder builder = builder();
    try (Stream<Manifest> stream = manifests.stream()) {
      stream.forEach(
          manifest -> {
            if (manifest instanceof Resource resource) {
              builder.resource(resource);
            }
          });
    }
    return builder.build();
  }

  /** Starts a model that knows nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the pods, one for each template, in the order in which they were given. */
  public List<NetworkPod> pods() {
    return pods;
  }

  /** Returns the pods that the workloads called {@code name} in {@code namespace} bring. */
  public List<NetworkPod> pods(String namespace, String name) {
    Residence home = new Residence.In(namespace);
    return pods.stream()
        .filter(pod -> pod.identity().residence().equals(home))
        .filter(pod -> pod.subject().values(Subject.NAME).contains(name))
        .toList();
  }

  /** Returns the policies of Kubernetes' own API, in the order in which they were given. */
  public List<NetworkPolicy> policies() {
    return policies;
  }

  /** Returns whether {@code namespaces} selects the namespace that {@code residence} is. */
  public Match selects(LabelSelector namespaces, Residence residence) {
    return peers.isIn(namespaces, residence);
  }

  /**
   * Returns whether {@code pod} is isolated in {@code direction}, and by which policies. One on the
   * host network is not: no policy governs it.
   */
  public Isolation isolation(NetworkPod pod, Direction direction) {
    Match onHost = pod.identity().onHostNetwork();
    if (onHost.holds()) {
      return new Isolation(Match.of(false), List.of());
    }
    Isolation isolation = side(pod, direction).isolation();
    return onHost.isUnknown() && !isolation.isolated().fails()
        ? new Isolation(onHost, isolation.policies())
        : isolation;
  }

  /** Returns the rules for {@code direction} of the policies that isolate {@code pod}, or may. */
  public List<AppliedRule> rules(NetworkPod pod, Direction direction) {
    return side(pod, direction).rules();
  }

  /**
   * Returns whether {@code from} may open a connection to {@code port} of {@code to}, by the
   * policies on either side.
   *
   * <p>Of pods, two different ones are meant, even of the same workload: a pod always reaches
   * itself. So does its own node reach it, which is no pod, unless it is one on the host network.
   */
  public Reachability mayReach(Party from, Party to, Port port) {
    return mayLeave(from, to, port).and(mayEnter(from, to, port));
  }

  /** Returns whether the policies on the side of {@code from} let a connection out. */
  public Reachability mayLeave(Party from, Party to, Port port) {
    return from instanceof NetworkPod pod
        ? side(pod, Direction.EGRESS).with(to, to, port, peers)
        : Reachability.open();
  }

  /** Returns whether the policies on the side of {@code to} let a connection in. */
  public Reachability mayEnter(Party from, Party to, Port port) {
    return to instanceof NetworkPod pod
        ? side(pod, Direction.INGRESS).with(from, to, port, peers)
        : Reachability.open();
  }

  private Passage side(NetworkPod pod, Direction direction) {
    List<ForeignPolicy> concerning =
        foreign.stream().filter(each -> each.mayConcern(pod.identity(), direction)).toList();
    return new Passage(direction, pod, concerning(pod.identity().residence()), concerning);
  }

  /** Returns the policies that may be in the same namespace: few, of many in a large cluster. */
  private List<NetworkPolicy> concerning(Residence residence) {
    if (residence instanceof Residence.Unresolved) {
      return policies;
    }
    List<NetworkPolicy> concerning =
        new ArrayList<>(byResidence.getOrDefault(residence, List.of()));
    concerning.addAll(unresolved);
    return concerning;
  }

  @Override
  public String toString() {
    return "%d pods, %d network policies, %d of other kinds"
        .formatted(pods.size(), policies.size(), foreign.size());
  }

  /** Builds a {@link NetworkModel}; not thread-safe. */
  public static final class Builder {

    private final List<NetworkPod> pods = new ArrayList<>();
    private final List<NetworkPolicy> policies = new ArrayList<>();
    private final List<ForeignPolicy> foreign = new ArrayList<>();
    private final List<KnownNamespace> namespaces = new ArrayList<>();
    private final List<Cidr> podBlocks = new ArrayList<>();

    private Builder() {}

    /** Adds whatever {@code resource} is or, if it is a kro graph, holds. */
    public Builder resource(Resource resource) {
      pods.addAll(NetworkPod.in(resource));
      for (PlacedObject placed : PlacedObject.in(resource)) {
        NetworkPolicy.of(placed).ifPresent(this::policy);
        ForeignPolicy.of(placed).ifPresent(this::foreign);
        KnownNamespace.of(placed).ifPresent(this::namespace);
      }
      return this;
    }

    /** Adds a pod. */
    public Builder pod(NetworkPod pod) {
      pods.add(pod);
      return this;
    }

    /** Adds a policy of Kubernetes' own API. */
    public Builder policy(NetworkPolicy policy) {
      policies.add(policy);
      return this;
    }

    /** Adds a policy of a network plugin or a mesh. */
    public Builder foreign(ForeignPolicy policy) {
      foreign.add(policy);
      return this;
    }

    /** Adds a namespace whose labels are known; of two with one name the first counts. */
    public Builder namespace(KnownNamespace namespace) {
      namespaces.add(namespace);
      return this;
    }

    /**
     * Says that pods have addresses in {@code block} and in no other than those named here. Without
     * this, whether a block of a policy holds pods is unknown unless it holds everything.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    public Builder podsIn(String block) {
      podBlocks.add(Cidr.parse(block));
      return this;
    }

    /** Returns the model. */
    public NetworkModel build() {
      return new NetworkModel(this);
    }
  }
}
