package dev.avow.k8s.kro;

import dev.avow.k8s.kro.SecretFlow.Sort;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Message;
import java.util.List;

/** Says what a flow means, and what to do instead. */
final class Wording {

  /** More are counted, not named. */
  private static final int MOST_SOURCES = 5;

  private Wording() {}

  static Message message(Sort sort, List<String> sources, Field at, String right) {
    String template =
        switch (sort) {
          case SECRET_IN_THE_OPEN ->
              "{source} comes out at {path}: whoever may {right} can read it, without a right to"
                  + " Secrets";
          case SECRET_IN_CUSTOM_RESOURCE ->
              "{source} is given to a custom resource at {path}: whoever may {right} can read it,"
                  + " without a right to Secrets";
          case NAMED_CREDENTIAL_IN_THE_OPEN ->
              "{source}, a credential by its name, comes out at {path}: whoever may {right} can"
                  + " read it";
          case SECRET_IN_OTHER_NAMESPACE ->
              "{source} is copied at {path} into a Secret of a namespace that may be another:"
                  + " whoever may {right} there can read it";
          case FINGERPRINT ->
              "{source} leaves a trace at {path}: whoever may {right} can tell when it changes and"
                  + " try guesses";
          case CREDENTIAL_WRITTEN_OUT ->
              "a credential is written out at {path}: whoever may {right} can read it";
          case CREDENTIAL_IN_LISTING ->
              "{source}, a credential by its name, is a column: whoever may {right} sees it in"
                  + " every listing";
          case UNDECIDED -> "{source}";
        };
    return Message.of(
        template,
        mark ->
            switch (mark) {
              case "source" -> list(sources);
              case "path" -> at.path();
              default -> right;
            });
  }

  private static String list(List<String> sources) {
    int more = sources.size() - MOST_SOURCES;
    return more <= 0
        ? String.join(", ", sources)
        : String.join(", ", sources.subList(0, MOST_SOURCES)) + " and " + more + " more";
  }

  static String advice(Sort sort, Source source, Sink sink) {
    return switch (sort) {
      case SECRET_IN_OTHER_NAMESPACE ->
          "Let an ExternalSecret make the Secret in the namespace where it is needed";
      case FINGERPRINT -> "Derive it from the Secret's metadata.resourceVersion instead";
      case NAMED_CREDENTIAL_IN_THE_OPEN ->
          "Take the name of a Secret as input in place of " + source.name() + ", and refer to that";
      default -> inPlaceOf(source, sink);
    };
  }

  private static String inPlaceOf(Source source, Sink sink) {
    GraphResource secret = source.secret();
    String name = secret == null ? "the Secret" : "${" + secret.id() + ".metadata.name}";
    if (isValueOfVariable(sink)) {
      return "Set valueFrom.secretKeyRef with the name " + name + " in place of the value";
    }
    return sink.names().contains("command") || sink.names().contains("args")
        ? "Give it to the container as a variable by secretKeyRef, and name that as $(VARIABLE)"
        : "Refer to the Secret by its name, " + name + ", or let an ExternalSecret bring the value";
  }

  private static boolean isValueOfVariable(Sink sink) {
    int size = sink.names().size();
    return size > 2
        && sink.names().get(size - 1).equals("value")
        && sink.names().get(size - 3).equals("env");
  }
}
