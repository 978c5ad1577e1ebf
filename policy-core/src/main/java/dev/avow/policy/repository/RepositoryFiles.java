package dev.avow.policy.repository;

import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lists the files of a checkout, without what tools have put there. */
final class RepositoryFiles extends SimpleFileVisitor<Path> {

  private static final Set<String> NOT_OURS =
      Set.of(".git", "node_modules", "bower_components", "vendor", "target", "testdata");

  private final Path root;
  private final TreeSet<String> found = new TreeSet<>();

  private RepositoryFiles(Path root) {
    this.root = root;
  }

  /**
   * Returns the paths of the files below {@code root}, sorted; links are not followed.
   *
   * @throws DocumentException if it is no folder that can be listed
   */
  static List<String> below(Path root) {
    RepositoryFiles files = new RepositoryFiles(root);
    String source = root.toString().isEmpty() ? "." : root.toString();
    try {
      if (!Files.isDirectory(root)) {
        throw refuse(source, "repository must be a folder but is none");
      }
      Files.walkFileTree(root, files);
    } catch (IOException failure) {
      throw refuse(source, "folder must be readable but cannot be listed");
    }
    return List.copyOf(files.found);
  }

  private static DocumentException refuse(String source, String reason) {
    return new DocumentException(new Unreadable(Location.in(source), Cause.UNAVAILABLE, reason));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean ours = folder.equals(root) || !NOT_OURS.contains(String.valueOf(folder.getFileName()));
    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      found.add(root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"));
    }
    return FileVisitResult.CONTINUE;
  }
}
