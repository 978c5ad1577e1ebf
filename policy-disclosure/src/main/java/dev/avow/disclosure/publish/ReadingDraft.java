package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Page;
import dev.avow.disclosure.publish.page.Section;
import dev.avow.disclosure.publish.page.Sentence;
import dev.avow.policy.PolicyBuilder;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is being read from a document, and which parts of it were made use of; not thread-safe. */
final class ReadingDraft {

  /** What is longer is no sentence that people write. */
  private static final int LONGEST = 4000;

  private static final int LONGEST_QUOTE = 200;

  private final String source;
  private final Page page;
  private final PolicyBuilder policy;
  private final List<Said> said = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Sentence> settled = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Section, Topic> topics = new HashMap<>();

  ReadingDraft(String source, String project, Page page) {
    this.source = source;
    this.page = page;
    this.policy = SecurityPolicy.named(project);
    for (Section section : page.sections()) {
      topics.put(section, Topic.of(section));
    }
    for (Sentence sentence : page.sentences()) {
      if (sentence.plain().length() <= LONGEST) {
        said.add(Said.of(sentence, topic(sentence.section())));
      } else {
        use(sentence);
        note(Passage.Kind.NOT_UNDERSTOOD, sentence, "is too long for a sentence");
      }
    }
  }

  Page page() {
    return page;
  }

  PolicyBuilder policy() {
    return policy;
  }

  List<Said> said() {
    return said;
  }

  Topic topic(Section section) {
    return topics.getOrDefault(section, Topic.OTHER);
  }

  /** Marks {@code part}, a sentence or a block, as understood. */
  void use(Object part) {
    used.add(part);
  }

  /** Marks {@code sentence} as one that says what it was taken for, and nothing else. */
  void settle(Sentence sentence) {
    use(sentence);
    settled.add(sentence);
  }

  boolean isSettled(Said one) {
    return settled.contains(one.sentence());
  }

  boolean isUsed(Object part) {
    return used.contains(part);
  }

  Location at(int line) {
    return new Location(source, line, 0, line, 0, "");
  }

  Location at(Said one) {
    return at(one.sentence().line());
  }

  void note(Passage.Kind kind, Sentence sentence, String reason) {
    note(kind, sentence.line(), sentence.marked(), reason);
  }

  void note(Passage.Kind kind, int line, String text, String reason) {
    String quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    passages.add(new Passage(kind, at(line), quote, reason));
  }

  void refer(Reference.Kind kind, String target, int line) {
    Reference reference = new Reference(kind, target, at(line));
    boolean known =
        references.stream()
            .anyMatch(other -> other.kind() == kind && other.target().equals(target));
    if (!known) {
      references.add(reference);
    }
  }

  /** Takes what {@code one} says into the policy; what the policy refuses contradicts it. */
  boolean take(Said one, Runnable change) {
    return take(one.sentence().line(), one.sentence().marked(), one.sentence(), change);
  }

  boolean take(int line, String text, Object part, Runnable change) {
    use(part);
    try {
      change.run();
      return true;
    } catch (IllegalArgumentException refused) {
      note(Passage.Kind.CONTRADICTION, line, text, String.valueOf(refused.getMessage()));
      return false;
    }
  }

  PolicyReading done() {
    passages.sort(Comparator.comparing(Passage::at));
    references.sort(Comparator.comparing(Reference::at));
    return new PolicyReading(source, policy.build(), passages, references);
  }
}
