package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;
import static dev.avow.policy.document.form.Forms.flag;
import static dev.avow.policy.document.form.Forms.text;

import dev.avow.policy.Announcement.Medium;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How it is written where security updates are announced; shortly as the medium alone. */
final class AnnouncementForm extends ObjectForm<Announcement> {

  private static final Map<String, Announcement> BRIEF = brief();

  static final Form<Announcement> ANNOUNCEMENT =
      Forms.located(
          Forms.shortly(
              choice(BRIEF, " or a mapping such as in: chat"),
              BRIEF::containsValue,
              new AnnouncementForm()),
          Announcement::at);

  private final Entry<Medium> in =
      required("in", choice(Medium.values()), "Where it is announced.");
  private final Entry<String> id =
      optional("id", Terms.ID, "Its name; that of the medium, unless said.");
  private final Entry<String> url = optional("url", Terms.URL, "The web address of chat or page.");
  private final Entry<String> email =
      optional("email", Terms.MAIL, "The address of the mailing list.");
  private final Entry<String> marker =
      optional("marker", text(), "What marks a security fix in release notes.");
  private final Entry<Boolean> ifApplicable =
      optional("if-applicable", flag(), "Whether it is announced there only where that applies.");

  private static Map<String, Announcement> brief() {
    Map<String, Announcement> brief = new LinkedHashMap<>();
    Stream.of(Announcement.githubAdvisories(), Announcement.npmAdvisory())
        .forEach(announcement -> brief.put(announcement.id(), announcement));
    return brief;
  }

  @Override
  protected Announcement build(Values values) {
    Medium medium = values.get(in);
    for (Entry<String> entry : List.of(url, email, marker)) {
      requireFit(medium, entry, values);
    }
    Announcement announcement =
        Announcement.in(
            medium,
            values.find(url).or(() -> values.find(email)).orElse(null),
            values.find(marker).orElse(null));
    announcement = values.change(announcement, id, Announcement::called);
    return values.or(ifApplicable, false) ? announcement.ifApplicable() : announcement;
  }

  private void requireFit(Medium medium, Entry<String> entry, Values values) {
    boolean fits = entry.equals(detail(medium).orElse(null));
    if (fits != values.isWritten(entry)) {
      throw new IllegalArgumentException(
          "%s in %s must %s but is %s"
              .formatted(
                  entry.name(),
                  medium.label(),
                  fits ? "be set" : "be left out",
                  fits ? "not" : "set"));
    }
  }

  private Optional<Entry<String>> detail(Medium medium) {
    return switch (medium) {
      case CHAT, WEB -> Optional.of(url);
      case MAILING_LIST -> Optional.of(email);
      case RELEASE_NOTES -> Optional.of(marker);
      case GITHUB_ADVISORIES, NPM_ADVISORY -> Optional.empty();
    };
  }

  @Override
  protected void show(Announcement announcement, Written into) {
    into.put(in, announcement.medium())
        .putUnless(id, announcement.id(), announcement.medium().label())
        .put(announcement.medium() == Medium.MAILING_LIST ? email : url, announcement.address())
        .put(marker, announcement.marker())
        .putUnless(ifApplicable, announcement.isConditional(), false);
  }
}
