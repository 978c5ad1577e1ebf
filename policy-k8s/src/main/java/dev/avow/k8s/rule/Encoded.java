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
 * @param isReadable whether it is base64
 * @param decoded what is encoded; null if that is no text
 */
record Encoded(boolean isReadable, @Nullable String decoded) {

  /** What a tool leaves in place of a reference, and looks for in texts only. */
  private static final String PLACEHOLDER = "__KUBERNETES_REF_";

  static Encoded of(Field field) {
    String text = SecretSearch.written(field).orElse("").replaceAll("\\s", "");
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return new Encoded(true, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException notBase64) {
      return new Encoded(false, null);
    } catch (CharacterCodingException notText) {
      return new Encoded(true, null);
    }
  }

  /** Returns what is encoded, if that is a text. */
  Optional<String> text() {
    return Optional.ofNullable(decoded);
  }

  boolean isPlaceholder() {
    return decoded != null && decoded.contains(PLACEHOLDER);
  }
}
