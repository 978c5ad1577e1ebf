package dev.avow.policy.document;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file or a stream, for a person. */
final class Failures {

  private Failures() {}

  /** Returns why a file could not be opened. */
  static String opening(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "file must exist but does not";
    }
    if (failure instanceof AccessDeniedException) {
      return "file must be readable but access is denied";
    }
    return "file must be readable but cannot be opened" + detail(failure);
  }

  /** Returns why reading broke off. */
  static String midway(Exception failure) {
    return "input must be readable to its end but breaks off" + detail(failure);
  }

  private static String detail(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = cause.getMessage();
    return message == null || message.isBlank() ? "" : " (" + message + ")";
  }
}
