package dev.avow.k8s.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlesTest {

  @TempDir private Path directory;

  private final Handles handles = new Handles(2);

  @Test
  void giveWhatTheyKeepToWhoeverHasSeenThatDirectory() throws IOException {
    Handle kept = open();
    handles.keep("a", kept);

    assertThat(handles.find("a", key())).isSameAs(kept);
    assertThat(handles.find("a", "another key")).isNull();
    assertThat(handles.find("b", key())).isNull();
  }

  @Test
  void letGoOfWhatIsKeptAnewUnderTheSameName() throws IOException {
    Handle before = open();
    handles.keep("a", before);
    before.release();

    handles.keep("a", open());

    assertClosed(before);
  }

  @Test
  void keepNothingOnceTheyAreClosed() throws IOException {
    handles.close();
    Handle late = open();

    handles.keep("a", late);
    late.release();

    assertClosed(late);
    assertThat(handles.find("a", key())).isNull();
  }

  @Test
  void doNotHoldWhatIsClosed() throws IOException {
    Handle closed = open();
    closed.release();

    assertThat(closed.hold()).isFalse();
    assertThat(closed.hold()).isFalse();
  }

  private static void assertClosed(Handle handle) {
    assertThatThrownBy(() -> handle.stream().deleteFile(Path.of("nothing")))
        .isInstanceOf(ClosedDirectoryStreamException.class);
  }

  private Handle open() throws IOException {
    @SuppressWarnings("StreamResourceLeak") // the handle closes it
    DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
    return new Handle((SecureDirectoryStream<Path>) stream);
  }

  private Object key() throws IOException {
    return Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }
}
