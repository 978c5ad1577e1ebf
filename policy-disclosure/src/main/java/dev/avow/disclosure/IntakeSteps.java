package dev.avow.disclosure;

import dev.avow.disclosure.intake.Intake;
import dev.avow.disclosure.intake.ScopeAnswer;
import dev.avow.policy.Channel;
import dev.avow.policy.Reporting;
import dev.avow.policy.ScopeItem.Redirect;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.commitment.Commitment;
import dev.avow.policy.commitment.Milestone;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps that follow from how a report came in and what it is about. */
final class IntakeSteps {

  private static final Milestone CONVERTED = Milestone.of("converted-to-private");
  private static final Milestone FORWARDED = Milestone.of("forwarded-to-maintainer");

  private final SecurityPolicy policy;
  private final Intake intake;

  IntakeSteps(SecurityPolicy policy) {
    this.policy = policy;
    this.intake = Intake.of(policy);
  }

  List<StepPromise> of(DisclosureCase theCase) {
    List<StepPromise> steps = new ArrayList<>();
    theCase
        .channel()
        .flatMap(this::forbidden)
        .ifPresent(place -> steps.add(step(CONVERTED, "Convert to private", place)));
    theCase
        .component()
        .flatMap(this::redirected)
        .ifPresent(place -> steps.add(step(FORWARDED, "Forward to the maintainer", place)));
    return steps;
  }

  /** Returns where the policy says so; what is public and not listed is forbidden all the same. */
  private Optional<Location> forbidden(String channel) {
    Reporting reporting = policy.reporting();
    boolean open = Arrays.stream(Channel.Kind.values()).anyMatch(kind -> isOpen(kind, channel));
    boolean listed = reporting.channels().stream().anyMatch(known -> is(known, channel));
    return reporting.never().stream()
        .filter(never -> is(never, channel))
        .findFirst()
        .map(Channel::declaredAt)
        .or(() -> open && !listed ? Optional.of(Location.in(policy.name())) : Optional.empty());
  }

  private static boolean isOpen(Channel.Kind kind, String channel) {
    return kind.isPublic() && isOf(kind, channel);
  }

  private static boolean is(Channel known, String channel) {
    return known.toString().equals(channel)
        || (known.address().isEmpty() && isOf(known.kind(), channel));
  }

  private static boolean isOf(Channel.Kind kind, String channel) {
    return channel.equals(kind.label()) || channel.startsWith(kind.label() + " ");
  }

  private Optional<Location> redirected(String component) {
    ScopeAnswer answer = intake.scope(component);
    boolean theirs =
        answer.verdict() == ScopeAnswer.Verdict.OUT
            && answer.redirect().filter(Redirect.THEIR_MAINTAINERS::equals).isPresent();
    return theirs ? Optional.of(answer.items().get(0).declaredAt()) : Optional.empty();
  }

  private StepPromise step(Milestone milestone, String title, Location place) {
    Owed owed = Owed.byPolicy(Commitment.to(milestone).declaredAt(place), policy.calendar());
    return new StepPromise(milestone, title, List.of(owed), false, Set.of(), Set.of());
  }
}
