package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.avow.policy.document.form.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader accept the same documents, save for what no schema can say. */
class PolicySchemaTest {

  private static final String FILE = "security-policy.schema.json";

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SecurityPolicy.jsonSchema());

  @Test
  void theFileInTheJarIsTheSchema() throws IOException {
    Path expected = Path.of("target", FILE);
    Files.writeString(expected, SecurityPolicy.jsonSchema());

    try (InputStream file = SecurityPolicy.class.getResourceAsStream(FILE)) {
      assertThat(file).as("%s in the resources; %s is what it must be", FILE, expected).isNotNull();
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .as("%s in the resources; %s is what it must be", FILE, expected)
          .isEqualTo(SecurityPolicy.jsonSchema());
    }
  }

  @Test
  void isItselfAValidSchema() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");

    assertThat(meta.validate(SecurityPolicy.jsonSchema(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.avow.policy.Seeds#all")
  void acceptsThePoliciesOfTheDocs(SecurityPolicy policy) throws IOException {
    Object written = Tree.of(Files.readString(Seeds.file(policy)));

    assertThat(errors(written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyMapping")
  void aFieldThatNobodyKnowsIsRefusedByBoth(Object policy) {
    assertThat(errors(policy)).isNotEmpty();
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> SecurityPolicy.parse(JsonText.of(policy)))
        .withMessageContaining("\"Surprise\"");
  }

  static Stream<Object> everyMapping() {
    return everyPath()
        .filter(place -> place.value() instanceof Map<?, ?>)
        .filter(place -> !place.path().contains("where"))
        .map(place -> place.with(PolicySchemaTest::surprised));
  }

  private static Object surprised(Object mapping) {
    Map<Object, Object> more = new LinkedHashMap<>((Map<?, ?>) mapping);
    more.put("Surprise", "x");
    return more;
  }

  @ParameterizedTest
  @MethodSource("everyValueOfAWrongType")
  void aValueOfAWrongTypeIsRefusedByBoth(Object policy) {
    assertThat(errors(policy)).isNotEmpty();
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> SecurityPolicy.parse(JsonText.of(policy)));
  }

  static Stream<Object> everyValueOfAWrongType() {
    return everyPath().map(place -> place.with(PolicySchemaTest::ofAnotherType));
  }

  private static Object ofAnotherType(Object value) {
    return value instanceof Map<?, ?> ? List.of(List.of()) : Map.of("Surprise", List.of());
  }

  private static Stream<Place> everyPath() {
    return Seeds.all().stream()
        .map(policy -> Tree.of(policy.toYaml()))
        .flatMap(tree -> Tree.paths(tree).stream().map(path -> new Place(tree, path)));
  }

  @ParameterizedTest
  @MethodSource("everyRequiredField")
  void aRequiredFieldThatIsMissingIsRefusedByBoth(Object policy) {
    assertThat(errors(policy)).isNotEmpty();
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> SecurityPolicy.parse(JsonText.of(policy)));
  }

  static Stream<Object> everyRequiredField() {
    return Stream.of("apiVersion", "kind", "name")
        .map(
            name -> {
              Map<Object, Object> less =
                  new LinkedHashMap<>((Map<?, ?>) Tree.of(Seeds.typekro().toYaml()));
              less.remove(name);
              return less;
            });
  }

  private static List<Error> errors(Object tree) {
    return SCHEMA.validate(JsonText.of(tree), InputFormat.JSON);
  }

  private record Place(Object tree, List<Object> path) {

    Object value() {
      Object[] found = new Object[1];
      Tree.with(tree, path, value -> found[0] = value);
      return found[0];
    }

    Object with(UnaryOperator<Object> change) {
      return Tree.with(tree, path, change);
    }
  }
}
