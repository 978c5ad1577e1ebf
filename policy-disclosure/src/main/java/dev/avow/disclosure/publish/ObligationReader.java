package dev.avow.disclosure.publish;

import dev.avow.policy.Obligation;
import dev.avow.policy.commitment.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what users are owed for every confirmed vulnerability. */
final class ObligationReader {

  /** With these words a list of what is owed begins. */
  static final String INTRO = "For every confirmed vulnerability, this is what happens:";

  private static final String CONDITIONAL = " (if applicable)";

  private final ReadingDraft draft;

  private ObligationReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    ObligationReader reader = new ObligationReader(draft);
    draft.said().stream().filter(one -> one.isIn(Topic.INCIDENT)).forEach(reader::read);
  }

  static String write(Obligation obligation) {
    String text = Texts.words(obligation.milestone().name());
    return obligation.conditional() ? text + CONDITIONAL : text;
  }

  /** Returns what an item of a written list says is owed; nothing if it is in no such list. */
  static Optional<Obligation> written(Said one) {
    String intro = one.sentence().block().intro().map(block -> block.prose().plain()).orElse("");
    if (!one.isItem() || !intro.strip().equals(INTRO)) {
      return Optional.empty();
    }
    String text = one.sentence().block().prose().marked();
    boolean conditional = text.endsWith(CONDITIONAL);
    String name =
        (conditional ? text.substring(0, text.length() - CONDITIONAL.length()) : text)
            .toLowerCase(Locale.ROOT)
            .replace(' ', '-');
    return Milestone.isValid(name)
        ? Optional.of(maybe(Milestone.of(name), conditional))
        : Optional.empty();
  }

  private void read(Said one) {
    if (one.words().begins("for confirmed", "for each confirmed", "for every confirmed")) {
      draft.use(one.sentence());
    }
    for (Obligation obligation : obligations(one)) {
      draft.take(
          one,
          () -> {
            if (draft.policy().build().incidentResponse().stream().noneMatch(obligation::equals)) {
              draft.policy().onIncident(obligation.at(draft.at(one)));
            }
          });
    }
  }

  private static List<Obligation> obligations(Said one) {
    List<Obligation> owed = new ArrayList<>();
    boolean conditional =
        one.has("if applicable", "where applicable", "when applicable", "if needed");
    if (one.has("advisory", "advisories")) {
      owed.add(Obligation.to(Milestone.ADVISORY_PUBLISHED));
    }
    if (one.has("cve ")) {
      owed.add(maybe(Milestone.CVE_ASSIGNED, conditional));
    }
    if (one.has(
        "patched version",
        "release a patch",
        "release a fix",
        "fixed version",
        "release of a fix")) {
      owed.add(maybe(Milestone.FIX_RELEASED, conditional && owed.isEmpty()));
    }
    if (one.has("mitigation", "workaround")) {
      owed.add(maybe(Milestone.MITIGATION_PUBLISHED, conditional && owed.isEmpty()));
    }
    return owed;
  }

  private static Obligation maybe(Milestone milestone, boolean conditional) {
    Obligation obligation = Obligation.to(milestone);
    return conditional ? obligation.ifApplicable() : obligation;
  }
}
