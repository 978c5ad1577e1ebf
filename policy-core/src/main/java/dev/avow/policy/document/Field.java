package dev.avow.policy.document;

import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cursor on a place in a document: a value with its address.
 *
 * <p>A field can be asked for whether or not it exists. It is present, null, absent, or unresolved
 * (an expression that something else fills in later), and rules keep these apart. Made when asked
 * for, never kept.
 *
 * <pre>{@code
 * Field image = document.field().at("spec.template.spec.containers[0].image");
 * image.location(); // deploy/backend.yaml:28:11
 * }</pre>
 */
public final class Field {

  private final Document document;
  private final @Nullable Field parent;
  private final @Nullable String key;
  private final int index;
  private final @Nullable Node node;

  private Field(
      Document document,
      @Nullable Field parent,
      @Nullable String key,
      int index,
      @Nullable Node node) {
    this.document = document;
    this.parent = parent;
    this.key = key;
    this.index = index;
    this.node = node;
  }

  /** Returns the field of the document's outermost value. */
  public static Field of(Document document) {
    return new Field(document, null, null, -1, document.root());
  }

  /** Returns the field called {@code name}, taken as it is: dots in it mean nothing. */
  public Field field(String name) {
    Node child = node instanceof Mapping mapping ? mapping.get(name) : null;
    return new Field(document, this, name, -1, child);
  }

