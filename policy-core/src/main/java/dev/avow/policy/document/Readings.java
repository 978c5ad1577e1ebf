package dev.avow.policy.document;

import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The documents of one source, each read when it is asked for; never split among threads. */
final class Readings implements Spliterator<Reading> {

  private final String source;
  private final Characters in;
  private final Splitter parts;
  private final PartReader reader;
  private final Format format;
  private boolean ended;

  Readings(String source, Characters in, PartReader reader, int limit) {
    this.source = source;
    this.in = in;
    this.reader = reader;
    this.format = Format.of(source);
    this.parts = new Splitter(in, limit, format);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Reading> action) {
    Reading reading = ended ? null : next();
    if (reading == null) {
      ended = true;
      return false;
    }
    action.accept(reading);
    return true;
  }

  private @Nullable Reading next() {
    try {
      Part part = parts.next();
      return part == null ? null : reader.read(source, part, format);
    } catch (IOException | UncheckedIOException broken) {
      ended = true;
      return new Unreadable(
          Location.at(source, in.line(), in.column()), Cause.UNAVAILABLE, Failures.midway(broken));
    }
  }

  @Override
  public @Nullable Spliterator<Reading> trySplit() {
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
