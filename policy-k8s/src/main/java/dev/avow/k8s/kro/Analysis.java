package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of a definition once its expressions have been followed.
 *
 * @param flows the ways by which secrets leave
 * @param edges which resource needs which
 */
record Analysis(List<SecretFlow> flows, List<ResourceGraph.Edge> edges) {

  Analysis {
    flows = List.copyOf(flows);
    edges = List.copyOf(edges);
  }

  static Analysis of(ResourceGraphDefinition definition) {
    Field graph = definition.place();
    List<ExpressionField> fields = ExpressionField.in(graph, definition.resources());
    FieldValues values = new FieldValues(graph, definition.resources(), fields);
    List<SecretFlow> flows = new ArrayList<>();
    new Flows(definition, values, flows).follow(fields);
    new WrittenOut(definition, values, flows).find(fields);
    PrinterColumns.find(definition, flows);
    flows.sort(Comparator.comparing((SecretFlow flow) -> flow.at().location()));
    return new Analysis(flows, List.copyOf(values.edges()));
  }
}
