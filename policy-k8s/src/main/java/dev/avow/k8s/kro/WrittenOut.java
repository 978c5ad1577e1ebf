package dev.avow.k8s.kro;

import dev.avow.k8s.cel.Expr;
import dev.avow.k8s.cel.Parsed;
import dev.avow.k8s.kro.SecretFlow.Sort;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.finding.Finding.Hop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds credentials that are written out in a definition. */
final class WrittenOut {

  private static final String ADVICE =
      "Take the name of a Secret as input and refer to it, or let an ExternalSecret bring the"
          + " value; what was written here must be replaced, as it is known by now";

  private static final String RIGHT = "get ResourceGraphDefinition.kro.run";

  private final ResourceGraphDefinition definition;
  private final FieldValues values;
  private final List<SecretFlow> into;
  private final Map<String, ExpressionField> expressions = new HashMap<>();

  WrittenOut(ResourceGraphDefinition definition, FieldValues values, List<SecretFlow> into) {
    this.definition = definition;
    this.values = values;
    this.into = into;
  }

  void find(List<ExpressionField> fields) {
    fields.forEach(field -> expressions.put(field.at().path(), field));
    Field schema = definition.place().field("spec").field("schema");
    defaults(schema.field("spec"));
    defaults(schema.field("types"));
    texts(schema.field("status"), null);
    for (GraphResource resource : definition.resources()) {
      if (!resource.isExternal()) {
        texts(resource.object(), resource);
      }
    }
  }

  private void defaults(Field field) {
    field.fields().forEach(this::defaults);
    field
        .text()
        .ifPresent(
            text -> {
              String standard = SimpleDefault.of(text);
              boolean named = SimpleDefault.isText(text) && CredentialName.is(field.name());
              if ((named && WrittenCredential.is(standard))
                  || WrittenCredential.looksIt(standard)) {
                tell(field);
              }
            });
  }

  private void texts(Field field, @Nullable GraphResource owner) {
    field.fields().forEach(child -> texts(child, owner));
    field.items().forEach(child -> texts(child, owner));
    if (field.node().orElse(null) instanceof Node.Scalar && isWrittenOut(field, owner)) {
      tell(field);
    }
  }

  private boolean isWrittenOut(Field field, @Nullable GraphResource owner) {
    String text = field.text().orElse("");
    boolean kept = owner != null && CredentialField.is(field, owner);
    ExpressionField found = expressions.get(field.path());
    if (found != null) {
      return isWrittenOut(found, kept);
    }
    boolean encoded = owner != null && owner.isSecret() && isData(field);
    String plain = encoded ? WrittenCredential.decoded(text) : text;
    return (kept && WrittenCredential.is(plain)) || WrittenCredential.looksIt(plain);
  }

  private static boolean isData(Field field) {
    return field.parent().filter(parent -> parent.name().equals("data")).isPresent();
  }

  private boolean isWrittenOut(ExpressionField field, boolean kept) {
    if (WrittenCredential.looksIt(field.extraction().filledWith(WrittenCredential.OPEN))) {
      return true;
    }
    for (Parsed parsed : field.parsed()) {
      if (parsed instanceof Parsed.Tree tree
          && tree.expression().all().stream().anyMatch(WrittenOut::isCredential)) {
        return true;
      }
    }
    return kept
        && field.extraction().isAlone()
        && values.pieces(field).stream().anyMatch(WrittenOut::mayBeWritten);
  }

  private static boolean mayBeWritten(Value value) {
    if (value instanceof Value.Either either) {
      return either.choices().stream().anyMatch(WrittenOut::mayBeWritten);
    }
    return value instanceof Value.Constant constant && WrittenCredential.is(constant.text());
  }

  private static boolean isCredential(Expr expression) {
    return expression instanceof Expr.Literal literal
        && literal.kind() == Expr.Kind.TEXT
        && WrittenCredential.looksIt(literal.text());
  }

  private void tell(Field at) {
    List<String> sources = List.of("literal");
    into.add(
        new SecretFlow(
            Sort.CREDENTIAL_WRITTEN_OUT,
            at,
            sources,
            List.of(new Hop(at.location(), "a credential is written out")),
            Wording.message(Sort.CREDENTIAL_WRITTEN_OUT, sources, at, RIGHT),
            ADVICE));
  }
}
