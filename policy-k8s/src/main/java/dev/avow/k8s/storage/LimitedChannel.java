package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Supplier;

/** A file opened for reading that gives no byte beyond a limit, however much it grows. */
final class LimitedChannel implements SeekableByteChannel {

  private final SeekableByteChannel file;
  private final long limit;
  private final Supplier<ContainmentException> refused;

  LimitedChannel(SeekableByteChannel file, long limit, Supplier<ContainmentException> refused) {
    this.file = file;
    this.limit = limit;
    this.refused = refused;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    long left = limit - file.position();
    if (left <= 0) {
      return end();
    }
    int end = into.limit();
    into.limit(into.position() + (int) Math.min(left, into.remaining()));
    try {
      return file.read(into);
    } finally {
      into.limit(end);
    }
  }

  /** The size that a file tells is not always that of what it gives, so one more byte is tried. */
  private int end() throws IOException {
    int read = file.read(ByteBuffer.allocate(1));
    if (read > 0) {
      throw refused.get();
    }
    return read;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