  /**
   * Returns the field at place {@code position}, from 0, of this list.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Field item(int position) {
    if (position < 0) {
      throw new IllegalArgumentException(
          "a place in a list must be 0 or more but was %d".formatted(position));
    }
    Node child =
        node instanceof Sequence list && position < list.items().size()
            ? list.items().get(position)
            : null;
    return new Field(document, this, null, position, child);
  }

  /**
   * Returns the field at the end of {@code path}, as {@link #path()} writes it: names between dots,
   * with places in brackets, {@code spec.containers[0].image}, and names that hold other characters
   * in brackets and quotes. The empty path leads to this field.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public Field at(String path) {
    return FieldPath.follow(path, this);
  }

  /** Returns the fields of this list, in order; none if it is not a list. */
  public List<Field> items() {
    if (!(node instanceof Sequence list)) {
      return List.of();
    }
    List<Field> items = new ArrayList<>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      items.add(new Field(document, this, null, i, list.items().get(i)));
    }
    return items;
  }

  /** Returns the fields of this mapping, in order; none if it is not a mapping. */
  public List<Field> fields() {
    if (!(node instanceof Mapping mapping)) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>(mapping.size());
    for (Node.Entry entry : mapping.entries()) {
      fields.add(new Field(document, this, entry.key(), -1, entry.value()));
    }
    return fields;
  }

  /** Returns this field's name in its mapping, or its place in its list; empty for the document. */
  public String name() {
    if (key != null) {
      return key;
    }
    return index < 0 ? "" : String.valueOf(index);
  }

  /**
   * Returns what a person would call this field, its last name with the places behind it: {@code
   * image}, {@code add[0]}.
   */
  public String label() {
    return parent == null || key != null ? name() : parent.label() + "[" + index + "]";
  }

  /** Returns the field around this one; nothing for the document itself. */
  public Optional<Field> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns the value; nothing if the field is absent. */
  public Optional<Node> node() {
    return Optional.ofNullable(node);
  }

  /** Returns whether there is a value and it is not null. */
  public boolean isPresent() {
    return node != null && !isNull();
  }

  /** Returns whether the field is written and its value is null. */
  public boolean isNull() {
    return node instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /** Returns whether the field is not written at all. */
  public boolean isAbsent() {
    return node == null;
  }

  /** Returns whether the value is a mapping. */
  public boolean isMapping() {
    return node instanceof Mapping;
  }

  /** Returns whether the value is a list. */
  public boolean isList() {
    return node instanceof Sequence;
  }

  /**
   * Returns whether the value is a text holding an expression, <code>${…}</code> or <code>{{…}}
   * </code>, so that what it will be is not known here; so is a field that is not written, where
   * such a text stands around it.
   */
  public boolean isUnresolved() {
    if (node == null) {
      return parent != null && parent.isUnresolved();
    }
    return node instanceof Scalar scalar
        && scalar.kind() == Kind.TEXT
        && isExpression(scalar.text());
  }

  /**
   * Returns whether {@code text}, a value or a key, holds an expression as {@link #isUnresolved()}
   * knows them.
   */
  public static boolean isExpression(String text) {
    return encloses(text, "${", "}") || encloses(text, "{{", "}}");
  }

  private static boolean encloses(String text, String open, String close) {
    int at = text.indexOf(open);
    return at >= 0 && text.indexOf(close, at) >= 0;
  }

  /** Returns the value if it is a text. */
  public Optional<String> text() {
    return scalar(Kind.TEXT).map(Scalar::text);
  }

  /** Returns the value if it is a whole number that fits. */
  public OptionalLong integer() {
    return scalar(Kind.INTEGER).map(Scalar::value).orElse(null) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  /** Returns the value if it is true or false. */
  public Optional<Boolean> flag() {
    return scalar(Kind.FLAG).map(scalar -> (Boolean) scalar.value());
  }

  private Optional<Scalar> scalar(Kind kind) {
    return node instanceof Scalar scalar && scalar.kind() == kind
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Returns a check that the value is true. */
  public Check isTrue() {
    return is(true);
  }

  /** Returns a check that the value is false, written out: absent is not false. */
  public Check isFalse() {
    return is(false);
  }

  /** Returns a check that the value is the text {@code expected}. */
  public Check is(String expected) {
    return decide(text().filter(expected::equals).isPresent());
  }

  /** Returns a check that there is a value and it is not null. */
  public Check exists() {
    return node == null ? decide(false) : Check.of(isPresent(), this);
  }

  /** Returns a check that the value is a list that holds the text {@code expected}. */
  public Check contains(String expected) {
    return contains(expected::equals);
  }

  /** Returns a check that the value is a list that holds a text as {@code condition} has it. */
  public Check contains(Predicate<String> condition) {
    List<Field> items = items();
    for (Field item : items) {
      if (!item.isUnresolved() && item.text().filter(condition).isPresent()) {
        return Check.of(true, item);
      }
    }
    return items.stream().filter(Field::isUnresolved).findFirst().orElse(this).decide(false);
  }

  private Check is(boolean expected) {
    return decide(flag().filter(value -> value == expected).isPresent());
  }

  /** Returns a check that is unknown while this field is an expression, else {@code holds}. */
  public Check decide(boolean holds) {
    return isUnresolved() ? Check.unknown("the value of " + path(), this) : Check.of(holds, this);
  }

  /**
   * Returns what stands here, as a phrase: {@code is not set}, {@code is null}, {@code is false};
   * of a long text, or one of several lines, the beginning. A list of up to three short texts is
   * shown, {@code is ["NET_RAW"]}; of any other the size is said, {@code is a list of 7}.
   */
  public String found() {
    return Found.phrase(node);
  }

  /** Returns the path from the document: {@code metadata.labels["app.kubernetes.io/name"]}. */
  public String path() {
    StringBuilder path = new StringBuilder();
    appendPath(path);
    return path.toString();
  }

  private void appendPath(StringBuilder path) {
    if (parent == null) {
      return;
    }
    parent.appendPath(path);
    if (key == null) {
      path.append('[').append(index).append(']');
    } else {
      FieldPath.append(path, key);
    }
  }

  /**
   * Returns the JSON Pointer from the document.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
   */
  public String pointer() {
    if (parent == null) {
      return "";
    }
    String step = key == null ? String.valueOf(index) : key.replace("~", "~0").replace("/", "~1");
    return parent.pointer() + "/" + step;
  }

  /**
   * Returns where the value stands or, where there is none, where the nearest value around it
   * stands. The path is this field's in both cases.
   */
  public Location location() {
    Field there = this;
    while (there.node == null && there.parent != null) {
      there = there.parent;
    }
    Node.Span span = there.node == null ? document.root().span() : there.node.span();
    return document.locate(span, path());
  }

  /** Returns where this field's key stands; the value's place if it has no key. */
  public Location keyLocation() {
    Span span =
        parent != null && key != null && parent.node instanceof Mapping mapping
            ? mapping.keySpan(key)
            : null;
    return span == null ? location() : document.locate(span, path());
  }

  /** Returns the document that this is a place in. */
  public Document document() {
    return document;
  }

  @Override
  public String toString() {
    return path() + " " + found();
  }
}
