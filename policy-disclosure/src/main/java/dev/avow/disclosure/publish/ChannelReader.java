package dev.avow.disclosure.publish;

import dev.avow.disclosure.publish.page.Block;
import dev.avow.disclosure.publish.page.Link;
import dev.avow.policy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads where reports go, where they must never go, and by which keys they are encrypted. */
final class ChannelReader {

  private final ReadingDraft draft;
  private final List<Found> found = new ArrayList<>();
  private final List<Channel> forbidden = new ArrayList<>();

  /**
   * A channel and where it is named.
   *
   * @param channel the channel
   * @param said the sentence
   */
  private record Found(Channel channel, Said said) {
    int rank() {
      if (said.has("preferred", "preferably") && !said.has("if you prefer")) {
        return 0;
      }
      boolean later =
          said.isAbout(
              "if you do not", "if you have not", "have not received", "been unable", "escalat");
      return later ? 2 : 1;
    }
  }

  private ChannelReader(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    ChannelReader reader = new ChannelReader(draft);
    draft.said().forEach(reader::read);
    draft.page().blocks().forEach(reader::keyBlock);
    reader.finish();
  }

  private void read(Said one) {
    if (draft.isSettled(one)) {
      return;
    }
    if (one.isIn(Topic.COMMENTS)) {
      comments(one);
    }
    if (one.isIn(Topic.COMMENTS, Topic.ADVICE)) {
      return;
    }
    keys(one);
    never(one);
    boolean reports = isAboutReports(one) && !one.isAbout(ChannelWords.ASIDE);
    if (reports) {
      mails(one);
      links(one);
      words(one);
    }
  }

  /** A vulnerability must be in the sentence, or in the heading above it. */
  private static boolean isAboutReports(Said one) {
    boolean topic =
        one.isIn(Topic.REPORTING, Topic.CONTENTS, Topic.RESPONSE, Topic.TIMELINE, Topic.INCIDENT)
            || one.isAbout("vulnerab", "security")
            || (one.topic() == Topic.OTHER && isAboutSecurity(one.sentence().section().title()));
    return topic && one.isAbout(ChannelWords.REPORTS);
  }

  private static boolean isAboutSecurity(String title) {
    return title.toLowerCase(Locale.ROOT).contains("secur");
  }

  private void keys(Said one) {
    if (!one.has(ChannelWords.KEYS)) {
      return;
    }
    for (Link link : one.links()) {
      if (!Addresses.isMail(link.target()) && !Addresses.isManual(link.target())) {
        draft.use(one.sentence());
        draft.refer(Reference.Kind.ENCRYPTION_KEY, link.target(), one.sentence().line());
      }
    }
  }

  private void keyBlock(Block block) {
    boolean key = block.prose().plain().contains("-----BEGIN PGP PUBLIC KEY BLOCK-----");
    if (key) {
      draft.use(block);
      draft.refer(Reference.Kind.ENCRYPTION_KEY, Reference.HERE, block.line());
    }
  }

  private void never(Said one) {
    for (Channel channel : Forbidden.in(one)) {
      draft.use(one.sentence());
      forbid(channel.at(draft.at(one)));
    }
    boolean last = one.has("not use it to report", "not use this address to report");
    if (last && !found.isEmpty()) {
      draft.use(one.sentence());
      forbid(found.remove(found.size() - 1).channel().at(draft.at(one)));
    }
  }

  private void forbid(Channel channel) {
    if (!forbidden.contains(channel)) {
      forbidden.add(channel);
    }
  }

  private void mails(Said one) {
    List<String> mails = new ArrayList<>(Addresses.mails(one.plain()));
    for (Link link : one.links()) {
      Addresses.mailOf(link.target())
          .filter(mail -> Addresses.isMail(link.target()) && !mails.contains(mail))
          .ifPresent(mails::add);
    }
    mails.forEach(mail -> add(one, Channel.email(mail)));
  }

  private void links(Said one) {
    for (Link link : one.links()) {
      String target = link.target().strip();
      boolean page = Addresses.web(target).isPresent() && !Addresses.isManual(target);
      if (Addresses.isAdvisoryForm(target)) {
        add(one, Channel.privateAdvisory(target));
      } else if (page && !one.has(ChannelWords.KEYS)) {
        page(one, target);
      }
    }
  }

