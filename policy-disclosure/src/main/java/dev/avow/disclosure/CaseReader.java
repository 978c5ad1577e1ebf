package dev.avow.disclosure;

import dev.avow.policy.document.Document;
import dev.avow.policy.document.DocumentException;
import dev.avow.policy.document.DocumentReader;
import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.finding.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads cases, and tells all that is wrong with them at once. */
final class CaseReader {

  private CaseReader() {}

  static DisclosureCase read(Path file) {
    return read(reader -> reader.readOne(file));
  }

  static DisclosureCase parse(String source, String text) {
    return read(reader -> reader.readOne(source, text));
  }

  private static DisclosureCase read(Function<DocumentReader, Document> document) {
    Problems problems = new Problems();
    Optional<DisclosureCase> read = Optional.empty();
    boolean open = true;
    try {
      Document file = document.apply(DocumentReader.yaml12().keepingFirst());
      open = !isRestricted(file.field());
      read = CaseForm.CASE.read(problems.open(file), problems);
    } catch (DocumentException unreadable) {
      problems.add(unreadable.location(), unreadable.unreadable().reason(), "");
    }
    if (read.isEmpty() || !problems.isEmpty()) {
      List<Problem> all = problems.sorted();
      throw new CaseException(open ? all : all.stream().map(CaseReader::withheld).toList());
    }
    return read.get();
  }

  /** Returns whether a case, be it a good one or not, says that not everybody may know of it. */
  private static boolean isRestricted(Field file) {
    Field tlp = file.field("tlp");
    boolean marked = !tlp.isAbsent() && !tlp.text().equals(Optional.of(Tlp.CLEAR.label()));
    return marked
        || file.field("facts").items().stream()
            .flatMap(fact -> fact.field("what").text().stream())
            .anyMatch(what -> what.startsWith("embargo-") || what.startsWith("tlp-"));
  }

  /** Returns {@code problem} without what was found, where that is quoted from the case. */
  private static Problem withheld(Problem problem) {
    String found = problem.found();
    if (found.indexOf('"') < 0) {
      return problem;
    }
    String verb = found.startsWith("is ") ? "is" : "was";
    return new Problem(problem.at(), problem.expected(), verb + " something else");
  }
}
