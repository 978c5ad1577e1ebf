package dev.avow.disclosure.publish;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What files of Security Insights 2.x are made of, and where one is made of something else. */
final class InsightsShape {

  /**
   * The objects of the form with their fields and types: {@code !} must be there, {@code []} is a
   * list, {@code [1]} one that is not empty.
   */
  private static final Map<String, Map<String, String>> OBJECTS =
      objects(
          """
          file: header! header, project project, repository repository
          header: schema-version! version, last-updated! date, last-reviewed! date, url! url, \
          comment text, project-si-source url
          contact: name! text, primary! flag, affiliation text, email email, social text
          link: uri! text, comment! text
          license: url! url, expression! text
          assessment: comment! text, name text, evidence url, date date
          attestation: name! text, location! url, predicate-uri! text, comment text
          project: name! text, homepage url, roadmap url, funding url, steward link, \
          administrators! contact[1], repositories! project-repository[1], \
          vulnerability-reporting! reporting, documentation project-documentation
          project-repository: name! text, comment! text, url! url
          project-documentation: design url, detailed-guide url, code-of-conduct url, \
          quickstart-guide url, release-process url, support-policy url, signature-verification url
          reporting: reports-accepted! flag, bug-bounty-available! flag, bug-bounty-program url, \
          contact contact, comment text, policy url, pgp-key text, in-scope text[], \
          out-of-scope text[]
          repository: status! status, url! url, accepts-change-request! flag, \
          accepts-automated-change-request! flag, bug-fixes-only flag, no-third-party-packages flag, \
          core-team! contact[1], license! license, security! posture, \
          documentation repository-documentation, release release
          repository-documentation: contributing-guide url, dependency-management-policy url, \
          governance url, review-policy url, security-policy url
          release: automated-pipeline! flag, distribution-points! link[1], changelog url, \
          license license, attestations attestation[]
          posture: assessments! assessments, champions contact[], tools tool[]
          assessments: self! assessment, third-party assessment[]
          tool: name! text, type! tool-type, version text, comment text, rulesets! text[1], \
          integration! integration, results! results
          integration: adhoc! flag, ci! flag, release! flag
          results: adhoc attestation, ci attestation, release attestation
          """);

  /** What can be wrong. */
  enum Kind {
    MISSING,
    UNKNOWN,
    MALFORMED
  }

  /**
   * Something wrong.
   *
   * @param field where
   * @param kind what
   * @param must what must stand there, as a phrase; empty for what is unknown
   */
  record Mistake(Field field, Kind kind, String must) {}

  private final List<Mistake> mistakes = new ArrayList<>();

  private InsightsShape() {}

  /** Returns all that is wrong with {@code file}, in the order of the form. */
  static List<Mistake> mistakes(Field file) {
    InsightsShape shape = new InsightsShape();
    shape.check(file, "file");
    return List.copyOf(shape.mistakes);
  }

  private static Map<String, Map<String, String>> objects(String text) {
    Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    for (String line : text.strip().split("\n", -1)) {
      String[] parts = line.split(": ", 2);
      Map<String, String> fields = new LinkedHashMap<>();
      for (String field : parts[1].split(",", -1)) {
        String[] words = field.strip().split(" ", 2);
        fields.put(words[0], words[1]);
      }
      objects.put(parts[0], fields);
    }
    return objects;
  }

  private void check(Field field, String type) {
    Map<String, String> fields = OBJECTS.get(type);
    if (fields != null) {
      object(field, fields);
    } else if (type.endsWith("]")) {
      list(field, type.substring(0, type.length() - (type.endsWith("[1]") ? 3 : 2)), type);
    } else if (!InsightsValue.of(type).accepts(field)) {
      mistakes.add(new Mistake(field, Kind.MALFORMED, InsightsValue.of(type).must()));
    }
  }

  private void object(Field field, Map<String, String> fields) {
    if (!field.isMapping()) {
      mistakes.add(new Mistake(field, Kind.MALFORMED, "be a mapping"));
      return;
    }
    fields.forEach(
        (name, type) -> {
          boolean required = name.endsWith("!");
          Field child = field.field(required ? name.substring(0, name.length() - 1) : name);
          if (!child.isAbsent()) {
            check(child, type);
          } else if (required) {
            mistakes.add(new Mistake(child, Kind.MISSING, "be there"));
          }
        });
    for (Field child : field.fields()) {
      if (!fields.containsKey(child.name()) && !fields.containsKey(child.name() + "!")) {
        mistakes.add(new Mistake(child, Kind.UNKNOWN, ""));
      }
    }
  }

  private void list(Field field, String each, String type) {
    if (!field.isList() || (type.endsWith("[1]") && field.items().isEmpty())) {
      String must = type.endsWith("[1]") ? "be a list of one or more" : "be a list";
      mistakes.add(new Mistake(field, Kind.MALFORMED, must));
    }
    field.items().forEach(item -> check(item, each));
  }
}
