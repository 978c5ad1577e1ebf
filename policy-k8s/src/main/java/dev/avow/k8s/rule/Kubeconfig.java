package dev.avow.k8s.rule;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.manifest.ResourceId;
import dev.avow.k8s.network.PlacedObject;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A file by which clients find their API server, or a value that is one.
 *
 * @param root the file's outermost value; absent if it cannot be read
 * @param at where it is: itself, or the value
 * @param isEmbedded whether it is a value
 */
record Kubeconfig(Field root, Field at, boolean isEmbedded) {

  private static final DocumentReader READER = DocumentReader.kubernetes();

  /** Returns those in {@code resource}: itself, or the values of Secrets and ConfigMaps in it. */
  static List<Kubeconfig> in(Resource resource) {
    List<Kubeconfig> found = new ArrayList<>();
    for (PlacedObject placed : PlacedObject.in(resource)) {
      ResourceId id = placed.object().id();
      Field root = placed.object().place();
      if (id.apiVersion().equals("v1") && isOne(root)) {
        found.add(new Kubeconfig(root, root, false));
      } else if (id.apiVersion().equals("v1") && id.kind().equals("Secret")) {
        collect(root.field("stringData"), false, found);
        collect(root.field("data"), true, found);
      } else if (id.apiVersion().equals("v1") && id.kind().equals("ConfigMap")) {
        collect(root.field("data"), false, found);
        collect(root.field("binaryData"), true, found);
      }
    }
    return found;
  }

  private static void collect(Field values, boolean encoded, List<Kubeconfig> into) {
    for (Field value : values.fields()) {
      value
          .text()
          .flatMap(text -> encoded ? decode(text) : Optional.of(text))
          .filter(Kubeconfig::looksLikeOne)
          .flatMap(text -> read(text, value))
          .ifPresent(into::add);
    }
  }

  private static Optional<String> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static boolean looksLikeOne(String text) {
    return text.contains("clusters") && text.contains("Config") && text.contains("server");
  }

  private static Optional<Kubeconfig> read(String text, Field value) {
    try {
      Field root = READER.readOne(value.location().source(), text).field();
      return isOne(root) ? Optional.of(new Kubeconfig(root, value, true)) : Optional.empty();
    } catch (DocumentException broken) {
      return text.contains("current-context")
          ? Optional.of(new Kubeconfig(value.field("clusters"), value, true))
          : Optional.empty();
    }
  }

  private static boolean isOne(Field root) {
    return root.field("kind").is("Config").holds() && root.field("clusters").isList();
  }

  boolean isUnreadable() {
    return root.isAbsent();
  }

  /** Returns where a finding about {@code field} stands: a value is one place. */
  Field place(Field field) {
    return isEmbedded ? at : field;
  }
}
