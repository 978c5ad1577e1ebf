package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory known by its path alone, for file systems without handles: secure in form only, so
 * that {@link Guarantee#CHECKED} is walked like {@link Guarantee#OPENED}.
 */
final class CheckedStream implements SecureDirectoryStream<Path> {

  private final Path directory;
  private final DirectoryStream<Path> entries;

  @SuppressWarnings("StreamResourceLeak") // closed with this
  CheckedStream(Path directory) throws IOException {
    this.directory = directory;
    this.entries = Files.newDirectoryStream(directory);
  }

  @Override
  public SecureDirectoryStream<Path> newDirectoryStream(Path path, LinkOption... options)
      throws IOException {
    return new CheckedStream(at(path));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Set<OpenOption> known = new HashSet<>(options);
    if (!directory.getFileSystem().equals(FileSystems.getDefault())) {
      // Where there are no links, the option not to follow them is not known either.
      known.remove(LinkOption.NOFOLLOW_LINKS);
    }
    return Files.newByteChannel(at(path), known, attributes);
  }

  /** Creates a directory, which handles cannot. */
  void createDirectory(Path name) throws IOException {
    Files.createDirectory(at(name));
  }

  @Override
  public void deleteFile(Path path) throws IOException {
    Files.delete(at(path));
  }

  @Override
  public void deleteDirectory(Path path) throws IOException {
    Files.delete(at(path));
  }

  @Override
  public void move(Path from, SecureDirectoryStream<Path> directory, Path to) throws IOException {
    Path target = ((CheckedStream) directory).at(to);
    Files.move(at(from), target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(Class<V> type) {
    return Files.getFileAttributeView(directory, type);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(at(path), type, options);
  }

  @Override
  public Iterator<Path> iterator() {
    return entries.iterator();
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }

  private Path at(Path name) {
    return directory.resolve(name);
  }
}
