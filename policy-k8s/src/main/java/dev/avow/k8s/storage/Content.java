package dev.avow.k8s.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * What is to be written, announced with its size so that a limit is met before anything is.
 *
 * @param bytes where it comes from
 * @param size how many bytes it must have
 */
record Content(InputStream bytes, long size) {

  private static final int CHUNK = 1 << 16;

  Content {
    if (size < 0) {
      throw new IllegalArgumentException("size must be 0 or more but was %d".formatted(size));
    }
  }

  /** Writes it all, and refuses content of another size than was announced. */
  void writeTo(WritableByteChannel file, Place place) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long left = size;
    int read = read(chunk);
    while (read >= 0 && read <= left) {
      ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      left -= read;
      read = read(chunk);
    }
    if (left > 0 || read >= 0) {
      throw place.refused(Refusal.OTHER_SIZE);
    }
  }

  /** What fails where the content comes from says nothing of the place. */
  private int read(byte[] chunk) {
    try {
      return bytes.read(chunk);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