  private void page(Said one, String target) {
    if (Addresses.isIssues(target)) {
      issues(one);
    } else if (Addresses.isProfile(target) && one.has("contact", "mail ", "email")) {
      add(one, Channel.maintainer(target));
    } else if (isForm(one) && one.links().stream().noneMatch(ChannelReader::isAdvisoryForm)) {
      add(one, Channel.web(target));
    }
  }

  private static boolean isAdvisoryForm(Link link) {
    return Addresses.isAdvisoryForm(link.target());
  }

  private void issues(Said one) {
    if (one.has("vulnerab", "security") && one.has("report") && Forbidden.in(one).isEmpty()) {
      add(one, Channel.publicIssue());
    }
  }

  private static boolean isForm(Said one) {
    return one.has("report", "submit", "file a", "contact")
        && one.has("to ", "at ", "at :", "via", "use ", "using", "through", "here", "contact")
        && !one.has(ChannelWords.READING);
  }

  private void words(Said one) {
    boolean host = one.has("github", "gitlab", "tab ", "button");
    boolean named =
        one.has(ChannelWords.PRIVATE_REPORTS) || (host && one.has(ChannelWords.REPORTS_ON_HOST));
    boolean form = one.links().stream().anyMatch(ChannelReader::isAdvisoryForm);
    if (named && !form && one.has(ChannelWords.USING)) {
      add(one, Channel.privateAdvisory());
    }
    person(one);
  }

  /** A person without an address is a channel where no address stands beside them. */
  private void person(Said one) {
    boolean address = !Addresses.mails(one.plain()).isEmpty() || !one.links().isEmpty();
    boolean reached =
        (one.has(ChannelWords.REACHING) && one.has(ChannelWords.PERSONS))
            || (one.has("report") && one.has(ChannelWords.TO_PERSONS));
    if (reached && !address && !one.has(ChannelWords.OTHERS_ACT)) {
      add(one, Channel.maintainer());
    }
    boolean issue =
        one.has(
            "create an issue",
            "creating a new issue",
            "creating an issue",
            "open an issue",
            "opening an issue");
    boolean report = one.has("report") && one.has("vulnerab");
    if (issue && report && Forbidden.in(one).isEmpty()) {
      add(one, Channel.publicIssue());
    }
  }

  private void add(Said one, Channel channel) {
    draft.use(one.sentence());
    if (found.stream().noneMatch(known -> known.channel().equals(channel))) {
      found.add(new Found(channel.at(draft.at(one)), one));
    }
  }

  private void comments(Said one) {
    int pull = one.words().first("pull request", 0, one.words().size());
    int issue = one.words().first("issue", 0, one.words().size());
    List<Channel> open = new ArrayList<>();
    if (pull >= 0) {
      open.add(Channel.pullRequest());
    }
    if (issue >= 0) {
      open.add(issue < pull ? 0 : open.size(), Channel.publicIssue());
    }
    Addresses.mails(one.plain()).forEach(mail -> open.add(Channel.email(mail)));
    for (Channel channel : open) {
      draft.take(one, () -> draft.policy().commentsTo(channel.at(draft.at(one))));
    }
  }

  /** An advisory without an address says less than one with it. */
  private void finish() {
    boolean addressed =
        found.stream()
            .anyMatch(
                one ->
                    one.channel().kind() == Channel.Kind.PRIVATE_ADVISORY
                        && one.channel().address().isPresent());
    found.removeIf(one -> addressed && one.channel().equals(Channel.privateAdvisory()));
    found.removeIf(
        one ->
            forbidden.stream()
                .anyMatch(
                    other ->
                        other.equals(one.channel()) && one.channel().kind() == Channel.Kind.EMAIL));
    for (Channel channel : forbidden) {
      draft.policy().neverTo(channel);
    }
    for (int rank = 0; rank <= 2; rank++) {
      for (Found one : found) {
        if (one.rank() == rank) {
          draft.take(one.said(), () -> draft.policy().reportTo(one.channel()));
        }
      }
    }
  }
}
