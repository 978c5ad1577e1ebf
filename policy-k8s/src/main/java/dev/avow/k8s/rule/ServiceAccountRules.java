package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.PRODUCTION;
import static dev.avow.policy.hardening.Profile.RESTRICTED;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.k8s.workload.PodSpec;
import dev.avow.k8s.workload.Workload;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Glob;
import dev.avow.policy.finding.Parameter;
import dev.avow.policy.finding.Parameter.Stricter;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.Fixes;
import dev.avow.policy.rule.Rule;
import dev.avow.policy.rule.Settings;
import java.util.ArrayList;
import java.util.List;

/** Rules about whom pods are to the API server. */
public final class ServiceAccountRules {

  private static final String ACCOUNTS =
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/";
  private static final String GOOD_PRACTICES =
      "https://kubernetes.io/docs/concepts/security/service-accounts/";

  /** Whether a pod must refuse the token itself, whatever its service account says. */
  public static final Parameter<Boolean> POD_MUST_SAY =
      Parameter.flag(
              "pod-must-say",
              false,
              "whether the pod must say so, whatever its service account says")
          .stricterIf(Stricter.TRUE);

  /** Whether a token that the pod projects for the API server is as good as one that is mounted. */
  public static final Parameter<Boolean> PROJECTED_TOKENS_COUNT =
      Parameter.flag(
              "projected-tokens-count",
              true,
              "whether a token for the API server that a volume projects counts, too")
          .stricterIf(Stricter.TRUE);

  /** The service accounts that are looked at. */
  public static final Parameter<List<Glob>> NAMES =
      Parameter.globs("names", List.of("*"), "the names of the accounts that are looked at")
          .stricterIf(Stricter.MORE);

  static final Facts<PodAccount> POD_ACCOUNTS =
      Facts.observed(
          "pod-accounts", PodAccount.class, Targets.WORKLOAD, ServiceAccountRules::observePods);

  static final Facts<OfferedToken> OFFERED_TOKENS =
      Facts.observed(
          "offered-tokens",
          OfferedToken.class,
          Targets.RESOURCE,
          ServiceAccountRules::observeAccounts);

  /**
   * No pod is given a token for the API server, be it by itself or by its service account.
   *
   * <p>The account called default, which every namespace has, gives its token to all who say
   * nothing, unless a manifest of it says otherwise; of other accounts nothing is known without
   * their manifest.
   */
  public static final GroupRule TOKEN_IS_NOT_MOUNTED =
      GroupRule.named("service-account-token-is-not-mounted")
          .severity(MEDIUM)
          .because(
              "Whoever takes over a container finds the token in a file, and may then do all that"
                  + " its account may; few programs need one.")
          .advise(
              "Set automountServiceAccountToken to false in the pod, or in its service account; a"
                  + " program that calls the API server is worth a waiver.")
          .see(ACCOUNTS)
          .see(GOOD_PRACTICES)
          .alias("restrict-automount-sa-token")
          .alias("automountServiceAccountToken")
          .alias("KSV-0036")
          .alias("CKV_K8S_38")
          .alias("C-0034")
          .alias("C-0190")
          .alias("KBP106")
          .alias("K8sPSPAutomountServiceAccountTokenPod")
          .alias("asat")
          .with(POD_MUST_SAY)
          .with(PROJECTED_TOKENS_COUNT)
          .from(RESTRICTED)
          .overEverything(POD_ACCOUNTS, OFFERED_TOKENS)
          .finds(MountedTokens::judge);

  /** No service account gives its token to pods that do not ask for it. */
  public static final Rule<Resource> ACCOUNT_DOES_NOT_OFFER_TOKEN =
      Rule.named("service-account-does-not-offer-its-token")
          .severity(LOW)
          .because(
              "Where an account offers its token, each pod that says nothing gets it; where it does"
                  + " not, those that need it can say so.")
          .advise("Set automountServiceAccountToken to false in the account.")
          .see(ACCOUNTS)
          .alias("restrict-sa-automount-sa-token")
          .alias("CKV_K8S_41")
          .alias("C-0189")
          .alias("C-0190")
          .with(NAMES)
          .onlyByName()
          .forEach(Targets.RESOURCE)
          .when(ServiceAccountRules::isLookedAt)
          .requires(account -> automount(account).isFalse())
          .otherwise("gives its token to pods that say nothing: {field} {found}")
          .fix(account -> Fixes.set(automount(account), false))
          .build();

