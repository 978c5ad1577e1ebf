package dev.avow.k8s.manifest;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Reading;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells what a document is: a resource, a list of resources, or something else. */
final class Classifier {

  private static final String LIST = "List";

  private Classifier() {}

  /** Hands what {@code reading} holds to {@code into}, in order; nothing for an empty document. */
  static void classify(Reading reading, Consumer<Manifest> into) {
    if (reading instanceof Unreadable failed) {
      into.accept(new Manifest.Unreadable(failed.location(), failed.cause(), failed.reason()));
    } else if (reading instanceof Document document) {
      Field root = document.field();
      if (!root.isNull()) {
        object(root, "document", "", "", into);
      }
    }
  }

  /**
   * Classifies the value at {@code root}.
   *
   * @param what what it is called in messages
   * @param apiVersion what the list around it says of its items; empty if nothing
   * @param kind the same
   */
  private static void object(
      Field root, String what, String apiVersion, String kind, Consumer<Manifest> into) {
    if (!root.isMapping()) {
      into.accept(malformed(root, what + " must be a mapping but " + is(root)));
      return;
    }
    Field ownVersion = root.field("apiVersion");
    Field ownKind = root.field("kind");
    boolean inList = !what.equals("document");
    if (ownVersion.isAbsent() && ownKind.isAbsent() && !inList) {
      into.accept(
          new Manifest.Other(
              root.location(), "has neither apiVersion nor kind, so is no resource"));
      return;
    }
    Optional<String> version = text(ownVersion, apiVersion);
    Optional<String> name = text(ownKind, kind);
    if (version.isEmpty()) {
      into.accept(malformed(ownVersion, "apiVersion must be a text but " + is(ownVersion)));
    } else if (name.isEmpty()) {
      into.accept(malformed(ownKind, "kind must be a text but " + is(ownKind)));
    } else {
      resource(root, version.get(), name.get(), into);
    }
  }

  private static void resource(
      Field root, String apiVersion, String kind, Consumer<Manifest> into) {
    Field items = root.field("items");
    boolean isList = kind.endsWith(LIST) && items.isPresent();
    if (!isList && !areObjects(items)) {
      into.accept(Resource.of(id(root, apiVersion, kind), root));
    } else if (items.isList()) {
      String itemKind = isList ? kind.substring(0, kind.length() - LIST.length()) : "";
      String itemVersion = itemKind.isEmpty() ? "" : apiVersion;
      items.items().forEach(item -> object(item, "item of a list", itemVersion, itemKind, into));
    } else {
      into.accept(malformed(items, "items must be a list but " + is(items)));
    }
  }

  /**
   * Returns whether {@code items} make a list of what is around them whatever its kind is called;
   * other items are a custom resource's own.
   */
  private static boolean areObjects(Field items) {
    return !items.items().isEmpty()
        && items.items().stream()
            .allMatch(
                item -> item.field("apiVersion").isPresent() && item.field("kind").isPresent());
  }

  private static ResourceId id(Field root, String apiVersion, String kind) {
    Field metadata = root.field("metadata");
    String name = written(metadata.field("name"));
    String generated = written(metadata.field("generateName"));
    return new ResourceId(
        apiVersion,
        kind,
        written(metadata.field("namespace")),
        name.isEmpty() && !generated.isEmpty() ? generated + "*" : name);
  }

  /** Returns a plain value as it is written, a number too; empty if there is none. */
  private static String written(Field field) {
    return field.node().orElse(null) instanceof Scalar scalar && scalar.kind() != Kind.NULL
        ? scalar.text()
        : "";
  }

  private static Optional<String> text(Field field, String otherwise) {
    Optional<String> said = field.isAbsent() ? Optional.of(otherwise) : field.text();
    return said.filter(text -> !text.isEmpty());
  }

  private static Manifest malformed(Field at, String reason) {
    return new Manifest.Unreadable(at.location(), Cause.MALFORMED, reason);
  }

  /** Returns what stands at {@code field} without quoting it. */
  private static String is(Field field) {
    if (field.node().isEmpty()) {
      return "is not set";
    }
    if (field.isUnresolved()) {
      return "is an expression";
    }
    if (field.node().get() instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case NULL -> "is null";
        case TEXT -> scalar.text().isEmpty() ? "is empty" : "is a text";
        case INTEGER, DECIMAL -> "is a number";
        case FLAG -> "is true or false";
      };
    }
    return field.isList() ? "is a list" : "is a mapping";
  }
}
