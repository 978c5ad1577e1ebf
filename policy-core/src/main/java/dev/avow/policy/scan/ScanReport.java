package dev.avow.policy.scan;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.JsonCursor;
import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Waiver;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner reported, in one form whatever the format.
 *
 * <pre>{@code
 * ScanReport report = ScanReport.read(Path.of("trivy.json"));
 * }</pre>
 *
 * <p>The format is recognised from the content; fields that are not known are passed over.
 * Immutable.
 */
public final class ScanReport {

  private final ScanFormat format;
  private final Location location;
  private final ScannedArtifact artifact;
  private final @Nullable Instant createdAt;
  private final int targets;
  private final @Nullable String endOfLife;
  private final @Nullable List<ScannedPackage> packages;
  private final List<ScanFinding> findings;
  private final boolean statements;
  private final Set<ScanKind> kinds;

  private ScanReport(Draft draft, @Nullable Instant createdAt) {
    this.format = draft.format;
    this.location = draft.location;
    this.artifact = draft.artifact;
    this.createdAt = createdAt;
    this.targets = draft.targets;
    this.endOfLife = draft.endOfLife;
    this.packages = draft.packages;
    this.findings = draft.findings;
    this.statements = draft.statements;
    this.kinds = draft.kinds();
  }

  private ScanReport(ScanReport report, Instant createdAt) {
    this.format = report.format;
    this.location = report.location;
    this.artifact = report.artifact;
    this.createdAt = createdAt;
    this.targets = report.targets;
    this.endOfLife = report.endOfLife;
    this.packages = report.packages;
    this.findings = report.findings;
    this.statements = report.statements;
    this.kinds = report.kinds;
  }

  static ScanReport of(Draft draft) {
    draft.findings = List.copyOf(draft.findings);
    draft.packages = draft.packages == null ? null : List.copyOf(draft.packages);
    return new ScanReport(draft, draft.createdAt);
  }

  /**
   * Reads a report. Memory grows with what was found, not with the file.
   *
   * @throws DocumentException if it cannot be read, is of no known format or of another shape than
   *     that, with file, path, line and column
   */
  public static ScanReport read(Path file) {
    try (JsonCursor in = JsonCursor.open(file)) {
      return ReportReader.read(in);
    }
  }

  /**
   * Reads a report and closes {@code in}.
   *
   * @param source the name under which places are given
   * @throws DocumentException as {@link #read(Path)} does
   */
  public static ScanReport read(String source, InputStream in) {
    try (JsonCursor cursor = JsonCursor.open(source, in)) {
      return ReportReader.read(cursor);
    }
  }

  /**
   * Reads a report.
   *
   * @param source the name under which places are given
   * @throws DocumentException as {@link #read(Path)} does
   */
  public static ScanReport parse(String source, String text) {
    return read(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns this report as made at {@code instant}, for formats that do not say when. */
  public ScanReport madeAt(Instant instant) {
    return new ScanReport(this, instant);
  }

  /** Returns its format. */
  public ScanFormat format() {
    return format;
  }

  /** Returns where it begins. */
  public Location location() {
    return location;
  }

  /** Returns what it is about. */
  public ScannedArtifact artifact() {
    return artifact;
  }

  /** Returns when it was made, if it says so. */
  public Optional<Instant> createdAt() {
    return Optional.ofNullable(createdAt);
  }

  /** Returns how many things the scanner says that it looked at; 0 means that it saw nothing. */
  public int targets() {
    return targets;
  }

  /** Returns the operating system of the artifact, if it gets no fixes any more. */
  public Optional<String> endOfLife() {
    return Optional.ofNullable(endOfLife);
  }

  /** Returns the packages of the artifact, if the report lists them. */
  public Optional<List<ScannedPackage>> packages() {
    return Optional.ofNullable(packages);
  }

  /** Returns what was found, in the order of the report, with what the report sets aside. */
  public List<ScanFinding> findings() {
    return findings;
  }

  /**
   * Returns the kinds of things for which the scanner shows to have looked; of others nothing
   * follows from a report that holds none.
   */
  public Set<ScanKind> kinds() {
    return kinds;
  }

  /** Returns whether it only states what becomes of vulnerabilities (VEX), and is no scan. */
  public boolean isStatements() {
    return statements;
  }

  /**
   * Returns the choices of this report to live with a finding, as waivers for a gate: what Grype
   * was told to ignore, what SARIF suppresses, what was dismissed in Dependabot. They do not end.
   */
  public List<Waiver> waivers() {
    return findings.stream()
        .filter(it -> it.exemption().filter(Exemption::concerns).isPresent())
        .map(it -> Waivers.of(it, artifact))
        .toList();
  }

  @Override
  public String toString() {
    return "%s: %s, %d findings".formatted(location, format.label(), findings.size());
  }

  /** A report while it is read. */
  static final class Draft {

    final ScanFormat format;
    final Location location;
    ScannedArtifact artifact = ScannedArtifact.files();
    @Nullable Instant createdAt;
    int targets;
    @Nullable String endOfLife;
    @Nullable List<ScannedPackage> packages;
    List<ScanFinding> findings = new ArrayList<>();
    boolean statements;
    private final EnumSet<ScanKind> looked = EnumSet.noneOf(ScanKind.class);

    Draft(ScanFormat format, Location location) {
      this.format = format;
      this.location = location;
    }

    void lookedFor(ScanKind kind) {
      looked.add(kind);
    }

    Set<ScanKind> kinds() {
      findings.forEach(finding -> looked.add(finding.kind()));
      return Collections.unmodifiableSet(looked);
    }
  }
}
