package dev.avow.k8s.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process that dies while it writes. */
final class Crash {

  static final int STATUS = 71;

  private Crash() {}

  /** Returns the status that the process ended with. */
  static int whileWriting(Path root, String file)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> command = Child.command(Crash.class, root.toString(), file);
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(50, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  /** Writes to the file that is given until it dies. */
  public static void main(String[] arguments) {
    try (ContainedDirectory claim = ContainedDirectory.open(Path.of(arguments[0]))) {
      claim.write(arguments[1], new Deadly(), 1_000_000);
    }
  }

  private static final class Deadly extends InputStream {
    private int read;

    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      read += length;
      if (read > 500_000) {
        Runtime.getRuntime().halt(STATUS);
      }
      return length;
    }
  }
}
