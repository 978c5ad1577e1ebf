package dev.avow.policy.repository;

import dev.avow.policy.BaseImage;
import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.Node;
import dev.avow.policy.document.Node.Kind;
import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;
import dev.avow.policy.document.Unreadable;
import dev.avow.policy.document.Unreadable.Cause;
import dev.avow.policy.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Dockerfile: its stages, each with a place. */
final class Dockerfile {

  private static final int MOST_STAGES = 500;

  private final Document document;
  private final List<Stage> stages = new ArrayList<>();

  private Dockerfile(Document document) {
    this.document = document;
  }

  /**
   * Reads {@code text}.
   *
   * @param path the path in the repository, for names
   * @throws DocumentException if it is no Dockerfile
   */
  static Dockerfile parse(String source, String path, String text, Optional<BaseImage> promise) {
    List<Instruction> instructions = new DockerfileParser(source, text).parse();
    Dockerfile file = new Dockerfile(tree(source, instructions));
    file.split(path, instructions, promise);
    if (file.stages.isEmpty()) {
      Location start = Location.at(source, 1, 1);
      throw new DocumentException(
          new Unreadable(start, Cause.MALFORMED, "Dockerfile must have a FROM but has none"));
    }
    return file;
  }

  /** Makes a tree of the instructions, so that fields can point at them. */
  private static Document tree(String source, List<Instruction> instructions) {
    List<Node> nodes = new ArrayList<>();
    for (Instruction each : instructions) {
      Node value = new Scalar(Kind.TEXT, each.text(), each.text(), each.span());
      Node.Entry entry = new Node.Entry(each.keyword(), each.span(), value);
      nodes.add(Node.Mapping.of(List.of(entry), each.span()));
    }
    Span start = new Span(1, 1, 1, 1);
    Node.Entry all = new Node.Entry("instructions", start, new Node.Sequence(nodes, start));
    return new Document(source, 0, Node.Mapping.of(List.of(all), start));
  }

  private void split(String path, List<Instruction> instructions, Optional<BaseImage> promise) {
    Variables outer = new Variables();
    long count = instructions.stream().filter(it -> it.is("FROM")).count();
    if (count > MOST_STAGES) {
      String reason = "Dockerfile must have at most %d stages".formatted(MOST_STAGES);
      Location start = Location.at(document.source(), 1, 1);
      throw new DocumentException(new Unreadable(start, Cause.TOO_LARGE, reason));
    }
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      Field place = document.field().field("instructions").item(i).field(instruction.keyword());
      if (instruction.is("FROM")) {
        boolean last = stages.size() + 1 == count;
        stages.add(Stage.of(path, place, instruction, outer, List.copyOf(stages), last, promise));
      } else if (stages.isEmpty()) {
        if (instruction.is("ARG")) {
          outer.declare(instruction, outer);
        }
      } else {
        stages.get(stages.size() - 1).add(instruction, place);
      }
    }
  }

  List<Stage> stages() {
    return stages;
  }

  Document document() {
    return document;
  }
}
