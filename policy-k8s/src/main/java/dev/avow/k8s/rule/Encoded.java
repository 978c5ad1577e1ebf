package dev.avow.k8s.rule;

import dev.avow.policy.document.Field;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in base64, as Kubernetes reads it: blanks and line ends do not count.
 *
 * @param bytes what is encoded; null if it is no base64
 */
@SuppressWarnings("ArrayRecordComponent") // it is made where it is asked, and never compared
record Encoded(byte @Nullable [] bytes) {

  /** What a tool leaves in place of a reference, and looks for in texts only. */
  private static final String PLACEHOLDER = "__KUBERNETES_REF_";

  static Encoded of(Field field) {
    String text = SecretSearch.written(field).orElse("").replaceAll("\\s", "");
    try {
      return new Encoded(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return new Encoded(null);
    }
  }

  boolean isReadable() {
    return bytes != null;
  }

  /** Returns what is encoded, if that is a text. */
  Optional<String> text() {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  boolean isPlaceholder() {
    return text().filter(text -> text.contains(PLACEHOLDER)).isPresent();
  }
}
