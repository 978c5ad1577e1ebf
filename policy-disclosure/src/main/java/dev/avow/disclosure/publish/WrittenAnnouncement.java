package dev.avow.disclosure.publish;

import dev.avow.policy.Announcement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a place of announcements is written in a list, and read from such a list again. */
final class WrittenAnnouncement {

  /** With these words a list of places begins. */
  static final String INTRO = "Security updates are announced:";

  private static final String ADVISORIES = "In the GitHub Security Advisories of this project";
  private static final String NOTES = "In release notes, marked as ";
  private static final String CHAT = "In the chat at ";
  private static final String NPM = "In an npm advisory";
  private static final String LIST = "On the mailing list ";
  private static final String PAGE = "On the page ";
  private static final String CONDITIONAL = " (if applicable)";

  private WrittenAnnouncement() {}

  static String write(Announcement place) {
    String address = place.address().map(Texts::line).orElse("");
    String text =
        switch (place.medium()) {
          case GITHUB_ADVISORIES -> ADVISORIES;
          case RELEASE_NOTES -> NOTES + Texts.line(place.marker().orElse(""));
          case CHAT -> CHAT + address;
          case NPM_ADVISORY -> NPM;
          case MAILING_LIST -> LIST + address;
          case WEB -> PAGE + address;
        };
    return place.isConditional() ? text + CONDITIONAL : text;
  }

  /** Returns the place that an item names; nothing if it is in no such list. */
  static Optional<Announcement> read(Said one) {
    String intro = one.sentence().block().intro().map(block -> block.prose().plain()).orElse("");
    if (!one.isItem() || !intro.strip().equals(INTRO)) {
      return Optional.empty();
    }
    String text = one.sentence().block().prose().marked();
    boolean conditional = text.endsWith(CONDITIONAL);
    String rest = conditional ? text.substring(0, text.length() - CONDITIONAL.length()) : text;
    try {
      return Optional.ofNullable(place(rest)).map(at -> conditional ? at.ifApplicable() : at);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static @Nullable Announcement place(String text) {
    if (text.equals(ADVISORIES)) {
      return Announcement.githubAdvisories();
    }
    if (text.equals(NPM)) {
      return Announcement.npmAdvisory();
    }
    if (text.startsWith(NOTES)) {
      return Announcement.releaseNotes(text.substring(NOTES.length()));
    }
    if (text.startsWith(CHAT)) {
      return Announcement.chat(text.substring(CHAT.length()));
    }
    if (text.startsWith(LIST)) {
      return Announcement.mailingList(text.substring(LIST.length()));
    }
    return text.startsWith(PAGE) ? Announcement.web(text.substring(PAGE.length())) : null;
  }
}
