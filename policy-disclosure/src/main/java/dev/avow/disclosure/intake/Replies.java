package dev.avow.disclosure.intake;

import static dev.avow.policy.version.ask.Missing.Kind.IDENTITY;

import dev.avow.disclosure.intake.Reply.Kind;
import dev.avow.policy.Channel;
import dev.avow.policy.Reporting;
import dev.avow.policy.ScopeItem.Redirect;
import dev.avow.policy.version.Support;
import dev.avow.policy.version.SupportAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what to answer to whoever sent a report. */
final class Replies {

  private final Reporting reporting;
  private final VulnerabilityReport report;
  private final IntakeView view;
  private final List<Reply> replies = new ArrayList<>();

  Replies(Reporting reporting, VulnerabilityReport report, IntakeView view) {
    this.reporting = reporting;
    this.report = report;
    this.view = view;
  }

  List<Reply> all() {
    if (report.isComment()) {
      comment();
    } else if (view.channel() == ChannelAnswer.FORBIDDEN) {
      // in public nothing else is said
      say(
          Kind.MOVE_TO_PRIVATE,
          "Thank you for looking into this. Please do not discuss it here, as everybody can read"
              + " along; send it to us in private instead: %s. We will hide what was posted."
                  .formatted(show(reporting.channels())));
    } else {
      report();
    }
    return replies;
  }

  private void comment() {
    if (view.channel() == ChannelAnswer.NOT_LISTED) {
      say(
          Kind.COMMENT_ELSEWHERE,
          "Thank you for your comment on our security policy. We discuss it elsewhere: %s."
              .formatted(show(reporting.comments())));
    } else {
      say(
          Kind.COMMENT_WELCOME,
          "Thank you for your comment on our security policy; we will discuss it here. Please"
              + " report vulnerabilities elsewhere: %s.".formatted(show(reporting.channels())));
    }
  }

  private void report() {
    say(Kind.RECEIVED, "Thank you for your report, which we keep as %s.".formatted(report.id()));
    if (view.channel() == ChannelAnswer.NOT_LISTED) {
      say(
          Kind.USE_A_LISTED_CHANNEL,
          "Please send further messages to where we look for them: %s."
              .formatted(show(reporting.channels())));
    }
    scope();
    if (!view.isOut()) {
      contents();
      version();
    }
  }

  private void scope() {
    if (report.component().isEmpty()) {
      say(Kind.ASK_FOR_COMPONENT, "Please tell us which component your report is about.");
      return;
    }
    Optional<Redirect> redirect = view.scope().redirect();
    if (redirect.filter(Redirect.THEIR_MAINTAINERS::equals).isPresent() && !isUndecided()) {
      forward(report.component().get());
    } else if (view.isOut()) {
      String who = redirect.isPresent() ? " It is for whoever uses our software to mend." : "";
      say(
          Kind.NOT_COVERED,
          "Our security policy does not cover what your report is about: %s.%s"
              .formatted(view.scope().items().get(0).text(), who));
    }
  }

  private boolean isUndecided() {
    return view.scope().verdict() == ScopeAnswer.Verdict.UNDECIDED;
  }

  private void forward(String component) {
    String ours = view.isOut() ? "" : " As we ship it, we will also update it in our own releases.";
    say(
        Kind.FORWARD_TO_MAINTAINER,
        ("Your report is about %s, which others maintain. Please report it to them in private as"
                + " well, or tell us if we may forward it.%s")
            .formatted(component, ours));
  }

  private void contents() {
    if (!view.missing().isEmpty()) {
      String list =
          view.missing().stream().map(lack -> "\n- " + lack.text()).collect(Collectors.joining());
      say(Kind.ASK_FOR_CONTENTS, "To judge your report we need more. Please send us:" + list);
    }
  }

  private void version() {
    SupportAnswer answer = view.support();
    if (answer == null) {
      say(Kind.ASK_FOR_VERSION, "Please tell us which version you found this in.");
      return;
    }
    String version = report.version().orElseThrow();
    if (answer.missing().filter(lack -> lack.kind() == IDENTITY).isPresent()) {
      say(
          Kind.ASK_FOR_VERSION,
          "Please tell us which release you found this in: %s can be any.".formatted(version));
    } else {
      support(answer.support(), version);
    }
  }

  private void support(Support support, String version) {
    if (support == Support.UNSUPPORTED) {
      say(
          Kind.VERSION_NOT_SUPPORTED,
          ("Version %s gets no security fixes any more. Please tell us whether a supported version"
                  + " has the vulnerability as well.")
              .formatted(version));
    } else if (support == Support.BEST_EFFORT) {
      say(
          Kind.VERSION_NOT_SUPPORTED,
          "Version %s gets security fixes only where they can be backported.".formatted(version));
    }
  }

  private static String show(List<Channel> channels) {
    return channels.isEmpty()
        ? "ask a maintainer how"
        : channels.stream().map(Channel::toString).collect(Collectors.joining(" or "));
  }

  private void say(Kind kind, String text) {
    replies.add(new Reply(kind, text));
  }
}
