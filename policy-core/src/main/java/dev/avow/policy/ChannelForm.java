package dev.avow.policy;

import static dev.avow.policy.document.form.Forms.choice;

import dev.avow.policy.Channel.Kind;
import dev.avow.policy.document.form.Entry;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.ObjectForm;
import dev.avow.policy.document.form.Values;
import dev.avow.policy.document.form.Written;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How a channel is written: its kind and address, or just its kind. */
final class ChannelForm extends ObjectForm<Channel> {

  static final Form<Channel> CHANNEL =
      Forms.located(
          Forms.shortly(
              choice(kinds(), " or a mapping such as email: security@example.org"),
              channel -> channel.address().isEmpty(),
              new ChannelForm()),
          Channel::at);

  private final Entry<Channel> email =
      optional("email", addressed(Terms.MAIL, Channel::email), "A mail address.");
  private final Entry<Channel> privateAdvisory =
      optional(
          Kind.PRIVATE_ADVISORY.label(),
          addressed(Terms.URL, Channel::privateAdvisory),
          "The page on which a private security advisory is opened.");
  private final Entry<Channel> maintainer =
      optional(
          "maintainer",
          addressed(Forms.text(), Channel::maintainer),
          "How the maintainer is reached.");
  private final Entry<Channel> web =
      optional("web", addressed(Terms.URL, Channel::web), "A page with a form.");

  private static Map<String, Channel> kinds() {
    Map<String, Channel> kinds = new LinkedHashMap<>();
    Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.EMAIL && kind != Kind.WEB)
        .forEach(kind -> kinds.put(kind.label(), Channel.of(kind)));
    return kinds;
  }

  private static Form<Channel> addressed(Form<String> address, Function<String, Channel> channel) {
    return Forms.mapped(address, channel, value -> value.address().orElseThrow());
  }

  @Override
  protected Channel build(Values values) {
    return OneOf.the(values, "channel", List.of(email, privateAdvisory, maintainer, web));
  }

  @Override
  protected void show(Channel channel, Written into) {
    into.put(entry(channel.kind()), channel);
  }

  private Entry<Channel> entry(Kind kind) {
    return switch (kind) {
      case EMAIL -> email;
      case PRIVATE_ADVISORY -> privateAdvisory;
      case MAINTAINER -> maintainer;
      case WEB -> web;
      case PUBLIC_ISSUE, PULL_REQUEST ->
          throw new IllegalStateException(kind.label() + " has no address");
    };
  }

  @Override
  public Map<String, Object> schema() {
    return OneOf.schema(super.schema(), List.of(email, privateAdvisory, maintainer, web));
  }
}
