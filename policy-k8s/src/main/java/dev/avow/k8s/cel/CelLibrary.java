package dev.avow.k8s.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;

/**
 * The door to {@code dev.cel}: whoever uses this class where the library is absent gets a {@link
 * LinkageError}.
 */
final class CelLibrary {

  private static final CelParser PARSER = parser();

  private CelLibrary() {}

  /**
   * The library's jars share packages and so stand on the class path even where we are a module; a
   * module reads that path only when it asks for it.
   */
  private static CelParser parser() {
    Module here = CelLibrary.class.getModule();
    ClassLoader loader = CelLibrary.class.getClassLoader();
    while (loader != null) {
      here.addReads(loader.getUnnamedModule());
      loader = loader.getParent();
    }
    CelOptions options =
        CelOptions.current().enableOptionalSyntax(true).enableQuotedIdentifierSyntax(true).build();
    return CelParserFactory.standardCelParserBuilder().setOptions(options).build();
  }

  static Parsed parse(String text) {
    CelValidationResult result = PARSER.parse(text);
    if (result.hasError()) {
      return malformed(result);
    }
    try {
      return Trees.of(result.getAst().getExpr());
    } catch (CelValidationException never) {
      return malformed(result);
    }
  }

  /** The library's own messages quote the expression, which may hold what nobody may read. */
  private static Parsed malformed(CelValidationResult result) {
    return result.getErrors().stream()
        .map(CelIssue::getSourceLocation)
        .map(
            at ->
                "an expression that can be parsed: it cannot at line %d, character %d"
                    .formatted(at.getLine(), at.getColumn() + 1))
        .findFirst()
        .<Parsed>map(Parsed.Unreadable::new)
        .orElseGet(() -> new Parsed.Unreadable("an expression that can be parsed"));
  }
}
