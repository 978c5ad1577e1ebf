package dev.avow.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.examples.Checkout;
import dev.avow.examples.command.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/adoption.md tells a team to do on Monday works, and answers as it says. */
class AdoptionPageTest {

  @TempDir private Path folder;

  @BeforeEach
  void takeTheSampleForAnOldRepository() throws IOException {
    Files.createDirectory(folder.resolve("deploy"));
    try (Stream<Path> sample = Files.list(Checkout.file("docs/examples/samples/storage-viewer"))) {
      for (Path file : sample.toList()) {
        Files.copy(file, folder.resolve("deploy").resolve(file.getFileName()));
      }
    }
  }

  @Test
  void everyStepOfMondayMorningAnswersAsItSays() throws IOException {
    String answer = "";
    for (Block block : monday()) {
      if (block.is("yaml")) {
        write(block.text());
      } else if (block.is("bash")) {
        answer = run(block.text());
      } else {
        assertThat(answer.lines()).containsAll(block.text().lines().toList());
      }
      if (block.text().contains("1 waived")) {
        mendSomethingOld();
      }
    }
  }

  private static List<Block> monday() throws IOException {
    List<Block> all = Page.of(Checkout.file("docs/adoption.md")).blocks();
    int last = 0;
    for (int i = 0; i < all.size(); i++) {
      last = all.get(i).is("text") ? i : last;
    }
    assertThat(last).isPositive();
    return all.subList(0, last + 1);
  }

  private void write(String text) throws IOException {
    Path pod = folder.resolve("deploy/debug.yaml");
    if (text.contains("kind: SecurityPolicy")) {
      Files.writeString(folder.resolve("security-policy.yaml"), text);
    } else if (text.contains("kind: Pod")) {
      Files.writeString(pod, text);
    } else {
      String namespace = "  namespace: viewer\n";
      Files.writeString(pod, Files.readString(pod).replace(namespace, namespace + text));
    }
  }

  private String run(String command) {
    List<Object> words = new ArrayList<>();
    for (String word : command.strip().split(" ", -1)) {
      boolean file = word.equals("deploy") || word.endsWith(".yaml");
      words.add(file ? folder.resolve(word) : word);
    }
    assertThat(words.remove(0)).isEqualTo("avow");
    if (words.get(0).equals("baseline")) {
      words.add("--baseline");
      words.add(folder.resolve(BaselineWriteCommand.FILE));
    }
    return Run.of(words.toArray()).out().replace(folder + "/", "");
  }

  private void mendSomethingOld() throws IOException {
    Path jobs = folder.resolve("deploy/jobs.yaml");
    Files.writeString(jobs, Files.readString(jobs).replace("/busybox", "/busybox:1.37.0"));
  }
}
