package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows what its command prints. */
class ReadmeTest {

  @Test
  void everyLineOfThePictureIsALineOfTheAnswer() throws IOException {
    String picture = Page.of(Checkout.file("README.md")).block("", "BROKEN");
    Path sample = Checkout.file("docs/examples/samples/storage-viewer");

    Run run = Run.of("check", "--policy", Checkout.file("docs/policies/pvc-viewer.yaml"), sample);

    assertThat(run.out().lines().map(ReadmeTest::narrow))
        .containsAll(picture.lines().map(ReadmeTest::narrow).toList());
  }

  /** The picture leaves out the folder, by whose name columns are wider. */
  private static String narrow(String line) {
    return line.replaceFirst("^\\S*storage-viewer/", "").replaceAll(" +", " ");
  }
}
