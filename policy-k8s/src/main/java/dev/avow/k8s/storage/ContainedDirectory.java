package dev.avow.k8s.storage;

import dev.avow.policy.finding.RuleDescription;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.finding.Severity;
import dev.avow.policy.finding.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory, such as a mounted claim, that no path leads out of.
 *
 * <p>Paths are relative and separated by slashes. Each name is looked at and opened from the handle
 * of the directory before it, never following a link, so that nothing that happens meanwhile leads
 * elsewhere: {@link Guarantee#OPENED} says what that covers and what it does not. {@code ..},
 * absolute paths, backslashes, drives, NUL and over-long names are refused; pipes, devices and
 * sockets are recognised before anything is opened.
 *
 * <pre>{@code
 * try (ContainedDirectory claim = ContainedDirectory.open(Path.of("/data/uploads"))) {
 *   claim.write("2026/report.pdf", bytes);
 * }
 * }</pre>
 *
 * <p>Thread-safe. Operations throw {@link ContainmentException} for what is refused, {@link
 * java.io.UncheckedIOException} for what fails, and {@link IllegalStateException} once closed. An
 * operation that is under way when the directory is closed comes to its end, and what it has opened
 * stays open.
 */
public final class ContainedDirectory implements AutoCloseable {

  /** The rule whose verdicts {@link #check} and {@link #resolve} give. */
  public static final RuleDescription RULE =
      RuleDescription.of(RuleId.of("path-stays-in-directory"))
          .severity(Severity.HIGH)
          .target("path")
          .reason("A path that leads out of a claim reads and writes what was never shared.")
          .advice("Open files beneath the claim only, component by component, not following links.")
          .see("https://cwe.mitre.org/data/definitions/22.html")
          .see("https://cwe.mitre.org/data/definitions/59.html")
          .see("https://cwe.mitre.org/data/definitions/367.html")
          .build();

  private final Root root;
  private final Subject subject;
  private final Guarantee required;
  private final Walk.Rules rules;
  private final Reads reads;
  private final Changes changes;

  private ContainedDirectory(Builder builder) throws IOException {
    this.root = Root.open(builder.directory, builder.byPaths, builder.kept);
    this.subject = builder.subject;
    this.required = builder.required;
    this.rules = new Walk.Rules(builder.limits, builder.followsLinks, builder.crosses);
    this.reads = new Reads(builder.limits);
    this.changes = new Changes(root);
  }

  /**
   * Opens {@code directory}, not following links beneath it.
   *
   * @throws UncheckedIOException if it is no directory or cannot be read
   */
  public static ContainedDirectory open(Path directory) {
    return at(directory).open();
  }

  /**
   * Starts to say how {@code directory} is to be opened; links in this path itself are followed.
   */
  public static Builder at(Path directory) {
    return new Builder(directory);
  }

  /**
   * Returns what the file system lets operations guarantee; if that is less than was required, they
   * are refused.
   */
  public Guarantee guarantee() {
    return root.guarantee();
  }

  /**
   * Returns what the text of {@code path} says: {@link Guarantee#LEXICAL}. The file system is not
   * touched, and nothing is decoded.
   */
  public Containment check(String path) {
    return resolve(path, Guarantee.LEXICAL);
  }

  /** Returns what {@link #check} says of {@code encoded} decoded once. */
  public Containment checkEncoded(String encoded) {
    try {
      return check(decode(encoded));
    } catch (ContainmentException malformed) {
      return Containment.refused(asked(encoded), Guarantee.LEXICAL, malformed);
    }
  }

  /**
   * Returns the path that {@code encoded} means by RFC 3986, decoded exactly once. No other method
   * but {@link #checkEncoded} decodes anything.
   *
   * @throws ContainmentException if it is not percent-encoded UTF-8
   */
  public String decode(String encoded) {
    return PercentEncoding.decode(asked(encoded));
  }

  /** Returns whether {@code path} leads to something in the directory, and opens it to be sure. */
  public Containment resolve(String path) {
    return resolve(path, Guarantee.OPENED);
  }

  /**
   * Returns whether {@code path} leads to something in the directory.
   *
   * <p>Where the file system has no handles on directories, nothing is {@link Guarantee#OPENED}: a
   * path that would be contained is then INCONCLUSIVE.
   *
   * @param most the guarantee that is asked for
   */
  public Containment resolve(String path, Guarantee most) {
    Asked asked = asked(path);
    try {
      Request request = request(asked);
      return most == Guarantee.LEXICAL
          ? Containment.contained(asked, most)
          : resolve(request, most);
    } catch (ContainmentException refused) {
      return Containment.refused(asked, Guarantee.LEXICAL, refused);
    }
  }

  private Containment resolve(Request request, Guarantee most) {
    Asked asked = request.asked();
    Guarantee reached = most.compareTo(guarantee()) > 0 ? guarantee() : most;
    try {
      walk(request, Walk.Last.FOLLOWED, reached == Guarantee.OPENED ? reads::touch : reads::see);
    } catch (ContainmentException refused) {
      return Containment.refused(asked, reached, refused);
    } catch (UncheckedIOException failure) {
      return Containment.refused(asked, reached, asked.refused(Refusal.FAILED, request.lastName()));
    }
    return reached == most
        ? Containment.contained(asked, reached)
        : Containment.refused(asked, reached, asked.refused(Refusal.NO_HANDLES, ""));
  }

  /**
   * Opens the file at {@code path} for reading; close the channel when done.
   *
   * <p>It gives no more bytes than the limit, however much the file grows: reading on is refused.
   */
  public SeekableByteChannel open(String path) {
    return at(path, Walk.Last.FOLLOWED, reads::open);
  }

  /** Returns the bytes of the file at {@code path}. */
  public byte[] read(String path) {
    try (InputStream in = Channels.newInputStream(open(path))) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns what is in the directory at {@code path}, sorted by name; the root is {@code .}. */
  public List<Entry> list(String path) {
    return at(path, Walk.Last.FOLLOWED, reads::list);
  }

  /** Writes {@code bytes} as {@link #write(String, InputStream, long)} does. */
  public void write(String path, byte[] bytes) {
    write(path, new ByteArrayInputStream(bytes), bytes.length);
  }

  /**
   * Creates or replaces the file at {@code path}, in a directory that exists, as a whole: whoever
   * reads it, even after a crash, finds the old content or the new.
   *
   * <p>A file that is replaced keeps its permissions. The new one belongs to this process, and
   * where that changes its group, the group may no more than everybody. A crash may leave a file
   * behind whose name starts with {@code .avow-}.
   *
   * @param content what to write; it is read to its end and not closed
   * @param size how many bytes it has: more than the limit, and nothing is written at all
   */
  public void write(String path, InputStream content, long size) {
    Content announced = new Content(content, size);
    Request request = request(asked(path));
    if (size > rules.limits().bytesWritten()) {
      throw request.refused(Refusal.TOO_LARGE, request.lastName());
    }
    at(
        path,
        Walk.Last.FOLLOWED,
        (place, found) -> {
          changes.write(place, found, announced);
          return place;
        });
  }

  /** Creates an empty file at {@code path}, where nothing must be, in a directory that exists. */
  public void createFile(String path) {
    at(
        path,
        Walk.Last.TAKEN,
        (place, found) -> {
          changes.createFile(place, found);
          return place;
        });
  }

  /**
   * Creates a directory at {@code path}, where nothing must be, in one that exists.
   *
   * <p>It is made in the root and moved from there, so that the root must be writable.
   */
  public void createDirectory(String path) {
    at(
        path,
        Walk.Last.TAKEN,
        (place, found) -> {
          root.use(start -> changes.createDirectory(start.stream(), place, found));
          return place;
        });
  }

  /** Deletes the file, the link itself or the empty directory at {@code path}. */
  public void delete(String path) {
    at(
        path,
        Walk.Last.TAKEN,
        (place, found) -> {
          changes.delete(place, found);
          return place;
        });
  }

  /**
   * Gives the file, the link itself or the directory at {@code from} the path {@code to}, where
   * nothing must be. What comes to be there in the same moment may be replaced.
   */
  public void rename(String from, String to) {
    at(
        from,
        Walk.Last.TAKEN,
        (place, found) ->
            at(
                to,
                Walk.Last.TAKEN,
                (target, there) -> changes.rename(place, found, target, there)));
  }

  /** Ends it: further operations are refused, and those under way come to their end. */
  @Override
  public void close() {
    try {
      root.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Asked asked(String path) {
    return new Asked(subject, root.path().toString(), path);
  }

  private Request request(Asked asked) {
    return Request.read(asked, root.system(), rules.limits().depth());
  }

  private <T> T at(String path, Walk.Last last, Walk.Step<T> step) {
    Asked asked = asked(path);
    if (guarantee().compareTo(required) < 0) {
      throw asked.refused(Refusal.NO_HANDLES, "");
    }
    return walk(request(asked), last, step);
  }

  private <T> T walk(Request request, Walk.Last last, Walk.Step<T> step) {
    try {
      return root.use(start -> Walk.to(root, start, rules, request, last, step));
    } catch (IOException failure) {
      throw Failures.of(request, request.lastName(), failure);
    }
  }

  /** Says how a {@link ContainedDirectory} is to be opened. */
  public static final class Builder {

    private final Path directory;
    private Subject subject;
    private Guarantee required = Guarantee.OPENED;
    private ContainmentLimits limits = ContainmentLimits.STANDARD;
    private boolean followsLinks;
    private boolean crosses;
    private boolean byPaths;
    private int kept = 16;

    private Builder(Path directory) {
      this.directory = directory;
      this.subject = Subject.of("Directory").with(Subject.NAME, Shown.plain(directory.toString()));
    }

    /** Names the claim that is mounted there, so that findings name it too. */
    public Builder claim(String namespace, String name) {
      subject =
          Subject.of("PersistentVolumeClaim")
              .with(Subject.NAMESPACE, namespace)
              .with(Subject.NAME, name);
      return this;
    }

    /** Sets the least that operations must guarantee; {@link Guarantee#OPENED} until set. */
    public Builder requires(Guarantee least) {
      required = least;
      return this;
    }

    /** Sets the limits; {@link ContainmentLimits#STANDARD} until set. */
    public Builder limits(ContainmentLimits value) {
      limits = value;
      return this;
    }

    /**
     * Follows links whose targets are relative and never climb out of the directory, not even to
     * come back. The target is walked like a request.
     */
    public Builder followLinks() {
      followsLinks = true;
      return this;
    }

    /** Goes on to other file systems that are mounted beneath the directory. */
    public Builder crossFileSystems() {
      crosses = true;
      return this;
    }

    /**
     * Sets how many directories beneath this one are kept open, as opening them is most of the cost
     * of a deep path: 16 until set, two descriptors each.
     */
    public Builder keepOpen(int directories) {
      if (directories < 0) {
        throw new IllegalArgumentException(
            "directories to keep open must be 0 or more but were %d".formatted(directories));
      }
      kept = directories;
      return this;
    }

    /** Forgoes the handles that the file system has, as if it had none. */
    Builder byPaths() {
      byPaths = true;
      return this;
    }

    /**
     * Opens the directory.
     *
     * @throws UncheckedIOException if it is no directory or cannot be read
     */
    public ContainedDirectory open() {
      try {
        return new ContainedDirectory(this);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
