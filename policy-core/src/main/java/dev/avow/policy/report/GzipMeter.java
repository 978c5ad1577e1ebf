package dev.avow.policy.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Passes on what is written, and knows how large it is once it is packed. */
final class GzipMeter extends Writer {

  private final Writer out;
  private final Counter counter = new Counter();
  private final Writer packed;

  GzipMeter(Writer out) throws IOException {
    this.out = out;
    this.packed = new OutputStreamWriter(new GZIPOutputStream(counter), StandardCharsets.UTF_8);
  }

  /** Returns how many bytes the packer has given out, which lags behind by less than 100,000. */
  long bytes() {
    return counter.bytes;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(text, from, length);
    packed.write(text, from, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }

  private static final class Counter extends OutputStream {

    private long bytes;

    @Override
    public void write(int octet) {
      bytes++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      bytes += length;
    }
  }
}
