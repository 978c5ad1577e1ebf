package dev.avow.disclosure.publish;

import dev.avow.policy.Channel;
import dev.avow.policy.SecurityPolicy;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.form.YamlText;
import dev.avow.policy.finding.Evaluation;
import dev.avow.policy.finding.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A file of OpenSSF Security Insights, version 2: what a project says of its security to programs.
 *
 * <pre>{@code
 * SecurityInsights published = SecurityInsights.read(Path.of("security-insights.yml"));
 * published.policy().orElseThrow().reporting();
 * published.rest().forEach(System.out::println);      // what no policy has a place for
 *
 * String text = published.with(policy, today).text(); // all else is kept
 * }</pre>
 *
 * <p>The form knows of a policy whom to mail and what is in scope; of supported versions, times and
 * a timeline it knows nothing. Everything else in a file is kept as it is, in its order, but for
 * comments and the style of YAML. Immutable.
 *
 * @see <a href="https://security-insights.openssf.org/schema.html">The schema</a>
 */
public final class SecurityInsights {

  /** The version of the form in which files are begun. */
  public static final String VERSION = "2.2.0";

  /** Why something is not in the policy that is read. */
  public enum Why {
    /** Policies have no place for it. */
    NOT_IN_POLICIES,
    /** The form does not define it. */
    UNKNOWN,
    /** It is of another form than defined. */
    MALFORMED
  }

  /**
   * Something that is not in the policy that is read.
   *
   * @param path where it is in the file: {@code project.vulnerability-reporting.pgp-key}
   * @param why why it is not
   * @param at where it is written
   */
  public record Rest(String path, Why why, Location at) {

    /** Returns the place, the path and why. */
    @Override
    public String toString() {
      return "%s: %s is %s"
          .formatted(
              at,
              path,
              switch (why) {
                case NOT_IN_POLICIES -> "nothing that policies have a place for";
                case UNKNOWN -> "nothing that the form defines";
                case MALFORMED -> "of another form than defined";
              });
    }
  }

  private final Document document;

  SecurityInsights(Document document) {
    this.document = document;
  }

  /**
   * Reads a file.
   *
   * @throws PaperException if it cannot be read, is no YAML, or is of no version 2; whatever else
   *     is wrong with it is for {@link #lint} to tell
   */
  public static SecurityInsights read(Path file) {
    return InsightsReader.read(reader -> reader.readOne(file));
  }

  /**
   * Reads a text.
   *
   * @param source the name under which places are given
   * @throws PaperException if it is no YAML, or is of no version 2
   */
  public static SecurityInsights parse(String source, String text) {
    return InsightsReader.read(reader -> reader.readOne(source, text));
  }

  /**
   * Begins the file of a project that has none: what {@code policy} says, and a header. What the
   * form asks for beyond that, such as administrators and repositories, is not made up; {@link
   * #lint} lists it.
   *
   * @param url where the file will be found
   * @param day the day on which it was last updated and reviewed
   * @throws IllegalArgumentException if {@code url} is no web address
   */
  public static SecurityInsights of(SecurityPolicy policy, String url, LocalDate day) {
    String address = Channel.web(url).address().orElseThrow();
    return parse("(policy)", YamlText.of(InsightsTree.head(address, day))).with(policy, day);
  }

  /** Returns the text of the file that {@link #of} begins. */
  public static String write(SecurityPolicy policy, String url, LocalDate day) {
    return of(policy, url, day).text();
  }

  /**
   * Returns this file with what {@code policy} says in place of what it said: the name, whom to
   * mail, and what is in scope and what not. All else is kept.
   *
   * @param day the day of the update
   */
  public SecurityInsights with(SecurityPolicy policy, LocalDate day) {
    Object changed = new InsightsTree(document.root()).with(policy, day);
    return parse(document.source(), YamlText.of(changed));
  }

  /** Returns the channels of {@code policy} that a file does not tell: all but one to mail. */
  public static List<Channel> leftOut(SecurityPolicy policy) {
    Optional<Channel> told = InsightsTree.contact(policy);
    return policy.reporting().channels().stream()
        .filter(channel -> !told.equals(Optional.of(channel)))
        .toList();
  }

  /**
   * Returns what the file says, as a policy; nothing if it leaves the project to another file. What
   * it does not say, the policy does not say either.
   */
  public Optional<SecurityPolicy> policy() {
    return new InsightsPolicy(document.field()).policy();
  }

  /**
   * Returns what is not in the policy that is read, in the order of the file: of the reporting of
   * vulnerabilities everything, and of other parts what the form does not define.
   */
  public List<Rest> rest() {
    return new InsightsPolicy(document.field()).rest();
  }

  /** Returns where the file says that the project is described, if another file does that. */
  public Optional<String> projectSource() {
    return document.field().field("header").field("project-si-source").text();
  }

  /** Returns what is wrong with the file on {@code day}. */
  public Evaluation lint(LocalDate day) {
    return new InsightsLint(document, day).evaluate();
  }

  /** Returns the text, as YAML. */
  public String text() {
    return YamlText.of(new InsightsTree(document.root()).plain());
  }

  /** Returns the place only. */
  @Override
  public String toString() {
    return document.toString();
  }
}
