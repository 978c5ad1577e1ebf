package dev.avow.k8s.storage;

import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The device on which a file lies, which Java tells only inside of its file keys. */
final class Device {

  private static final String MARK = "(dev=";

  private Device() {}

  /** Returns the device, or nothing where file keys have another form. */
  static @Nullable String of(BasicFileAttributes attributes) {
    String key = String.valueOf(attributes.fileKey());
    int end = key.indexOf(',');
    return key.startsWith(MARK) && end > 0 ? key.substring(MARK.length(), end) : null;
  }
}
