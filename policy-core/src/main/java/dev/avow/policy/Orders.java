package dev.avow.policy;

import dev.avow.policy.finding.Glob;
import dev.avow.policy.image.RepositoryPrefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For each field of a policy which value promises less; docs/overlays.md says it for people.
 *
 * <p>A field that is not here must stay as the floor has it, and may be said where the floor is
 * silent. A path that ends in {@code [+]} is about an item that the floor does not have.
 */
final class Orders {

  private static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "info");
  private static final Map<String, Order> BY_PATH = new HashMap<>();

  static {
    for (String own : List.of("apiVersion", "kind", "name", "overlays-may-change")) {
      BY_PATH.put(own, Order.free());
    }
    promises();
    repository();
    hardening();
    gate();
  }

  private Orders() {}

  /** Returns how values at {@code path} compare, or null if nothing special is known of them. */
  static @Nullable Order at(String path) {
    return BY_PATH.get(path);
  }

  private static void promises() {
    Order status = Order.rising("supported", "unsupported", "best-effort", "supported");
    Order others = Order.rising("unsupported", "unsupported", "best-effort", "supported");
    BY_PATH.put("supported-versions.others", others);
    BY_PATH.put("supported-versions.rows[].status", status);
    BY_PATH.put("supported-versions.rows[].until", Order.laterDay());
    BY_PATH.put(
        "supported-versions.rows[+]",
        (floor, row, beside) -> others.compare(beside.get("others"), status(row), beside));
    BY_PATH.put("reporting.channels", Order.more());
    BY_PATH.put("reporting.never", Order.more());
    BY_PATH.put("reporting.comments", Order.more());
    BY_PATH.put("reporting.contents[].optional", Order.strongIf(true, false));
    BY_PATH.put("reporting.contents[+]", Orders::asksForMore);
    commitments();
    BY_PATH.put("disclosure.timeline", Order.noLaterPhase());
    BY_PATH.put("disclosure.grace", Order.longer());
    BY_PATH.put("incident-response[].if-applicable", Order.strongIf(false, false));
    BY_PATH.put("announcements[].if-applicable", Order.strongIf(false, false));
    BY_PATH.put("scope.in[].components", Order.more());
    BY_PATH.put("scope.out[+]", Orders::isMoreThanSilence);
    BY_PATH.put("scope.out[].components", Order.same());
    BY_PATH.put("considerations[].advice", Order.more());
    BY_PATH.put("considerations[].checked-by", Order.more());
    BY_PATH.put("calendar.weekend", Order.same());
    BY_PATH.put("calendar.holidays", Order.fewer());
  }

  private static void commitments() {
    BY_PATH.put("commitments[].within", Order.sooner());
    BY_PATH.put("commitments[].best-effort", Order.strongIf(false, false));
    BY_PATH.put("commitments[].severities", Order.moreWhereNoneIsAll());
    for (String other : List.of("after", "not-before", "about", "days", "roll", "source")) {
      BY_PATH.put("commitments[]." + other, Order.same());
    }
  }

  private static Object status(@Nullable Object row) {
    Object said = row instanceof Map<?, ?> fields ? fields.get("status") : null;
    return said == null ? "supported" : said;
  }

  /** Whoever reports must bring what is not optional. */
  private static Order.Change asksForMore(
      @Nullable Object floor, @Nullable Object item, Map<?, ?> beside) {
    boolean optional =
        item instanceof Map<?, ?> fields && Boolean.TRUE.equals(fields.get("optional"));
    return optional ? Order.Change.KEPT : isMoreThanSilence(floor, item, beside);
  }

  private static Order.Change isMoreThanSilence(
      @Nullable Object floor, @Nullable Object item, Map<?, ?> beside) {
    return floor == null ? Order.Change.KEPT : Order.Change.WEAKER;
  }

  private static void repository() {
    BY_PATH.put("ci.scans[].targets", Order.more());
    BY_PATH.put("ci.scans[].triggers", Order.more());
    BY_PATH.put("ci.scans[].fail-on", Order.more());
    BY_PATH.put("ci.scans[].report", Order.reported());
    BY_PATH.put("ci.dependency-updates.tool", Orders::tool);
    BY_PATH.put("ci.dependency-updates.every", Order.sooner());
    for (String asked : List.of("scanned-in-registry-on-push", "base-image-pinned-in-production")) {
      BY_PATH.put("ci." + asked, Order.rising("", "", "recommended", "required"));
    }
    BY_PATH.put("ci.base-image.from", Order.fewerWhereNoneIsAll());
    BY_PATH.put("ci.base-image.non-root", Order.strongIf(true, false));
    BY_PATH.put("ci.base-image.shell", Order.strongIf(false, true));
    BY_PATH.put("ci.base-image.package-manager", Order.strongIf(false, true));
  }

  private static Order.Change tool(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    return floor == null || floor.equals("any") ? Order.Change.KEPT : Order.Change.UNCLEAR;
  }

  private static void hardening() {
    BY_PATH.put(
        "hardening.profile",
        Order.rising("", "", "baseline", "restricted", "production", "multi-tenant"));
    BY_PATH.put("hardening.kubernetes", Orders::sameEvenWhereSilent);
    BY_PATH.put("hardening.trusted-registries", Orders::registries);
    // Rules know what they are without being named, and what their parameters mean.
    BY_PATH.put("hardening.rules.*.enabled", Orders::switched);
    BY_PATH.put("hardening.rules.*.severity", Orders::severity);
    BY_PATH.put("hardening.rules.*.waivable", Order.strongIf(false, true));
    BY_PATH.put("hardening.rules.*.*", Order.free());
    BY_PATH.put("hardening.watch.*.include", Orders::included);
    BY_PATH.put("hardening.watch.*.exclude", Order.more());
  }

  /** Silence means the newest version; each one lets off what others do not. */
  private static Order.Change sameEvenWhereSilent(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    return Objects.equals(floor, value) ? Order.Change.KEPT : Order.Change.UNCLEAR;
  }

  private static Order.Change switched(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    return "on".equals(floor) && !"on".equals(value) ? Order.Change.WEAKER : Order.Change.KEPT;
  }

  private static Order.Change severity(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    return floor == null
        ? Order.Change.KEPT
        : Order.rising("", "info", "low", "medium", "high", "critical")
            .compare(floor, value, beside);
  }

  private static Order.Change registries(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    if (!(floor instanceof List<?> trusted)) {
      return Order.Change.KEPT;
    }
    boolean within =
        value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(each -> trusted.stream().anyMatch(by -> holds(by, each)));
    return within ? Order.Change.KEPT : Order.Change.WEAKER;
  }

  private static boolean holds(Object outer, Object inner) {
    RepositoryPrefix wide = RepositoryPrefix.parse(outer.toString());
    RepositoryPrefix narrow = RepositoryPrefix.parse(inner.toString());
    return wide.domain().equals(narrow.domain())
        && (wide.path().isEmpty()
            || wide.path().equals(narrow.path())
            || narrow.path().startsWith(wide.path() + "/"));
  }

  /** A literal name is within a glob that matches it; other globs only where they are listed. */
  private static Order.Change included(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    if (!(floor instanceof List<?> wide)) {
      return Order.Change.KEPT;
    }
    boolean within =
        value instanceof List<?> list
            && list.stream().allMatch(each -> wide.stream().anyMatch(by -> matches(by, each)));
    return within ? Order.Change.KEPT : Order.Change.WEAKER;
  }

  private static boolean matches(Object outer, Object inner) {
    Glob glob = Glob.of(outer.toString());
    String text = inner.toString();
    return outer.equals(inner)
        || (outer.equals("*") && !text.contains("/"))
        || (Glob.of(text).isLiteral() && glob.matches(text));
  }

  private static void gate() {
    Order severities = Order.rising("high", SEVERITIES);
    BY_PATH.put("gate.fail-on", severities);
    BY_PATH.put("gate.report-from", Order.rising("info", SEVERITIES));
    BY_PATH.put("gate.unknown-as", Orders::unknown);
    BY_PATH.put("gate.accept-inconclusive", Order.strongIf(false, false));
    BY_PATH.put("gate.waiver-annotations", Order.strongIf(false, false));
  }

  /** What is undecided blocks, and so does what is taken for enough. */
  private static Order.Change unknown(
      @Nullable Object floor, @Nullable Object value, Map<?, ?> beside) {
    List<String> order = SEVERITIES;
    int now = value == null ? 0 : order.indexOf(value.toString());
    int before = floor == null ? 0 : order.indexOf(floor.toString());
    boolean blocks = now <= order.indexOf(String.valueOf(beside.get("fail-on")));
    return blocks || now <= before ? Order.Change.KEPT : Order.Change.WEAKER;
  }
}