  /** No pod runs as the account that everybody gets who names none. */
  public static final Rule<PodSpec> DEFAULT_ACCOUNT_IS_NOT_USED =
      Rule.named("default-service-account-is-not-used")
          .severity(LOW)
          .because(
              "What one of the pods that share an account needs, all of them get; and a role that"
                  + " is bound to it is given to pods that nobody thought of.")
          .advise(
              "Make a service account for the workload, and set serviceAccountName to its name.")
          .see(ACCOUNTS)
          .see(GOOD_PRACTICES)
          .alias("restrict-service-account")
          .alias("default-service-account")
          .alias("CKV_K8S_41")
          .alias("C-0189")
          .onlyByName()
          .forEach(Targets.POD)
          .requires(ServiceAccountRules::hasAccountOfItsOwn)
          .otherwise("runs as the account of everybody: {field} {found}")
          .build();

  /** No pod names its account in the field that has been replaced. */
  public static final Rule<PodSpec> ACCOUNT_IS_NAMED_BY_CURRENT_FIELD =
      Rule.named("service-account-is-named-by-current-field")
          .severity(LOW)
          .because(
              "The field serviceAccount is deprecated, and what the other one says counts, so that"
                  + " a reader of this one is misled.")
          .advise("Set serviceAccountName, and remove serviceAccount.")
          .see(
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/"
                  + "#PodSpec")
          .alias("asat")
          .from(PRODUCTION)
          .forEach(Targets.POD)
          .requires(ServiceAccountRules::isNamedByCurrentField)
          .otherwise("names its account by a deprecated field: {field} {found}")
          .fix(ServiceAccountRules::rename)
          .build();

  private ServiceAccountRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    return List.of(
        TOKEN_IS_NOT_MOUNTED,
        ACCOUNT_DOES_NOT_OFFER_TOKEN,
        DEFAULT_ACCOUNT_IS_NOT_USED,
        ACCOUNT_IS_NAMED_BY_CURRENT_FIELD);
  }

  static boolean isServiceAccount(ResourceId id) {
    return id.kind().equals("ServiceAccount") && id.group().isEmpty();
  }

  private static Check isLookedAt(Resource resource, Settings settings) {
    String name = resource.id().name();
    boolean concerns =
        isServiceAccount(resource.id())
            && settings.get(NAMES).stream().anyMatch(pattern -> pattern.matches(name));
    return Check.of(concerns, resource.place());
  }

  private static Field automount(Resource account) {
    return account.place().field("automountServiceAccountToken");
  }

  private static Check hasAccountOfItsOwn(PodSpec pod) {
    Field name = PodAccount.name(pod);
    String account = name.text().orElse("");
    Field current = pod.place().field("serviceAccountName");
    Check own = name.decide(!account.isEmpty() && !account.equals(PodAccount.DEFAULT));
    return name.isAbsent() ? own.pointingAt(current) : own;
  }

  /** A pod that is read from a cluster has both, with the same name. */
  private static Check isNamedByCurrentField(PodSpec pod) {
    Field old = pod.place().field("serviceAccount");
    Field current = pod.place().field("serviceAccountName");
    boolean same = old.text().isPresent() && old.text().equals(current.text());
    boolean unused = !old.isPresent() || old.text().filter(String::isEmpty).isPresent();
    return Check.of(unused || same, old);
  }

  private static Fix rename(PodSpec pod) {
    Field old = pod.place().field("serviceAccount");
    Field current = pod.place().field("serviceAccountName");
    Fix removal = Fixes.remove(old);
    if (current.isPresent() || old.text().isEmpty()) {
      return removal;
    }
    Fix addition = Fixes.set(current, old.text().orElseThrow());
    List<Fix.Change> both = new ArrayList<>(addition.changes());
    both.addAll(removal.changes());
    return new Fix(addition.advice() + " and remove serviceAccount", both);
  }

  /** The pods in a graph are looked at with the object that brings them, for its namespace. */
  private static void observePods(Workload workload, Facts.Observer<PodAccount> observer) {
    PlacedPod.in(workload)
        .forEach(
            pod ->
                observer.observe(
                    pod.owner().subject(),
                    PodAccount.automount(pod.spec()),
                    PodAccount.of(pod.spec(), pod.owner())));
  }

  private static void observeAccounts(Resource resource, Facts.Observer<OfferedToken> observer) {
    for (PlacedObject placed : PlacedObject.in(resource)) {
      OfferedToken.of(placed)
          .ifPresent(
              account -> observer.observe(placed.subject(), placed.object().place(), account));
    }
  }
}
