package dev.avow.k8s.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What failures of the file system mean for a request. */
final class Failures {

  private Failures() {}

  /** Returns the refusal that {@code failure} amounts to, or nothing if it is a real failure. */
  static @Nullable Refusal reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return Refusal.ABSENT;
    }
    if (failure instanceof AccessDeniedException) {
      return Refusal.DENIED;
    }
    if (failure instanceof FileAlreadyExistsException) {
      return Refusal.EXISTS;
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return Refusal.NOT_EMPTY;
    }
    if (failure instanceof NotDirectoryException) {
      return Refusal.NOT_A_DIRECTORY;
    }
    return failure instanceof AtomicMoveNotSupportedException ? Refusal.OTHER_FILE_SYSTEM : null;
  }

  /**
   * Returns {@code failure} as callers get it. A refusal does not name it as its cause, whose
   * message would show hostile names as they came.
   */
  static RuntimeException of(Request request, String component, IOException failure) {
    Refusal reason = reason(failure);
    return reason == null ? new UncheckedIOException(failure) : request.refused(reason, component);
  }
}
