package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a place, one name after the other, each opened from the directory before it.
 *
 * <p>At most one directory beside the root is held at a time. A climb, which only a link can ask
 * for, starts again at the root: what was a directory then need not be the same directory now.
 */
final class Walk implements AutoCloseable {

  /** What becomes of a link that is the last component. */
  enum Last {
    /** It counts like any other link. */
    FOLLOWED,
    /** It is the place itself. */
    TAKEN
  }

  /** What is done at the end of the way. */
  @FunctionalInterface
  interface Step<T> {
    /** Does it at {@code place}; {@code found} is what was seen there, null if nothing was. */
    T at(Place place, @Nullable BasicFileAttributes found) throws IOException;
  }

  private static final String UP = "..";

  private final Root root;
  private final Rules rules;
  private final Request request;
  private final Handle start;
  private final Deque<String> ahead = new ArrayDeque<>();
  private final List<String> behind = new ArrayList<>();
  private Handle here;
  private String link = "";
  private int links;
  private @Nullable BasicFileAttributes found;

  /**
   * What a walk keeps to.
   *
   * @param limits how far it may go
   * @param followsLinks whether it follows links inside of the root
   * @param crosses whether it goes on to other file systems
   */
  record Rules(ContainmentLimits limits, boolean followsLinks, boolean crosses) {}

  private Walk(Root root, Handle start, Rules rules, Request request) {
    this.root = root;
    this.start = start;
    this.rules = rules;
    this.request = request;
    this.here = start;
    ahead.addAll(request.names());
  }

  /** Walks to where {@code request} leads and does {@code step} there. */
  static <T> T to(Root root, Handle start, Rules rules, Request request, Last last, Step<T> step)
      throws IOException {
    try (Walk walk = new Walk(root, start, rules, request)) {
      Place place = walk.end(last);
      try {
        return step.at(place, walk.found);
      } catch (IOException failure) {
        throw place.failed(failure);
      }
    }
  }

  /** Returns the place that the request means, whether or not something is there. */
  private Place end(Last last) throws IOException {
    String name = next();
    while (name != null) {
      Place place = place(name);
      if (ahead.isEmpty() && !isFollowed(last)) {
        requireTrailingSlashToFit(place);
        return place;
      }
      BasicFileAttributes attributes = require(place);
      if (attributes.isSymbolicLink()) {
        follow(place, attributes);
      } else {
        enter(place, attributes);
      }
      name = next();
    }
    Place itself = place(".");
    found = itself.look();
    return itself;
  }

  /** Takes the next name and looks at it. */
  private @Nullable String next() throws IOException {
    String name = ahead.poll();
    while (UP.equals(name)) {
      climb();
      name = ahead.poll();
    }
    if (name == null) {
      return null;
    }
    Place place = place(name);
    found = place.look();
    if (found != null && !rules.crosses() && !root.isOnSameDevice(found)) {
      throw place.refused(Refusal.OTHER_FILE_SYSTEM);
    }
    return name;
  }

  private boolean isFollowed(Last last) {
    return found != null && found.isSymbolicLink() && last == Last.FOLLOWED;
  }

  private BasicFileAttributes require(Place place) {
    if (found == null) {
      throw place.refused(Refusal.ABSENT);
    }
    return found;
  }

  private void requireTrailingSlashToFit(Place place) {
    if (request.directory() && found != null && !found.isDirectory()) {
      throw place.refused(Refusal.NOT_A_DIRECTORY);
    }
  }

  private void enter(Place place, BasicFileAttributes attributes) throws IOException {
    Entry.Kind kind = Entry.Kind.of(attributes);
    if (kind != Entry.Kind.DIRECTORY) {
      boolean special = kind == Entry.Kind.SPECIAL;
      throw place.refused(special ? Refusal.SPECIAL_FILE : Refusal.NOT_A_DIRECTORY);
    }
    behind.add(place.name().toString());
    String path = String.join("/", behind);
    Handle known = root.handles().find(path, attributes.fileKey());
    if (known != null) {
      moveTo(known);
    } else {
      moveTo(new Handle(place.openDirectory()));
      root.handles().keep(path, here);
    }
  }

  /** Puts what the link says before what is still ahead, to be walked like anything else. */
  private void follow(Place place, BasicFileAttributes attributes) throws IOException {
    if (!rules.followsLinks()) {
      throw place.refused(Refusal.LINK);
    }
    if (++links > rules.limits().links()) {
      throw place.refused(Refusal.TOO_MANY_LINKS);
    }
    link = place.name().toString();
    List<String> target = LinkText.read(root, behind, place, attributes);
    if (behind.size() + target.size() + ahead.size() > rules.limits().depth()) {
      throw place.refused(Refusal.TOO_DEEP);
    }
    pushAhead(target);
  }

  private void climb() throws IOException {
    if (behind.isEmpty()) {
      throw request.refused(Refusal.LINK_ESCAPES, link);
    }
    behind.remove(behind.size() - 1);
    pushAhead(behind);
    behind.clear();
    moveTo(start);
  }

  private void pushAhead(List<String> names) {
    for (int i = names.size() - 1; i >= 0; i--) {
      ahead.addFirst(names.get(i));
    }
  }

  private void moveTo(Handle there) throws IOException {
    Handle left = here;
    here = there;
    if (left != start) {
      left.release();
    }
  }

  private Place place(String name) {
    return new Place(request, here.stream(), root.system().getPath(name));
  }

  @Override
  public void close() throws IOException {
    moveTo(start);
  }
}
