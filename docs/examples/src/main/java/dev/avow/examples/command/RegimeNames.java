package dev.avow.examples.command;

import dev.avow.disclosure.regime.Regime;
import dev.avow.disclosure.regime.Regimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/** Finds the regimes that a call names: those that come with the library, and files. */
final class RegimeNames {

  private RegimeNames() {}

  static Regime find(String name) {
    Optional<Regime> known = Regimes.named(name);
    if (known.isPresent()) {
      return known.get();
    }
    if (Files.exists(Path.of(name))) {
      return Regime.read(Path.of(name));
    }
    List<String> names = Regimes.all().stream().map(Regime::name).toList();
    throw new TypeConversionException(
        "regime must be a file or one of %s but was \"%s\""
            .formatted(String.join(", ", names), name));
  }
}
