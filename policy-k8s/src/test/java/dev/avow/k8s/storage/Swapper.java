package dev.avow.k8s.storage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Another process that exchanges two names as fast as it can, until its input ends. */
final class Swapper implements AutoCloseable {

  private final Process process;

  private Swapper(Process process) {
    this.process = process;
  }

  static Swapper of(Path one, Path other) throws IOException, URISyntaxException {
    List<String> command = Child.command(Swapper.class, one.toString(), other.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Swapper swapper = new Swapper(process);
    if (process.getInputStream().read() != '.') {
      swapper.close();
      throw new IOException("the swapper did not start");
    }
    return swapper;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Exchanges the two paths that are given. */
  public static void main(String[] paths) throws IOException {
    endWithInput();
    Path one = Path.of(paths[0]);
    Path other = Path.of(paths[1]);
    Path between = one.resolveSibling(one.getFileName() + "-between");
    for (long swaps = 0; ; swaps++) {
      Files.move(one, between, StandardCopyOption.ATOMIC_MOVE);
      Files.move(other, one, StandardCopyOption.ATOMIC_MOVE);
      Files.move(between, other, StandardCopyOption.ATOMIC_MOVE);
      if (swaps == 0) {
        System.out.write('.');
        System.out.flush();
      }
    }
  }

  /** So that nothing is left when the tests are killed. */
  private static void endWithInput() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is ever said
                }
              } catch (IOException broken) {
                // which is an end, too
              }
              Runtime.getRuntime().halt(0);
            });
    watch.setDaemon(true);
    watch.start();
  }
}
