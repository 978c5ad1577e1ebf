package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open directory that several may hold; the last one who lets go closes it.
 *
 * <p>So closing never waits, not even for an operation that hangs, and never cuts one short.
 */
final class Handle {

  private final SecureDirectoryStream<Path> stream;
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Takes {@code stream}, held once. */
  Handle(SecureDirectoryStream<Path> stream) {
    this.stream = stream;
  }

  SecureDirectoryStream<Path> stream() {
    return stream;
  }

  /** Holds it once more, unless it is closed; returns whether it is held. */
  boolean hold() {
    return holders.getAndUpdate(held -> held == 0 ? 0 : held + 1) > 0;
  }

  void release() throws IOException {
    if (holders.decrementAndGet() == 0) {
      stream.close();
    }
  }
}
