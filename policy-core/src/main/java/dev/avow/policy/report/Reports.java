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
}
