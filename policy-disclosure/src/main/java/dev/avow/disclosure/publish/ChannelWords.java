package dev.avow.disclosure.publish;

import java.util.List;

/** The phrases by which it is told where reports go. */
final class ChannelWords {

  static final List<String> REPORTS =
      List.of(
          "report",
          "email",
          "e mail",
          "mail ",
          "contact",
          "send ",
          "submit",
          "write to",
          "disclose",
          "reach out",
          "escalat",
          "get in touch",
          "notify us",
          "use ",
          "open ",
          "file a",
          "create a",
          "submission");

  /** What a project does, or what is for others, is no way to report. */
  static final List<String> ASIDE =
      List.of(
          "subscrib",
          "join ",
          "membership",
          "eligible",
          "we will notify",
          "we actively contact",
          "we will contact",
          "we will publish",
          "will provide early",
          "team will provide",
          "will be published",
          "will be created",
          "will be announced",
          "publishes",
          "publish ",
          "bounty",
          "bounties",
          "upgrad",
          "and not ",
          "advance notice",
          "upstream",
          "announces",
          "coordinates",
          "you must urgently",
          "request participation");

  static final List<String> READING =
      List.of(
          "see ",
          "refer ",
          "review ",
          "read ",
          "definition",
          "documentation",
          "guidance",
          "learn more",
          "more information",
          "principle",
          "meets",
          "listed",
          "instructions",
          "visit ");

  static final List<String> KEYS =
      List.of("pgp", "gpg", "openpgp", "encrypt", "public key", "age key");

  static final List<String> PRIVATE_REPORTS =
      List.of(
          "private vulnerability report", "private security report", "private security advisory");

  static final List<String> REPORTS_ON_HOST =
      List.of(
          "security advisory",
          "security advisories",
          "privately report",
          "report privately",
          "privately via",
          "privately through",
          "report a vulnerability");

  static final List<String> USING =
      List.of(
          "use ",
          "using",
          "open ",
          "via",
          "create",
          "submit",
          "file ",
          "leverages",
          "through",
          "feature",
          "button",
          "github private");

  static final List<String> REACHING =
      List.of("contact ", "contacting", "mail", "send details", "email");

  static final List<String> PERSONS =
      List.of(
          "maintainer",
          "repository owner",
          "project owner",
          "contact details",
          "the author",
          "profile");

  static final List<String> TO_PERSONS =
      List.of(
          "to the maintainer",
          "to the project maintainer",
          "to the repository owner",
          "to the project owner",
          "to the author");

  static final List<String> OTHERS_ACT =
      List.of(
          "maintainer will",
          "maintainers will",
          "one of the maintainers",
          "they contact",
          "we contact",
          "will contact");

  private ChannelWords() {}
}
