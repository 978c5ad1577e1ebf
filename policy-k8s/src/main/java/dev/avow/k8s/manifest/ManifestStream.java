package dev.avow.k8s.manifest;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of one source after the other, a document at a time.
 *
 * <p>Written out rather than with {@code flatMap}, which reads a whole source ahead when somebody
 * iterates.
 */
final class ManifestStream implements Spliterator<Manifest> {

  static final DocumentReader READER = DocumentReader.kubernetes();

  private final Sources sources;
  private final Manifests.Progress progress;
  private final Deque<Manifest> ready = new ArrayDeque<>();
  private @Nullable Stream<Reading> open;
  private @Nullable Spliterator<Reading> readings;

  private ManifestStream(Sources sources, Manifests.Progress progress) {
    this.sources = sources;
    this.progress = progress;
  }

  /** Where readings come from, one source after the other. */
  @FunctionalInterface
  interface Sources {

    /** Returns the next source, to be closed, or null behind the last. */
    @Nullable Stream<Reading> next(Manifests.Progress progress);
  }

  static Stream<Manifest> of(Sources sources, Manifests.Progress progress) {
    ManifestStream stream = new ManifestStream(sources, progress);
    return StreamSupport.stream(stream, false).onClose(stream::close);
  }

  static Stream<Manifest> of(Stream<Reading> readings) {
    Deque<Stream<Reading>> one = new ArrayDeque<>();
    one.add(readings);
    ManifestStream stream = new ManifestStream(progress -> one.poll(), new Manifests.Progress() {});
    return StreamSupport.stream(stream, false).onClose(readings::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Manifest> action) {
    while (ready.isEmpty()) {
      if (readings == null && !openNext()) {
        return false;
      }
      if (readings != null && !readings.tryAdvance(this::take)) {
        close();
      }
    }
    action.accept(ready.remove());
    return true;
  }

  private void take(Reading reading) {
    if (reading instanceof Document document) {
      progress.document(document);
    }
    Classifier.classify(reading, ready::add);
  }

  private boolean openNext() {
    Stream<Reading> next = sources.next(progress);
    open = next;
    readings = next == null ? null : next.spliterator();
    return next != null;
  }

  private void close() {
    Stream<Reading> done = open;
    open = null;
    readings = null;
    if (done != null) {
      done.close();
    }
  }

  @Override
  public @Nullable Spliterator<Manifest> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
