package dev.avow.policy.document;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a source into the texts of its documents.
 *
 * <p>YAML documents end at a line that begins with {@code ---} or {@code ...}, whatever stands
 * around it. Values in braces or brackets also end where they end, so that JSON may follow JSON.
 */
final class Splitter {

  private static final int MARKER = 3;

  private final Characters in;
  private final int limit;
  private final Format format;
  private final FlowEnd flowEnd;
  private int number;
  private @Nullable IOException failure;
  private @Nullable Draft second;

  Splitter(Characters in, int limit, Format format) {
    this.in = in;
    this.limit = limit;
    this.format = format;
    this.flowEnd = new FlowEnd(in);
  }

  /** Returns the next document that is not empty, or null behind the last. */
  @Nullable Part next() throws IOException {
    if (second != null) {
      Part part = second.finish(number++);
      second = null;
      return part;
    }
    if (failure != null) {
      throw failure;
    }
    while (in.peek() != Characters.END) {
      in.skipMark();
      Draft draft = new Draft(limit, in.line(), in.column());
      if (format == Format.JSON_LINES) {
        cutLine(draft);
      } else {
        cut(draft);
      }
      if (draft.hasContent() || draft.isDirected()) {
        return draft.finish(number++);
      }
      number += draft.isMarked() ? 1 : 0;
    }
    return null;
  }

  /** Takes a line, which is a document whatever is in it unless it is blank. */
  private void cutLine(Draft draft) throws IOException {
    takeBlanks(draft);
    if (!isBlank(in.peek())) {
      draft.beginFlow();
    }
    in.takeLine(draft);
  }

  /** Takes characters until the document ends. */
  private void cut(Draft draft) throws IOException {
    while (in.peek() != Characters.END) {
      in.skipMark();
      int marker = marker(in);
      if (marker == '.') {
        takeMarker(new Draft(MARKER, in.line(), in.column()));
        return;
      }
      if (marker == '-') {
        if (draft.isMarked() || draft.hasContent()) {
          return;
        }
        draft.mark();
        takeMarker(draft);
      }
      if (takeLine(draft)) {
        return;
      }
    }
  }

  private void takeMarker(Draft draft) throws IOException {
    for (int i = 0; i < MARKER; i++) {
      in.take(draft);
    }
  }

  /** Returns {@code -} or {@code .} if a line begins here that separates documents, else 0. */
  static int marker(Characters in) throws IOException {
    int first = in.peek();
    boolean marks =
        in.column() == 1
            && (first == '-' || first == '.')
            && in.peek(1) == first
            && in.peek(2) == first
            && isBlank(in.peek(MARKER));
    return marks ? first : 0;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == Characters.END;
  }

  /** Takes the rest of a line; returns whether the document ends behind it. */
  private boolean takeLine(Draft draft) throws IOException {
    if (!draft.hasContent()) {
      takeBlanks(draft);
      int first = in.peek();
      if (first == '[' || (first == '{' && !isTemplate(in.peek(1)))) {
        draft.beginFlow();
        takeFlow(draft);
        return true;
      }
      if (first == '%' && in.column() == 1 && !draft.isMarked()) {
        draft.direct();
      } else if (!isBlank(first) && first != '#') {
        draft.beginContent();
      }
    }
    in.takeLine(draft);
    return false;
  }

  /** Returns whether a brace before {@code c} begins an instruction to a template engine. */
  private static boolean isTemplate(int c) {
    return c == '{' || c == '%';
  }

  private void takeBlanks(Draft draft) throws IOException {
    while (in.peek() == ' ' || in.peek() == '\t') {
      in.take(draft);
    }
  }

  private void takeFlow(Draft draft) throws IOException {
    if (!flowEnd.take(draft)) {
      second = draft.splitLines();
      return;
    }
    draft.endFlow();
    try {
      takeRest(draft);
    } catch (IOException broken) {
      // The value is complete, so it counts; what breaks off is what comes behind it.
      failure = broken;
    }
  }

  /** Takes what stands between a value and the next document; more than comments spoils it. */
  private void takeRest(Draft draft) throws IOException {
    while (in.peek() != Characters.END && marker(in) == 0) {
      takeBlanks(draft);
      int first = in.peek();
      if (first == '{' || first == '[') {
        return;
      }
      if (!isBlank(first) && first != '#') {
        draft.spoilFlow();
      }
      in.takeLine(draft);
    }
  }
}
