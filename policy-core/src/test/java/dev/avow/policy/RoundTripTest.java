package dev.avow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can be said in Java is written, read again as it was, and accepted by the schema. */
class RoundTripTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SecurityPolicy.jsonSchema());

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void yamlIsReadAsItWasWritten(long seed) {
    SecurityPolicy policy = RandomPolicy.of(seed);

    SecurityPolicy read = SecurityPolicy.parse(policy.toYaml());

    assertThat(read.toYaml()).isEqualTo(policy.toYaml());
    assertThat(read).isEqualTo(policy).hasSameHashCodeAs(policy);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void yamlWithPlacesIsReadAsItWasWritten(long seed) {
    SecurityPolicy policy = SecurityPolicy.parse("p.yaml", RandomPolicy.of(seed).toYaml());

    String placed = policy.toYamlWithPlaces();

    assertThat(SecurityPolicy.parse(placed)).isEqualTo(policy);
    assertThat(placed.lines().filter(line -> line.contains(" # p.yaml:"))).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void jsonIsReadAsItWasWritten(long seed) {
    SecurityPolicy policy = RandomPolicy.of(seed);

    assertThat(SecurityPolicy.parse(policy.toJson())).isEqualTo(policy);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSchemaAcceptsWhatIsWritten(long seed) {
    String json = RandomPolicy.of(seed).toJson();

    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
  }
}
