package dev.avow.policy.repository;

import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.util.OptionalLong;

/** An entry of an updater: how often it looks. */
public final class UpdateEntry implements Target {

  private final Subject subject;
  private final Field place;
  private final OptionalLong days;
  private final OptionalLong most;

  private UpdateEntry(Subject subject, Field place, OptionalLong days, OptionalLong most) {
    this.subject = subject;
    this.place = place;
    this.days = days;
    this.most = most;
  }

  UpdateEntry(String name, Field place, OptionalLong days) {
    this.subject = Subject.of("Updates").with("name", name).with("file", place.document().source());
    this.place = place;
    this.days = days;
    this.most = OptionalLong.empty();
  }

  /** Returns this entry under a policy that gives {@code days}. */
  UpdateEntry within(OptionalLong given) {
    return new UpdateEntry(subject, place, days, given);
  }

  /** Returns how many days the policy gives, if it does. */
  OptionalLong most() {
    return most;
  }

  /** Returns how many days at most lie between two looks; nothing if that cannot be told. */
  public OptionalLong days() {
    return days;
  }

  @Override
  public Subject subject() {
    return subject;
  }

  /** Returns where its schedule is set. */
  @Override
  public Field place() {
    return place;
  }

  @Override
  public String toString() {
    return subject.toString();
  }
}
