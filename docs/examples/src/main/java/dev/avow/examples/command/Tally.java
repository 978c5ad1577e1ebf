package dev.avow.examples.command;

import dev.avow.k8s.manifest.Manifest;
import dev.avow.k8s.manifest.Manifests;
import dev.avow.k8s.manifest.Resource;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what is read, shows how far it has come, and keeps what is wrong with the inputs. */
final class Tally implements Manifests.Progress {

  private static final long EVERY = 1000;

  private final Terminal terminal;
  private final boolean keepsVersions;
  private final Map<Subject, String> apiVersions = new HashMap<>();
  private final List<Manifest.Unreadable> unusable = new ArrayList<>();
  private final List<Manifest.Other> others = new ArrayList<>();
  private long files;
  private long documents;
  private long manifests;

  /** Starts to count; API versions of resources are kept only if they are asked for. */
  Tally(Terminal terminal, boolean keepsVersions) {
    this.terminal = terminal;
    this.keepsVersions = keepsVersions;
  }

  /** Returns {@code all}, counting them while they are read. */
  Manifests counting(Manifests all) {
    return () -> {
      Stream<Manifest> stream = all.stream();
      return stream.peek(this::count);
    };
  }

  @Override
  public void file(Path path) {
    files++;
  }

  @Override
  public void document(Document document) {
    documents++;
    if (terminal.progress() && documents % EVERY == 0) {
      terminal.err().printf(Locale.ROOT, "\r%,d documents", documents);
      terminal.err().flush();
    }
  }

  private void count(Manifest manifest) {
    manifests++;
    if (manifest instanceof Manifest.Unreadable unreadable && isInput(unreadable.cause())) {
      unusable.add(unreadable);
    } else if (manifest instanceof Manifest.Other other) {
      others.add(other);
    } else if (keepsVersions && manifest instanceof Resource resource) {
      apiVersions.put(resource.subject(), resource.id().apiVersion());
    }
  }

  /** Returns the API versions of the resources that were read. */
  Map<Subject, String> apiVersions() {
    return apiVersions;
  }

  /** A bad document is a finding; a file that cannot be opened, or is no text, is a bad input. */
  private static boolean isInput(Cause cause) {
    return cause == Cause.UNAVAILABLE || cause == Cause.NOT_TEXT;
  }

  /** Wipes the line that shows how far it has come. */
  void wipe() {
    if (terminal.progress() && documents >= EVERY) {
      terminal.err().print("\r                              \r");
      terminal.err().flush();
    }
  }

  /** Says on standard error what was passed over and what could not be used. */
  void explain() {
    if (manifests == 0) {
      terminal.complain(
          "nothing to check: "
              + (files == 0 ? "no file was found" : counted(files, "file") + " without documents"));
    }
    if (!others.isEmpty()) {
      Manifest.Other first = others.get(0);
      terminal.complain(
          "%s no Kubernetes object and passed over, the first at %s"
              .formatted(
                  counted(others.size(), "document") + (others.size() == 1 ? " is" : " are"),
                  first.location()));
    }
    unusable.forEach(
        unreadable -> terminal.complain(unreadable.location() + ": " + unreadable.reason()));
  }

  private static String counted(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** Returns whether an input could not be used at all. */
  boolean hasUnusable() {
    return !unusable.isEmpty();
  }

  /** Returns whether files were read and none of them held anything. */
  boolean foundOnlyEmptyFiles() {
    return files > 0 && manifests == 0;
  }
}
