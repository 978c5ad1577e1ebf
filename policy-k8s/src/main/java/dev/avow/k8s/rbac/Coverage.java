package dev.avow.k8s.rbac;

import dev.avow.policy.finding.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of several requests somebody may make.
 *
 * @param answers the answer to each request, in the order of asking
 */
public record Coverage(Map<Request, Access> answers) {

  /** Creates a coverage; the map is copied. */
  public Coverage {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  static Coverage of(AccessModel model, Principal who, Collection<Request> requests) {
    Map<Request, Access> answers = new LinkedHashMap<>();
    requests.forEach(request -> answers.put(request, model.may(who, request)));
    return new Coverage(answers);
  }

  /** Returns the requests that are certainly not allowed. */
  public List<Request> uncovered() {
    return answered(Access.NotGranted.class);
  }

  /** Returns the requests of which it is not known. */
  public List<Request> unknown() {
    return answered(Access.Unknown.class);
  }

  private List<Request> answered(Class<? extends Access> answer) {
    return answers.entrySet().stream()
        .filter(each -> answer.isInstance(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns FAIL where a request is not covered, INCONCLUSIVE where one is unknown, NOT_APPLICABLE
   * where nothing was asked, else PASS.
   */
  public Verdict verdict() {
    if (answers.isEmpty()) {
      return Verdict.NOT_APPLICABLE;
    }
    if (!uncovered().isEmpty()) {
      return Verdict.FAIL;
    }
    return unknown().isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
  }

  /** Returns the verdict, and what is not covered. */
  @Override
  public String toString() {
    return verdict()
        + uncovered().stream().map(Request::toString).collect(Collectors.joining(", ", " [", "]"));
  }
}
