package dev.avow.k8s.rule;

import static dev.avow.policy.finding.Severity.HIGH;
import static dev.avow.policy.finding.Severity.INFO;
import static dev.avow.policy.finding.Severity.LOW;
import static dev.avow.policy.finding.Severity.MEDIUM;
import static dev.avow.policy.hardening.Profile.BASELINE;

import dev.avow.k8s.cel.CelReader;
import dev.avow.k8s.kro.ResourceGraphDefinition;
import dev.avow.k8s.kro.SecretFlow;
import dev.avow.k8s.kro.SecretFlow.Sort;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.hardening.HardeningProfile;
import dev.avow.policy.rule.Declaration;
import dev.avow.policy.rule.NamedRule;
import dev.avow.policy.rule.Reporter;
import dev.avow.policy.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Rules about what the expressions of resource graphs let out. */
public final class ExpressionRules {

  private static final String EXPRESSIONS = "https://kro.run/docs/concepts/rgd/cel-expressions";
  private static final String SECRETS =
      "https://kubernetes.io/docs/concepts/security/secrets-good-practices/";

  private static final String REFER =
      "Refer to the Secret by its name, by a secretKeyRef or a volume, or let an ExternalSecret"
          + " bring the value to where it is needed.";

  /** What a Secret holds does not come out where no right to Secrets is needed to read it. */
  public static final Rule<ResourceGraphDefinition> SECRETS_STAY_IN_SECRETS =
      named("secrets-stay-in-secrets", "CEL001", HIGH)
          .because(
              "Far more people may read a status, a ConfigMap, a label or a pod's command line than"
                  + " may read Secrets, and whatever logs or backs up objects keeps them.")
          .advise(REFER)
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.SECRET_IN_THE_OPEN, report));

  /** What a Secret holds is not given to a custom resource, where anybody may read it. */
  public static final Rule<ResourceGraphDefinition> CUSTOM_RESOURCES_HOLD_NO_SECRETS =
      named("custom-resources-hold-no-secrets", "CEL002", HIGH)
          .because(
              "A custom resource is not encrypted as Secrets may be, and whoever may view its kind"
                  + " reads all of it.")
          .advise("Use the field of the custom resource that takes a reference to a Secret.")
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.SECRET_IN_CUSTOM_RESOURCE, report));

  /** An input or a key that is a credential by its name comes out in Secrets only. */
  public static final Rule<ResourceGraphDefinition> CREDENTIAL_INPUTS_STAY_IN_SECRETS =
      named("credential-inputs-stay-in-secrets", "CEL003", MEDIUM)
          .because(
              "What is called a password is one, and stands in the open wherever an expression puts"
                  + " it but into a Secret.")
          .advise(
              "Take the name of a Secret as input in place of the value. Where the value is none"
                  + " that anybody keeps secret, give the input a name that says so.")
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.NAMED_CREDENTIAL_IN_THE_OPEN, report));

  /** What a Secret holds is not copied to a Secret of another namespace. */
  public static final Rule<ResourceGraphDefinition> SECRETS_STAY_IN_THEIR_NAMESPACE =
      named("secrets-stay-in-their-namespace", "CEL004", LOW)
          .because(
              "A namespace is the wall around a Secret: whoever may read those of the other one, or"
                  + " run a pod there, reads the copy.")
          .advise("Let an ExternalSecret make the Secret in the namespace where it is needed.")
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.SECRET_IN_OTHER_NAMESPACE, report));

  /** A definition holds no credential, neither as a standard value nor in a template. */
  public static final Rule<ResourceGraphDefinition> DEFINITION_HOLDS_NO_CREDENTIALS =
      named("definition-holds-no-credentials", "CEL005", HIGH)
          .because(
              "A definition lies in a repository and in the cluster for all to read, and every"
                  + " instance shares what is written in it.")
          .advise(
              "Take the name of a Secret as input and refer to it, and replace the credential, as"
                  + " it is known by now.")
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.CREDENTIAL_WRITTEN_OUT, report));

  /** No hash or comparison of what a Secret holds comes out. */
  public static final Rule<ResourceGraphDefinition> SECRETS_LEAVE_NO_TRACE =
      named("secrets-leave-no-trace", "CEL007", INFO)
          .because(
              "By a hash, a length or an answer of yes or no, guesses at a weak secret can be tried"
                  + " without anybody noticing.")
          .advise(
              "To roll pods when a Secret changes, use its metadata.resourceVersion, which tells"
                  + " nothing of the content.")
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.FINGERPRINT, report));

  /** No column of a listing shows what is a credential by its name. */
  public static final Rule<ResourceGraphDefinition> LISTINGS_SHOW_NO_CREDENTIALS =
      named("listings-show-no-credentials", "CEL008", MEDIUM)
          .because("What a listing shows ends up on screens, in logs and in tickets.")
          .advise("Leave the column out, or show the name of the Secret.")
          .forEach(Targets.GRAPH)
          .finds((graph, report) -> tell(graph, Sort.CREDENTIAL_IN_LISTING, report));

  private static final List<Rule<ResourceGraphDefinition>> ABOUT_FLOWS =
      List.of(
          SECRETS_STAY_IN_SECRETS,
          CUSTOM_RESOURCES_HOLD_NO_SECRETS,
          CREDENTIAL_INPUTS_STAY_IN_SECRETS,
          SECRETS_STAY_IN_THEIR_NAMESPACE,
          DEFINITION_HOLDS_NO_CREDENTIALS,
          SECRETS_LEAVE_NO_TRACE,
          LISTINGS_SHOW_NO_CREDENTIALS);

  /** Every expression can be followed, so that the rules about what comes out see all of them. */
  public static final Rule<ResourceGraphDefinition> EXPRESSIONS_CAN_BE_FOLLOWED =
      Rule.named("expressions-can-be-followed")
          .severity(HIGH)
          .alias("CEL006")
          .see(EXPRESSIONS)
          .where(ExpressionRules::asksForFlows)
          .because(
              "Of an expression that cannot be read nothing is known, so nothing about it is"
                  + " promised.")
          .advise(
              "Mend the expression; kro refuses most of these, too. If all of them cannot be read,"
                  + " add "
                  + CelReader.ARTIFACT
                  + " to what runs Avow.")
          .forEach(Targets.GRAPH)
          .finds(ExpressionRules::tellUndecided);

  private ExpressionRules() {}

  /** Returns all of them. */
  static List<Declaration> all() {
    List<Declaration> all = new ArrayList<>(ABOUT_FLOWS);
    all.add(EXPRESSIONS_CAN_BE_FOLLOWED);
    return all;
  }

  private static NamedRule named(String id, String alias, Severity severity) {
    return Rule.named(id)
        .severity(severity)
        .alias(alias)
        .see(SECRETS)
        .see(EXPRESSIONS)
        .from(BASELINE);
  }

  private static boolean asksForFlows(HardeningProfile policy) {
    return ABOUT_FLOWS.stream().anyMatch(rule -> rule.isOn(policy));
  }

  private static void tell(ResourceGraphDefinition graph, Sort sort, Reporter report) {
    for (SecretFlow flow : graph.flows()) {
      if (flow.sort() == sort) {
        report.fail(flow.at(), flow.message(), Fix.advice(flow.advice()), flow.trail());
      }
    }
  }

  private static void tellUndecided(ResourceGraphDefinition graph, Reporter report) {
    graph.flows().stream()
        .filter(flow -> flow.sort() == Sort.UNDECIDED)
        .forEach(flow -> report.missing(flow.message().text(), flow.at()));
  }
}
