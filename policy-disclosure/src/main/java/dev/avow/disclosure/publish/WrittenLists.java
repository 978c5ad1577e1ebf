package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.Obligation;
import dev.avow.policy.commitment.Commitment;
import java.util.Optional;

/**
 * Reads the lists that are written here word for word; what was changed in them since is left to
 * those who read what people write.
 */
final class WrittenLists {

  private final ReadingDraft draft;
  private final Slugs commitments = new Slugs();
  private final Slugs announcements = new Slugs();

  private WrittenLists(ReadingDraft draft) {
    this.draft = draft;
  }

  static void read(ReadingDraft draft) {
    WrittenLists lists = new WrittenLists(draft);
    draft.said().removeIf(lists::read);
  }

  private boolean read(Said one) {
    boolean first = one.isItem() && one.sentence().block().sentences().get(0) == one.sentence();
    boolean taken = first ? item(one) : draft.isUsed(one.sentence());
    if (taken && first) {
      one.sentence().block().sentences().forEach(draft::use);
      one.sentence().block().intro().ifPresent(intro -> intro.sentences().forEach(draft::use));
    }
    return taken;
  }

  private boolean item(Said one) {
    return channel(one) || commitment(one) || obligation(one) || announcement(one);
  }

  private boolean channel(Said one) {
    Optional<Channel> channel = WrittenChannel.read(one).map(read -> read.at(draft.at(one)));
    channel.ifPresent(read -> draft.take(one, () -> channel(one, read)));
    return channel.isPresent();
  }

  private void channel(Said one, Channel channel) {
    if (one.isIn(Topic.COMMENTS)) {
      draft.policy().commentsTo(channel);
    } else if (one.intro().begins("never ")) {
      draft.policy().neverTo(channel);
    } else {
      draft.policy().reportTo(channel);
    }
  }

  private boolean commitment(Said one) {
    Optional<Commitment> promise = WrittenCommitment.read(one);
    promise.ifPresent(
        read ->
            draft.take(
                one,
                () ->
                    draft
                        .policy()
                        .commitTo(
                            read.called(commitments.unique(CommitmentReader.id(read)))
                                .declaredAt(draft.at(one)))));
    return promise.isPresent();
  }

  private boolean obligation(Said one) {
    Optional<Obligation> owed = ObligationReader.written(one);
    owed.ifPresent(
        read -> draft.take(one, () -> draft.policy().onIncident(read.at(draft.at(one)))));
    return owed.isPresent();
  }

  private boolean announcement(Said one) {
    return WrittenAnnouncement.read(one)
        .map(
            read ->
                draft.take(
                    one,
                    () ->
                        draft
                            .policy()
                            .announceIn(
                                read.called(announcements.unique(read.medium().label()))
                                    .at(draft.at(one)))))
        .isPresent();
  }
}
