package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a channel is written in a list, and read from such a list again. */
final class WrittenChannel {

  /** With these words a list of channels begins. */
  static final String INTRO = "in one of these ways:";

  private static final String EMAIL = "Email: ";
  private static final String ADVISORY = "Open a private security advisory";
  private static final String MAINTAINER = "Contact the maintainer";
  private static final String WEB = "Use the form at ";
  private static final String ISSUE = "Open a public issue";
  private static final String PULL_REQUEST = "Open a pull request";

  private WrittenChannel() {}

  static String write(Channel channel) {
    String address = channel.address().map(Texts::line).orElse("");
    return switch (channel.kind()) {
      case EMAIL -> EMAIL + address;
      case PRIVATE_ADVISORY -> address.isEmpty() ? ADVISORY : ADVISORY + ": " + address;
      case MAINTAINER -> address.isEmpty() ? MAINTAINER : MAINTAINER + ": " + address;
      case WEB -> WEB + address;
      case PUBLIC_ISSUE -> ISSUE;
      case PULL_REQUEST -> PULL_REQUEST;
    };
  }

  /** Returns the channel that an item names; nothing if it is in no such list. */
  static Optional<Channel> read(Said one) {
    String intro = one.sentence().block().intro().map(block -> block.prose().plain()).orElse("");
    if (!one.isItem() || !intro.strip().endsWith(INTRO)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(channel(one.sentence().block().prose().marked()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static @Nullable Channel channel(String text) {
    return switch (text) {
      case ADVISORY -> Channel.privateAdvisory();
      case MAINTAINER -> Channel.maintainer();
      case ISSUE -> Channel.publicIssue();
      case PULL_REQUEST -> Channel.pullRequest();
      default -> addressed(text);
    };
  }

  private static @Nullable Channel addressed(String text) {
    if (text.startsWith(EMAIL)) {
      return Channel.email(text.substring(EMAIL.length()));
    }
    if (text.startsWith(ADVISORY + ": ")) {
      return Channel.privateAdvisory(text.substring(ADVISORY.length() + 2));
    }
    if (text.startsWith(MAINTAINER + ": ")) {
      return Channel.maintainer(text.substring(MAINTAINER.length() + 2));
    }
    return text.startsWith(WEB) ? Channel.web(text.substring(WEB.length())) : null;
  }
}
