package dev.avow.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Entry;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Mapping;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Sequence;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.finding.Fix;
import dev.avow.policy.finding.Fix.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixesTest {

  private static final Span NOWHERE = new Span(1, 1, 1, 1);

  private final Field document =
      Field.of(
          new Document(
              "test.yaml",
              0,
              mapping(
                  entry("text", new Scalar(Kind.TEXT, "no", "no", NOWHERE)),
                  entry("nothing", new Scalar(Kind.NULL, null, "", NOWHERE)),
                  entry("a/b", mapping()),
                  entry(
                      "list",
                      new Sequence(List.of(new Scalar(Kind.TEXT, "x", "x", NOWHERE)), NOWHERE)))));

  @Test
  void whatIsWrittenIsReplaced() {
    assertThat(Fixes.set(document.at("text"), true))
        .isEqualTo(fix("Set text to true", "replace", "/text", "true"));
    assertThat(Fixes.set(document.at("list[0]"), "y"))
        .isEqualTo(fix("Set list[0] to \"y\"", "replace", "/list/0", "\"y\""));
  }

  @Test
  void whatIsAbsentIsAdded() {
    assertThat(Fixes.set(document.field("a/b").field("c"), "say \"no\""))
        .isEqualTo(
            fix("Set [\"a/b\"].c to \"say \\\"no\\\"\"", "add", "/a~1b/c", "\"say \\\"no\\\"\""));
  }

  @Test
  void whatIsAbsentAroundItIsAddedWithIt() {
    assertThat(Fixes.set(document.at("security.deep.flag"), false))
        .isEqualTo(
            fix(
                "Set security.deep.flag to false",
                "add",
                "/security",
                "{\"deep\":{\"flag\":false}}"));
  }

  @Test
  void nullAroundItIsReplaced() {
    assertThat(Fixes.set(document.at("nothing.flag"), false))
        .isEqualTo(fix("Set nothing.flag to false", "replace", "/nothing", "{\"flag\":false}"));
  }

  @Test
  void somethingElseInTheWayLeavesAdviceOnly() {
    assertThat(Fixes.set(document.at("text.flag"), true))
        .isEqualTo(Fix.advice("Set text.flag to true"));
  }

  @Test
  void listsGrowAtTheirEnd() {
    assertThat(Fixes.append(document.at("list"), "ALL"))
        .isEqualTo(fix("Add \"ALL\" to list", "add", "/list/-", "\"ALL\""));
    assertThat(Fixes.append(document.at("other"), "ALL"))
        .isEqualTo(fix("Set other to [\"ALL\"]", "add", "/other", "[\"ALL\"]"));
  }

  @Test
  void removing() {
    assertThat(Fixes.remove(document.at("list[0]")))
        .isEqualTo(fix("Remove list[0]", "remove", "/list/0", ""));
  }

  private static Fix fix(String advice, String op, String pointer, String json) {
    return new Fix(advice, List.of(new Change(op, pointer, json)));
  }

  private static Mapping mapping(Entry... entries) {
    return Mapping.of(List.of(entries), NOWHERE);
  }

  private static Entry entry(String key, Node value) {
    return new Entry(key, NOWHERE, value);
  }
}
