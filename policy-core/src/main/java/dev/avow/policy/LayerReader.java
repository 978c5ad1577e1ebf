package dev.avow.policy;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a policy and those that it extends, the outermost first. */
final class LayerReader {

  static final DocumentReader READER = DocumentReader.yaml12().keepingFirst();

  /** More levels than any organisation has. */
  private static final int DEEPEST = 16;

  private final PolicyResolver resolver;
  private final Problems problems;
  private final List<String> chain = new ArrayList<>();

  LayerReader(PolicyResolver resolver, Problems problems) {
    this.resolver = resolver;
    this.problems = problems;
  }

  /** Returns the policy in {@code own}; nothing where something is wrong, which is then told. */
  Optional<Layer> read(Document own) {
    Field root = problems.open(own);
    Field parents = root.field("extends");
    if (parents.isAbsent()) {
      return PolicyForm.POLICY.read(root, problems).map(policy -> layer(own, policy, List.of()));
    }
    Optional<List<String>> references = PolicyReferences.FORM.read(parents, problems);
    if (references.isPresent() && references.get().isEmpty()) {
      problems.add(parents.location(), "extends must name a policy", parents.found());
    }
    chain.add(own.source());
    List<Layer> above = new ArrayList<>();
    for (int i = 0; i < references.map(List::size).orElse(0); i++) {
      Field place = parents.isList() ? parents.item(i) : parents;
      parent(references.get().get(i), place).ifPresent(above::add);
    }
    chain.remove(chain.size() - 1);
    return problems.isEmpty() && !above.isEmpty() ? over(above, own) : Optional.empty();
  }

  private static Layer layer(Document written, SecurityPolicy policy, List<Layer> above) {
    return new Layer(written, new SecurityPolicy(policy.sections(), written), above);
  }

  private Optional<Layer> parent(String reference, Field place) {
    Optional<PolicyResolver.Found> found =
        problems.attempt(place.location(), () -> find(reference, place.document().source()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return read(READER.readOne(found.get().source(), found.get().text()));
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
      return Optional.empty();
    }
  }

  private PolicyResolver.Found find(String reference, String from) {
    PolicyResolver.Found found = resolver.resolve(reference, from);
    if (chain.contains(found.source())) {
      throw new IllegalArgumentException(
          "extends must not lead back to where it started but %s extends %s again"
              .formatted(String.join(" extends ", chain), found.source()));
    }
    if (chain.size() > DEEPEST) {
      throw new IllegalArgumentException(
          "extends must lead over %d policies at most but leads over more".formatted(DEEPEST));
    }
    return found;
  }

  private Optional<Layer> over(List<Layer> above, Document own) {
    Document written = Merge.of(above.stream().map(Layer::written).toList(), own);
    Optional<Layer> layer =
        PolicyForm.POLICY
            .read(written.field(), problems)
            .map(policy -> layer(written, policy, above));
    if (layer.isPresent() && problems.isEmpty()) {
      layer.get().floors().forEach(floor -> new FloorCheck(floor, layer.get(), problems).run());
    }
    return layer.map(Layer::overItsFloors);
  }
}
