package dev.avow.policy.report;

import dev.avow.policy.finding.Decision;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Writes decisions.
 *
 * <pre>{@code
 * Reports.text(decision, System.out);
 * Reports.json(decision, out, JsonStyle.compact().withAllResults());
 * }</pre>
 *
 * <p>The same decision gives the same report, whatever the machine, its locale and its zone. Lines
 * end with a line feed. Nothing is closed.
 */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code decision} for a person, without colours.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void text(Decision decision, Appendable out) {
    text(decision, out, TextStyle.plain());
  }

  /**
   * Writes {@code decision} for a person.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void text(Decision decision, Appendable out, TextStyle style) {
    new TextReport(decision, style, new Lines(out)).write();
  }

  /**
   * Writes {@code decision} as compact JSON in UTF-8, in the form {@value JsonStyle#FORMAT}.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void json(Decision decision, OutputStream out) {
    json(decision, out, JsonStyle.compact());
  }

  /**
   * Writes {@code decision} as JSON in UTF-8, in the form {@value JsonStyle#FORMAT}.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void json(Decision decision, OutputStream out, JsonStyle style) {
    JsonReport.write(decision, style, factory -> factory.createGenerator(out));
  }

  /**
   * Writes {@code decision} as JSON, in the form {@value JsonStyle#FORMAT}.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void json(Decision decision, Writer out, JsonStyle style) {
    JsonReport.write(decision, style, factory -> factory.createGenerator(out));
  }

  /**
   * Writes {@code decision} as SARIF 2.1.0, with no more results than GitHub takes: the weightiest,
   * up to 25,000 or ten million packed bytes; the others are counted.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void sarif(Decision decision, Writer out, ReportStyle style) {
    SarifReport.write(decision, style.guarding(decision), out);
  }

  /**
   * Writes {@code decision} as a code quality report for GitLab.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void gitLab(Decision decision, Writer out, ReportStyle style) {
    JsonOutput.write(
        factory -> factory.createGenerator(out),
        true,
        json -> new GitLabReport(decision, style, json).write());
  }

  /**
   * Writes {@code decision} as JUnit XML: a suite for each rule, and a case for each thing that it
   * looked at, which fails where the gate blocks.
   *
   * @param out takes characters that end up as UTF-8
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void junit(Decision decision, Writer out, ReportStyle style) {
    XmlText.write(out, new JunitReport(decision, style.guarding(decision))::write);
  }

  /**
   * Writes {@code decision} as a list of policy reports, one for each namespace, in JSON.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void policyReport(Decision decision, Writer out, PolicyReportStyle style) {
    JsonOutput.write(
        factory -> factory.createGenerator(out),
        true,
        json -> new PolicyReports(decision, style, json).write());
  }

  /**
   * Writes {@code decision} as a comment on a pull request, in Markdown that GitHub takes; of each
   * rule it tells ten findings, unless {@code style} says otherwise.
   *
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void markdown(Decision decision, Appendable out, ReportStyle style) {
    new MarkdownReport(decision, style.guarding(decision)).write(out);
  }

  /**
   * Writes {@code decision} as one page of HTML, which loads nothing; of more than 5,000 findings
   * it tells the weightiest.
   *
   * @param out takes characters that end up as UTF-8
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  public static void html(Decision decision, Appendable out, ReportStyle style) {
    new HtmlReport(decision, style.guarding(decision), new HtmlWriter(out)).write();
  }
}
