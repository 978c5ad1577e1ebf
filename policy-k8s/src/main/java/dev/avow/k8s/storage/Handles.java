package dev.avow.k8s.storage;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directories that were entered last, kept open, as opening them is most of the cost of a walk.
 *
 * <p>One is entered again only if the walk has just seen that very directory under its name: an
 * open directory cannot lose its file key to another.
 */
final class Handles {

  private final int most;
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  private record Kept(Handle handle, Object key) {}

  /** Keeps no more than {@code most} directories open. */
  Handles(int most) {
    this.most = most;
  }

  /** Returns the directory {@code path} if it is still the one whose key was seen; held. */
  synchronized @Nullable Handle find(String path, @Nullable Object seen) {
    Kept found = kept.get(path);
    return found != null && found.key.equals(seen) && found.handle.hold() ? found.handle : null;
  }

  /** Keeps the directory {@code path}, which somebody holds. */
  void keep(String path, Handle handle) throws IOException {
    if (most == 0) {
      return;
    }
    BasicFileAttributeView view =
        handle.stream().getFileAttributeView(BasicFileAttributeView.class);
    Object key = view == null ? null : view.readAttributes().fileKey();
    if (key != null) {
      release(put(path, new Kept(handle, key)));
    }
  }

  /** Returns what is not kept any more. */
  private synchronized List<Handle> put(String path, Kept entered) {
    List<Handle> dropped = new ArrayList<>();
    if (closed || !entered.handle.hold()) {
      return dropped;
    }
    Kept before = kept.put(path, entered);
    if (before != null) {
      dropped.add(before.handle);
    } else if (kept.size() > most) {
      Iterator<Kept> eldest = kept.values().iterator();
      dropped.add(eldest.next().handle);
      eldest.remove();
    }
    return dropped;
  }

  /** Lets all go; nothing is kept any more. */
  void close() throws IOException {
    release(removeAll());
  }

  private synchronized List<Handle> removeAll() {
    closed = true;
    List<Handle> all = new ArrayList<>();
    kept.values().forEach(entry -> all.add(entry.handle));
    kept.clear();
    return all;
  }

  private static void release(List<Handle> dropped) throws IOException {
    for (Handle handle : dropped) {
      handle.release();
    }
  }
}
