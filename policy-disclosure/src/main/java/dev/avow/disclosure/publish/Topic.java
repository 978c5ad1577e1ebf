package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Section;
import dev.avow.disclosure.publish.words.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a section is about, as its heading says. */
enum Topic {
  COMMENTS,
  VERSIONS,
  OUT_OF_SCOPE,
  SCOPE,
  CONTENTS,
  RESPONSE,
  TIMELINE,
  ANNOUNCEMENTS,
  INCIDENT,
  ADVICE,
  REPORTING,
  OTHER;

  /** What stands first wins. */
  private static final List<Map.Entry<Topic, List<String>>> HEADINGS =
      List.of(
          Map.entry(
              COMMENTS,
              List.of(
                  "comments on",
                  "suggesting changes",
                  "suggestion",
                  "feedback on",
                  "improving this")),
          Map.entry(
              VERSIONS,
              List.of(
                  "supported version",
                  "supported release",
                  "unsupported",
                  "version",
                  "release status",
                  "maintained",
                  "maintenance",
                  "support policy",
                  "support status",
                  "supported branch",
                  "supported",
                  "end of life",
                  "support ")),
          Map.entry(
              OUT_OF_SCOPE,
              List.of(
                  "out of scope", "non vulnerabilit", "not in scope", "exclusion", "not covered")),
          Map.entry(SCOPE, List.of("scope")),
          Map.entry(
              CONTENTS,
              List.of(
                  "what to include", "include", "report content", "information to", "contents of")),
          Map.entry(
              RESPONSE,
              List.of(
                  "response time",
                  "response timeline",
                  "response",
                  "what to expect",
                  "service level",
                  "our commitment")),
          Map.entry(TIMELINE, List.of("timeline")),
          Map.entry(
              ANNOUNCEMENTS,
              List.of(
                  "security update",
                  "announcement",
                  "security notice",
                  "notification",
                  "staying informed")),
          Map.entry(
              ADVICE,
              List.of(
                  "consideration",
                  "practice",
                  "hardening",
                  "measure",
                  "security check",
                  "recommend",
                  "guideline",
                  "dependency",
                  "dependencies",
                  "supply chain",
                  "advice",
                  "for users")),
          Map.entry(
              REPORTING,
              List.of("report", "disclos", "contact", "vulnerabilit", "security address")));

  static Topic of(Section section) {
    Topic own = own(section.title());
    Topic above = section.parent().map(Topic::of).orElse(OTHER);
    return own == OTHER || above == ADVICE ? above : own;
  }

  private static Topic own(String title) {
    Wording words = Wording.of(title);
    if (words.has("incident response")) {
      return INCIDENT;
    }
    if (words.has("compliance")) {
      return OTHER;
    }
    Optional<Map.Entry<Topic, List<String>>> heading =
        HEADINGS.stream().filter(entry -> words.has(entry.getValue())).findFirst();
    return heading.map(Map.Entry::getKey).orElse(OTHER);
  }
}
