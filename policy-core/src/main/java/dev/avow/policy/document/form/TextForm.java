package dev.avow.policy.document.form;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A value that is written as one text.
 *
 * <p>Immutable; what narrows the schema returns another form.
 *
 * @param <T> the kind of value
 */
public final class TextForm<T> implements Form<T> {

  private static final Set<Kind> NUMBERS_TOO = EnumSet.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL);

  /** Whole numbers that are written as they are shown. */
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final String must;
  private final Function<String, T> parse;
  private final Function<? super T, String> show;
  private final Set<Kind> kinds;
  private final Map<String, Object> narrower;

  private TextForm(
      String must,
      Function<String, T> parse,
      Function<? super T, String> show,
      Set<Kind> kinds,
      Map<String, Object> narrower) {
    this.must = must;
    this.parse = parse;
    this.show = show;
    this.kinds = kinds;
    this.narrower = narrower;
  }

  static <T> TextForm<T> of(
      String must, Function<String, T> parse, Function<? super T, String> show) {
    return new TextForm<>(must, parse, show, EnumSet.of(Kind.TEXT), Map.of());
  }

  /** Returns this form, taking a number for the text it is written with: {@code 1.10} stays so. */
  public TextForm<T> orNumber() {
    return new TextForm<>(must, parse, show, NUMBERS_TOO, narrower);
  }

  /** Returns this form with a keyword in its schema, such as {@code pattern}. */
  public TextForm<T> where(String keyword, Object value) {
    Map<String, Object> more = new HashMap<>(narrower);
    more.put(keyword, value);
    return new TextForm<>(must, parse, show, kinds, Map.copyOf(more));
  }

  @Override
  public Optional<T> read(Field field, Problems problems) {
    Optional<Node> node = field.node();
    if (node.isPresent() && node.get() instanceof Scalar scalar && kinds.contains(scalar.kind())) {
      return problems.attempt(field.location(), () -> parse.apply(scalar.text()));
    }
    problems.mismatch(field, must);
    return Optional.empty();
  }

  @Override
  public Object write(T value) {
    String text = show.apply(value);
    return kinds.contains(Kind.INTEGER) && WHOLE.matcher(text).matches()
        ? (Object) Long.valueOf(text)
        : text;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new TreeMap<>(narrower);
    schema.put("type", kinds.size() == 1 ? "string" : List.of("string", "number"));
    return schema;
  }
}
