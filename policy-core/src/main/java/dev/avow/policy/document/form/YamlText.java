package dev.avow.policy.document.form;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Writes trees as YAML 1.2, in block style; a text that would be read as another type, or cannot be
 * seen, is quoted.
 */
public final class YamlText {

  /**
   * What the core schema of YAML 1.2 takes for something else than a text when it is not quoted.
   */
  private static final Pattern NOT_A_TEXT =
      Pattern.compile(
          "|~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
              + "|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
              + "|<<|=");

  private final Emitter emitter;

  private YamlText(Emitter emitter) {
    this.emitter = emitter;
  }

  /** Returns {@code tree} as YAML. */
  public static String of(Object tree) {
    StringWriter text = new StringWriter();
    try {
      new YamlText(new Emitter(text, options())).document(tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    return options;
  }

  private void document(Object tree) throws IOException {
    emitter.emit(new StreamStartEvent(null, null));
    emitter.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
    write(tree);
    emitter.emit(new DocumentEndEvent(null, null, false));
    emitter.emit(new StreamEndEvent(null, null));
  }

  private void write(Object tree) throws IOException {
    if (tree instanceof Map<?, ?> entries) {
      emitter.emit(new MappingStartEvent(null, null, true, null, null, style(entries.isEmpty())));
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        write(entry.getKey());
        write(entry.getValue());
      }
      emitter.emit(new MappingEndEvent(null, null));
    } else if (tree instanceof List<?> items) {
      emitter.emit(new SequenceStartEvent(null, null, true, null, null, style(items.isEmpty())));
      for (Object item : items) {
        write(item);
      }
      emitter.emit(new SequenceEndEvent(null, null));
    } else {
      scalar(tree);
    }
  }

  private static FlowStyle style(boolean empty) {
    return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private void scalar(Object value) throws IOException {
    String text = value.toString();
    boolean quoted =
        value instanceof String && (NOT_A_TEXT.matcher(text).matches() || Invisible.in(text));
    ScalarStyle style = quoted ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    emitter.emit(
        new ScalarEvent(null, null, new ImplicitTuple(true, true), text, null, null, style));
  }
}
