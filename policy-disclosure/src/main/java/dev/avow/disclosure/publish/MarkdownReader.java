package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Page;
import dev.avow.disclosure.publish.page.Section;
import dev.avow.policy.finding.Location;
import java.util.List;
import java.util.Locale;

/** Puts the readers of the parts together. */
final class MarkdownReader {

  /** What is longer is no policy; many of the longest real ones fit a hundred times. */
  private static final int LONGEST = 4_000_000;

  /** No character needs more than four bytes. */
  static final long MOST_BYTES = 4L * LONGEST;

  private static final List<String> NAMES = List.of("security policy of ", "security policy for ");

  private MarkdownReader() {}

  static PolicyReading read(String source, String text) {
    if (text.length() > LONGEST) {
      throw tooLong(source, text.length() + " characters");
    }
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (isPath(body)) {
      return pointer(source, body.strip());
    }
    Page page = page(source, body);
    ReadingDraft draft = new ReadingDraft(source, name(page, source), page);
    WrittenLists.read(draft);
    TimelineReader.read(draft);
    ContentsReader.read(draft);
    ScopeReader.read(draft);
    AdviceReader.read(draft);
    boolean table = VersionTables.read(draft);
    VersionProse.read(draft, table);
    ChannelReader.read(draft);
    AnnouncementReader.read(draft);
    ObligationReader.read(draft);
    CommitmentReader.read(draft);
    Leftovers.read(draft);
    return draft.done();
  }

  /** The parser gives up on tables that say the same cell a million times over. */
  private static Page page(String source, String text) {
    try {
      return Page.parse(text);
    } catch (IllegalArgumentException tooMany) {
      throw new PaperException(
          Location.in(source), "a document must have a million cells at most", "has more");
    }
  }

  static PaperException tooLong(String source, String length) {
    return new PaperException(
        Location.in(source), "a document must have 4000000 characters at most", "has " + length);
  }

  /** A symbolic link that was not followed is a file that holds a path and nothing else. */
  private static boolean isPath(String text) {
    String path = text.strip();
    return !path.isEmpty()
        && path.length() < 200
        && path.lines().count() == 1
        && path.chars().noneMatch(c -> c <= ' ' || c == ':' || c == '@')
        && path.toLowerCase(Locale.ROOT)
            .matches("[\\w./-]+\\.(md|markdown|rst|txt|adoc)|(\\.\\.?/)[\\w./-]+");
  }

  private static PolicyReading pointer(String source, String path) {
    ReadingDraft draft = new ReadingDraft(source, source, Page.parse(""));
    draft.refer(Reference.Kind.POLICY, path, 1);
    return draft.done();
  }

  /** The name stands in the title, if anywhere. */
  private static String name(Page page, String source) {
    for (Section section : page.sections()) {
      String lower = section.title().toLowerCase(Locale.ROOT);
      for (String before : NAMES) {
        if (lower.startsWith(before) && lower.length() > before.length()) {
          return section.title().substring(before.length()).strip();
        }
      }
    }
    return source;
  }
}
