package dev.avow.k8s.storage;

import static dev.avow.policy.finding.Verdict.FAIL;
import static dev.avow.policy.finding.Verdict.INCONCLUSIVE;
import static dev.avow.policy.finding.Verdict.NOT_APPLICABLE;

import dev.avow.policy.finding.Message;
import dev.avow.policy.finding.Verdict;

/** Why a path was not let through. */
public enum Refusal {
  /** The path is empty. */
  EMPTY(FAIL, "must name something but is empty"),
  /** The path starts with a slash. */
  ABSOLUTE(FAIL, "must be relative but starts with a slash"),
  /** A component is {@code ..}. */
  PARENT(FAIL, "must not climb but has the component {component}"),
  /** The path contains NUL. */
  NUL(FAIL, "must not hold NUL but component {component} does"),
  /** The path contains a backslash, which separates on Windows. */
  BACKSLASH(FAIL, "must separate with a slash but component {component} holds a backslash"),
  /** A component starts like a drive of Windows. */
  DRIVE(FAIL, "must be relative but names the drive {component}"),
  /** A component is longer than 255 bytes in UTF-8. */
  NAME_TOO_LONG(FAIL, "must have names of at most 255 bytes but {component} is longer"),
  /** The path has more components than the limit. */
  TOO_DEEP(FAIL, "must not be deeper than the limit but goes on at {component}"),
  /** A component cannot be the name of a file, such as one with half a surrogate pair. */
  NOT_A_NAME(FAIL, "must have names that the file system can hold but has {component}"),
  /** The path is not percent-encoded UTF-8, though it was said to be. */
  BAD_ENCODING(FAIL, "must be percent-encoded UTF-8 but has {component}"),

  /** A component is a link, and links are not followed. */
  LINK(FAIL, "must not pass a link but {component} is one"),
  /** A component is a link whose target is absolute or climbs out of the directory. */
  LINK_ESCAPES(FAIL, "must stay in the directory but link {component} leads out"),
  /** There are more links on the way than the limit, perhaps in a circle. */
  TOO_MANY_LINKS(FAIL, "must not pass more links than the limit but goes on at {component}"),
  /** A component is a pipe, a device, a socket or a junction of Windows. */
  SPECIAL_FILE(FAIL, "must lead to a file or a directory but {component} is neither"),
  /** A component lies on another file system than the directory. */
  OTHER_FILE_SYSTEM(FAIL, "must stay on the file system of the directory but {component} does not"),
  /** The root was to be deleted, renamed or replaced. */
  ROOT_ITSELF(FAIL, "must lie beneath the directory but is the directory itself"),

  /** The file system offers no handles on directories, so that opening cannot be guarded. */
  NO_HANDLES(
      INCONCLUSIVE, "cannot be guarded while it is opened: the file system has no secure streams"),
  /** The operating system denies access. */
  DENIED(INCONCLUSIVE, "cannot be followed: access to {component} is denied"),
  /** A component was replaced while it was looked at. */
  CHANGED(INCONCLUSIVE, "cannot be followed: {component} was replaced meanwhile"),
  /** Something failed that has nothing to do with the path. */
  FAILED(INCONCLUSIVE, "cannot be followed: the file system failed at {component}"),

  /** Nothing has this name. */
  ABSENT(NOT_APPLICABLE, "must exist but there is no {component}"),
  /** Something has this name already. */
  EXISTS(NOT_APPLICABLE, "must not exist but there is a {component}"),
  /** A component is a file where only a directory leads on. */
  NOT_A_DIRECTORY(NOT_APPLICABLE, "must lead through directories but {component} is none"),
  /** The path leads to a directory where a file is asked for. */
  IS_A_DIRECTORY(NOT_APPLICABLE, "must lead to a file but {component} is a directory"),
  /** The directory to be deleted holds something. */
  NOT_EMPTY(NOT_APPLICABLE, "must be empty but {component} is not"),
  /** A directory was to be moved into itself. */
  INTO_ITSELF(NOT_APPLICABLE, "must not move into itself but {component} does"),
  /** A directory has more entries than the limit. */
  TOO_MANY_ENTRIES(NOT_APPLICABLE, "must not have more entries than the limit but {component} has"),
  /** There are more bytes than the limit. */
  TOO_LARGE(NOT_APPLICABLE, "must not have more bytes than the limit but {component} has"),
  /** What was to be written is shorter or longer than was announced. */
  OTHER_SIZE(NOT_APPLICABLE, "must have as many bytes as announced but {component} has not");

  private final Verdict verdict;
  private final String template;

  Refusal(Verdict verdict, String template) {
    this.verdict = verdict;
    this.template = template;
  }

  /**
   * Returns what it says of containment: FAIL where the path would leave the directory or hides
   * what it means, INCONCLUSIVE where that could not be seen, and NOT_APPLICABLE where an operation
   * was refused for another reason.
   */
  public Verdict verdict() {
    return verdict;
  }

  Message message(String component) {
    return Message.of(template, mark -> component);
  }
}
