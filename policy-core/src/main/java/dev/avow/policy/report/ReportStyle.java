package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import dev.avow.policy.finding.Location;

/**
 * How a report for another tool or for a page looks.
 *
 * <p>Unless it is told otherwise it tells every finding that the gate reports, without lines of the
 * sources, under the paths by which they were read. Immutable.
 */
public final class ReportStyle {

  private static final ReportStyle STANDARD =
      new ReportStyle("Avow", Integer.MAX_VALUE, Excerpts.none(), "");

  private final String title;
  private final int perRule;
  private final Excerpts excerpts;
  private final String root;

  private ReportStyle(String title, int perRule, Excerpts excerpts, String root) {
    this.title = title;
    this.perRule = perRule;
    this.excerpts = excerpts;
    this.root = root;
  }

  /** Returns the style that tells everything. */
  public static ReportStyle standard() {
    return STANDARD;
  }

  /**
   * Returns this style under {@code title}, such as the name of the policy; {@code Avow} at first.
   */
  public ReportStyle titled(String title) {
    return new ReportStyle(title, perRule, excerpts, root);
  }

  /**
   * Returns this style, telling no more than {@code most} findings of each rule, the weightiest;
   * the others are counted.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ReportStyle showingPerRule(int most) {
    return new ReportStyle(title, Selection.requireSome(most), excerpts, root);
  }

  /**
   * Returns this style with the lines that {@code source} brings, save for those where a
   * confidential rule has found something.
   */
  public ReportStyle withExcerpts(Excerpts source) {
    return new ReportStyle(title, perRule, source, root);
  }

  /**
   * Returns this style, writing the paths of what lies in {@code folder} as seen from there.
   *
   * @param folder an absolute path with {@code /}, such as that of the checkout
   */
  public ReportStyle relativeTo(String folder) {
    return new ReportStyle(title, perRule, excerpts, folder);
  }

  /** Returns this style, in which no excerpt shows what {@code decision} must not tell. */
  ReportStyle guarding(Decision decision) {
    return excerpts == STANDARD.excerpts
        ? this
        : new ReportStyle(title, perRule, new GuardedExcerpts(excerpts, decision), root);
  }

  String title() {
    return title;
  }

  int perRule() {
    return perRule;
  }

  Excerpts excerpts() {
    return excerpts;
  }

  /** Returns how many findings of a rule are told, which is {@code usual} where nothing is said. */
  int perRule(int usual) {
    return perRule == Integer.MAX_VALUE ? usual : perRule;
  }

  /** Returns {@code path:line:column}, as far as it is known. */
  String place(Location place) {
    String source = place.source();
    return path(source).text() + place.toString().substring(source.length());
  }

  SourcePath path(String source) {
    return SourcePath.of(source, root);
  }
}
