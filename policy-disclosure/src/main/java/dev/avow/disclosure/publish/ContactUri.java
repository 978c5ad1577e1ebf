package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Channels as URIs, and back. */
final class ContactUri {

  private static final String MAILTO = "mailto";
  private static final String ADVISORIES = "/security/advisories";

  private ContactUri() {}

  /** Returns {@code text} as a URI with a scheme; nothing if it is none, or has other letters. */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plain = uri.toASCIIString().equals(text);
      return uri.isAbsolute() && plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  /** Returns whether {@code uri} has the scheme {@code scheme}. */
  static boolean is(URI uri, String scheme) {
    return scheme.equalsIgnoreCase(uri.getScheme());
  }

  /** Returns the URI by which {@code channel} is told; nothing if it has none to be told. */
  static Optional<String> of(Channel channel) {
    return channel
        .address()
        .flatMap(
            address ->
                switch (channel.kind()) {
                  case EMAIL -> Optional.of(mailto(address));
                  case PRIVATE_ADVISORY, WEB -> page(address);
                  case MAINTAINER -> page(address).or(() -> person(address));
                  case PUBLIC_ISSUE, PULL_REQUEST -> Optional.empty();
                });
  }

  private static Optional<String> page(String address) {
    return parse(address)
        .filter(uri -> is(uri, "https") && uri.getHost() != null)
        .map(URI::toString);
  }

  private static Optional<String> person(String address) {
    Optional<String> uri =
        parse(address).filter(known -> is(known, "tel") || is(known, MAILTO)).map(URI::toString);
    return uri.or(() -> mail(address).flatMap(Channel::address).map(ContactUri::mailto));
  }

  private static String mailto(String address) {
    try {
      return new URI(MAILTO, address, null).toASCIIString().replace("?", "%3F").replace("&", "%26");
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(
          "mail address must fit into a URI but was " + address, impossible);
    }
  }

  /** Returns the channels that {@code contact} tells; several if it is a mail to several people. */
  static List<Channel> channels(SecurityTxt.Field contact) {
    Optional<URI> uri = parse(contact.value());
    if (uri.isEmpty()) {
      return List.of();
    }
    List<Channel> channels = is(uri.get(), MAILTO) ? mails(uri.get()) : List.of(other(uri.get()));
    return channels.stream().map(channel -> channel.at(contact.at())).toList();
  }

  private static Channel other(URI uri) {
    boolean page = (is(uri, "https") || is(uri, "http")) && uri.getHost() != null;
    if (!page) {
      return Channel.maintainer(uri.toString());
    }
    String path = Optional.ofNullable(uri.getPath()).orElse("").toLowerCase(Locale.ROOT);
    boolean advisory = path.endsWith(ADVISORIES) || path.endsWith(ADVISORIES + "/new");
    return advisory ? Channel.privateAdvisory(uri.toString()) : Channel.web(uri.toString());
  }

  private static List<Channel> mails(URI uri) {
    String to = uri.getSchemeSpecificPart();
    int query = uri.getRawSchemeSpecificPart().indexOf('?');
    if (query >= 0) {
      to =
          parse(MAILTO + ":" + uri.getRawSchemeSpecificPart().substring(0, query))
              .map(URI::getSchemeSpecificPart)
              .orElse("");
    }
    List<Channel> mails = new ArrayList<>();
    for (String address : to.split(",", -1)) {
      mail(address.strip()).ifPresent(mails::add);
    }
    return mails;
  }

  private static Optional<Channel> mail(String address) {
    try {
      return Optional.of(Channel.email(address));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
