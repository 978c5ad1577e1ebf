package dev.avow.policy;

import java.util.List;
import java.util.Optional;

/**
 * How vulnerabilities are reported: where to, where never, and what a report contains.
 *
 * <p>Channels for comments on the policy itself are kept apart from those for reports. Immutable.
 */
public final class Reporting {

  private static final Reporting NONE = new Reporting(List.of(), List.of(), List.of(), List.of());

  private final List<Channel> channels;
  private final List<Channel> never;
  private final List<Channel> comments;
  private final List<ReportItem> contents;

  private Reporting(
      List<Channel> channels,
      List<Channel> never,
      List<Channel> comments,
      List<ReportItem> contents) {
    this.channels = channels;
    this.never = never;
    this.comments = comments;
    this.contents = contents;
  }

  /** Returns reporting of which nothing is said. */
  public static Reporting none() {
    return NONE;
  }

  /**
   * Returns this reporting with one more channel that reports may take.
   *
   * @throws IllegalArgumentException if reports must never take it, or it was said already
   */
  public Reporting to(Channel channel) {
    never.stream()
        .filter(other -> other.covers(channel))
        .forEach(other -> contradict(channel, "forbidden", other));
    refuse(channel, channels.stream().filter(channel::equals).findFirst(), "allowed");
    return new Reporting(Require.plus(channels, channel), never, comments, contents);
  }

  /**
   * Returns this reporting with one more channel that reports must never take.
   *
   * @throws IllegalArgumentException if reports may take it, or it was said already
   */
  public Reporting neverTo(Channel channel) {
    channels.stream()
        .filter(channel::covers)
        .forEach(other -> contradict(channel, "allowed", other));
    refuse(channel, never.stream().filter(channel::equals).findFirst(), "forbidden");
    return new Reporting(channels, Require.plus(never, channel), comments, contents);
  }

  /**
   * Returns this reporting with one more channel on which comments on the policy are welcome.
   *
   * @throws IllegalArgumentException if it was said already
   */
  public Reporting commentsTo(Channel channel) {
    refuse(channel, comments.stream().filter(channel::equals).findFirst(), "open to comments");
    return new Reporting(channels, never, Require.plus(comments, channel), contents);
  }

  private static void contradict(Channel channel, String how, Channel known) {
    throw new IllegalArgumentException(
        "%s must be allowed or forbidden but was already %s%s"
            .formatted(channel, how, Require.where(known.declaredAt())));
  }

  private static void refuse(Channel channel, Optional<Channel> known, String how) {
    known.ifPresent(
        other -> {
          throw Require.alreadySaid(channel.toString(), how, other.declaredAt());
        });
  }

  /**
   * Returns this reporting with one more thing that a report contains.
   *
   * @throws IllegalArgumentException if there is one with the same id
   */
  public Reporting asksFor(ReportItem item) {
    Require.unique("report item", item.id(), contents, ReportItem::id, ReportItem::declaredAt);
    return new Reporting(channels, never, comments, Require.plus(contents, item));
  }

  /** Returns the channels that reports may take, the preferred one first. */
  public List<Channel> channels() {
    return channels;
  }

  /** Returns the channels that reports must never take. */
  public List<Channel> never() {
    return never;
  }

  /** Returns the channels on which comments on the policy itself are welcome. */
  public List<Channel> comments() {
    return comments;
  }

  /** Returns what a report contains, in the order of the policy. */
  public List<ReportItem> contents() {
    return contents;
  }

  /** Returns whether nothing is said at all. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reporting that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(channels, never, comments, contents);
  }

  @Override
  public String toString() {
    return "to %s, never to %s".formatted(channels, never);
  }
}
