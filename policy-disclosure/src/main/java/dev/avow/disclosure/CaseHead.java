package dev.avow.disclosure;

import dev.avow.policy.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case beside its facts.
 *
 * @param id its name
 * @param title its title
 * @param mark how far it may be told, if that was said
 * @param severity a first idea of its severity
 * @param component what it is about
 * @param channel how the report came in
 */
record CaseHead(
    String id,
    @Nullable String title,
    @Nullable Tlp mark,
    Severity severity,
    @Nullable String component,
    @Nullable String channel) {

  static CaseHead of(String id) {
    return new CaseHead(id, null, null, Severity.UNKNOWN, null, null);
  }

  CaseHead title(@Nullable String other) {
    return new CaseHead(id, other, mark, severity, component, channel);
  }

  CaseHead marked(Tlp other) {
    return new CaseHead(id, title, other, severity, component, channel);
  }

  CaseHead severity(Severity other) {
    return new CaseHead(id, title, mark, other, component, channel);
  }

  CaseHead component(@Nullable String other) {
    return new CaseHead(id, title, mark, severity, other, channel);
  }

  CaseHead channel(@Nullable String other) {
    return new CaseHead(id, title, mark, severity, component, other);
  }

  /** Returns what everybody may know. */
  CaseHead withheld() {
    return title(null).component(null).channel(null);
  }

  /** Returns its name only: the title is nothing for messages. */
  @Override
  public String toString() {
    return id;
  }
}
