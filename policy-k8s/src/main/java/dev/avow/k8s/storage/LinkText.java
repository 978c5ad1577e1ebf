package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where links say that they lead.
 *
 * <p>Java reads a link by its path only, so that the text may come from elsewhere. It is as
 * untrusted as a request: it is walked, never opened and never shown.
 */
final class LinkText {

  private LinkText() {}

  /**
   * Returns the components of the target of the link that was seen at {@code place}.
   *
   * @param behind the directories between the root and the link
   * @throws ContainmentException if the target is absolute or the link is another by now
   */
  static List<String> read(Root root, List<String> behind, Place place, BasicFileAttributes seen) {
    try {
      Path path = root.path();
      for (String name : behind) {
        path = path.resolve(name);
      }
      path = path.resolve(place.name());
      Path target = Files.readSymbolicLink(path);
      requireSame(path, place, seen);
      return components(target, place);
    } catch (NotLinkException replaced) {
      throw place.refused(Refusal.CHANGED);
    } catch (IOException failure) {
      throw place.failed(failure);
    }
  }

  private static void requireSame(Path path, Place place, BasicFileAttributes seen)
      throws IOException {
    Object key =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    if (!Objects.equals(key, seen.fileKey())) {
      throw place.refused(Refusal.CHANGED);
    }
  }

  private static List<String> components(Path target, Place place) {
    if (target.isAbsolute() || target.getRoot() != null) {
      throw place.refused(Refusal.LINK_ESCAPES);
    }
    List<String> names = new ArrayList<>();
    for (Path name : target) {
      String text = name.toString();
      if (!text.isEmpty() && !text.equals(".")) {
        names.add(text);
      }
    }
    return names;
  }
}
