package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Link;
import dev.avow.policy.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where security updates are announced. */
final class AnnouncementReader {

  private final ReadingDraft draft;

  private AnnouncementReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    AnnouncementReader reader = new AnnouncementReader(draft);
    draft.said().stream().filter(one -> one.isIn(Topic.ANNOUNCEMENTS)).forEach(reader::read);
  }

  private void read(Said one) {
    if (one.plain().strip().endsWith(":")) {
      draft.use(one.sentence());
      return;
    }
    boolean conditional = one.has("if applicable", "where applicable", "when applicable");
    for (Announcement place : places(one)) {
      Announcement stated = (conditional ? place.ifApplicable() : place).at(draft.at(one));
      draft.take(one, () -> add(stated));
    }
  }

  private void add(Announcement stated) {
    List<Announcement> known = draft.policy().build().announcements();
    if (known.contains(stated)) {
      return;
    }
    String id = stated.medium().label();
    int number = 2;
    String name = id;
    while (isGiven(known, name)) {
      name = id + "-" + number++;
    }
    draft.policy().announceIn(name.equals(id) ? stated : stated.called(name));
  }

  private static boolean isGiven(List<Announcement> known, String id) {
    return known.stream().anyMatch(other -> other.id().equals(id));
  }

  private List<Announcement> places(Said one) {
    List<Announcement> places = new ArrayList<>();
    if (one.has("npm advisory", "npm advisories")) {
      places.add(Announcement.npmAdvisory());
    } else if (one.has("security advisor", "github advisor") && one.has("github")) {
      places.add(Announcement.githubAdvisories());
    } else if (one.has("release note", "release announcement", "changelog")) {
      marker(one).map(Announcement::releaseNotes).ifPresent(places::add);
    } else {
      addresses(one, places);
    }
    return places;
  }

  /** What marks a fix stands in code or quotes; "marking of security fixes" is marked as such. */
  private static Optional<String> marker(Said one) {
    String marked = one.sentence().marked();
    for (char quote : new char[] {'`', '"'}) {
      int open = marked.indexOf(quote);
      int close = marked.indexOf(quote, open + 1);
      if (open >= 0 && close > open + 1) {
        return Optional.of(marked.substring(open + 1, close));
      }
    }
    return one.has(
            "marking of security",
            "marked as security",
            "labelled as security",
            "labeled as security")
        ? Optional.of("Security")
        : Optional.empty();
  }

  private static void addresses(Said one, List<Announcement> places) {
    boolean subscription = one.has("subscrib");
    if (!subscription) {
      Addresses.mails(one.plain()).forEach(mail -> places.add(Announcement.mailingList(mail)));
    }
    for (Link link : one.links()) {
      if (Addresses.web(link.target()).isPresent() && places.isEmpty()) {
        boolean chat =
            one.has("discord", "slack", "matrix", "chat", "gitter", "zulip", "irc ", "telegram");
        places.add(chat ? Announcement.chat(link.target()) : Announcement.web(link.target()));
      }
    }
  }
}
