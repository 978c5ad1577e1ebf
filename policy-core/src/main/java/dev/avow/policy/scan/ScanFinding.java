package dev.avow.policy.scan;

import dev.avow.policy.finding.Location;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a scanner found, whatever its format. Immutable. */
public final class ScanFinding {

  private final ScanKind kind;
  private final List<String> ids;
  private final String title;
  private final Severity severity;
  private final Severity atMost;
  private final @Nullable ScannedPackage scanned;
  private final String path;
  private final int line;
  private final FixStatus status;
  private final String fixedIn;
  private final @Nullable Instant since;
  private final @Nullable Exemption exemption;
  private final Location location;

  private ScanFinding(Builder builder) {
    this.kind = builder.kind;
    this.ids = List.copyOf(builder.ids);
    this.title = builder.title;
    this.severity = builder.severity;
    this.atMost = builder.atMost == null ? builder.severity : builder.atMost;
    this.scanned = builder.scanned;
    this.path = builder.path;
    this.line = builder.line;
    this.status = builder.status;
    this.fixedIn = builder.fixedIn;
    this.since = builder.since;
    this.exemption = builder.exemption;
    this.location = builder.location;
  }

  /** Starts a finding that a report tells of at {@code location}. */
  static Builder of(ScanKind kind, Location location) {
    return new Builder(kind, location);
  }

  /** Returns what sort of thing it is. */
  public ScanKind kind() {
    return kind;
  }

  /** Returns its names, the scanner's own first: {@code CVE-2024-3094, GHSA-rxwq-x6h5-x525}. */
  public List<String> ids() {
    return ids;
  }

  /** Returns what it is, in a few words; empty where the scanner does not say. */
  public String title() {
    return title;
  }

  /** Returns how much it matters, by the scanner. */
  public Severity severity() {
    return severity;
  }

  /** Returns the most that it may matter, where the format tells several severities not apart. */
  public Severity atMost() {
    return atMost;
  }

  /** Returns the package that it is in, if it is in one. */
  public Optional<ScannedPackage> scannedPackage() {
    return Optional.ofNullable(scanned);
  }

  /** Returns the file that it is in; empty where that is not said. */
  public String path() {
    return path;
  }

  /** Returns the line of the file, from 1; 0 where that is not said. */
  public int line() {
    return line;
  }

  /** Returns whether there is a fix. */
  public FixStatus status() {
    return status;
  }

  /** Returns the versions that are fixed, as the scanner lists them; empty if there are none. */
  public String fixedIn() {
    return fixedIn;
  }

  /** Returns since when it is known to the project, if that is said. */
  public Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  /** Returns that the report itself sets it aside, if it does. */
  public Optional<Exemption> exemption() {
    return Optional.ofNullable(exemption);
  }

  /** Returns where the report tells of it. */
  public Location location() {
    return location;
  }

  /** Returns what it is called in {@code artifact}; aliases are parts of one name. */
  Subject subject(String artifact, Set<String> names) {
    Subject subject = Subject.of(kind.label());
    subject = artifact.isEmpty() ? subject : subject.with("artifact", artifact);
    subject = path.isEmpty() ? subject : subject.with("path", path);
    subject = line == 0 ? subject : subject.with("line", String.valueOf(line));
    if (scanned != null) {
      subject = subject.with("package", scanned.label());
    }
    for (String name : names) {
      subject = subject.with("id", name);
    }
    return subject;
  }

  @Override
  public String toString() {
    return location + " " + severity + " " + ids;
  }

  /** Builds a {@link ScanFinding}. */
  static final class Builder {

    private final ScanKind kind;
    private final Location location;
    private final List<String> ids = new ArrayList<>(2);
    private String title = "";
    private Severity severity = Severity.UNKNOWN;
    private @Nullable Severity atMost;
    private @Nullable ScannedPackage scanned;
    private String path = "";
    private int line;
    private FixStatus status = FixStatus.UNKNOWN;
    private String fixedIn = "";
    private @Nullable Instant since;
    private @Nullable Exemption exemption;

    private Builder(ScanKind kind, Location location) {
      this.kind = kind;
      this.location = location;
    }

    Builder id(String value) {
      if (!value.isBlank() && !ids.contains(value)) {
        ids.add(value);
      }
      return this;
    }

    Builder title(String value) {
      title = value;
      return this;
    }

    Builder severity(Severity value) {
      severity = value;
      return this;
    }

    /** Sets the most that it may matter. */
    Builder atMost(Severity value) {
      atMost = value;
      return this;
    }

    Builder scanned(ScannedPackage value) {
      scanned = value;
      return this;
    }

    Builder path(String value) {
      path = value;
      return this;
    }

    Builder pathUnlessSet(String value) {
      return path.isEmpty() ? path(value) : this;
    }

    Builder line(long value) {
      line = (int) Math.max(0, Math.min(value, Integer.MAX_VALUE));
      return this;
    }

    Builder status(FixStatus value) {
      status = value;
      return this;
    }

    Builder fixedIn(String value) {
      fixedIn = value;
      return this;
    }

    Builder since(Instant value) {
      since = value;
      return this;
    }

    Builder exemption(Exemption value) {
      exemption = value;
      return this;
    }

    boolean hasId() {
      return !ids.isEmpty();
    }

    ScanFinding build() {
      return new ScanFinding(this);
    }
  }
}
