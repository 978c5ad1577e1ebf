package dev.avow.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A case in a file: facts are added at the end of their list, and all else in the file stays as it
 * is, comments too.
 *
 * <p>A file is replaced as a whole, so nobody ever sees half of it, and only once what is to be
 * written reads back as it should. The file holds all of the case, whatever its mark: who may read
 * it is for the file system to say.
 */
public final class CaseFile {

  private CaseFile() {}

  /**
   * Writes {@code theCase}, as YAML, to a file that is not there yet.
   *
   * @throws UncheckedIOException if there is a file, or it cannot be written
   */
  public static void create(Path file, DisclosureCase theCase) {
    try {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      WholeFile.create(file, theCase.toYaml(Clearance.upTo(Tlp.RED)));
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be written: " + reason(broken), broken);
    }
  }

  /**
   * Adds {@code fact} to the case in {@code file}, which keeps everything that is there, and
   * returns the case.
   *
   * @throws CaseException if the file holds no valid case, or the fact cannot be added to it
   * @throws UncheckedIOException if the file cannot be read or written, or was changed meanwhile
   */
  public static DisclosureCase add(Path file, Fact fact) {
    try {
      Path real = file.toRealPath();
      byte[] before = Files.readAllBytes(real);
      String text = new String(before, StandardCharsets.UTF_8);
      DisclosureCase known = DisclosureCase.parse(file.toString(), text);
      DisclosureCase wanted = known.with(fact);
      String more = FactList.add(text, known, fact);
      requireSame(wanted, DisclosureCase.parse(file.toString(), more), file);
      WholeFile.replace(real, before, more);
      return wanted;
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " cannot be changed: " + reason(broken), broken);
    }
  }

  private static void requireSame(DisclosureCase wanted, DisclosureCase read, Path file)
      throws IOException {
    if (!wanted.equals(read)) {
      throw new IOException(
          "its facts are written in a way that cannot be added to; write them as a block list, as"
              + " in \"- what: reported\" ("
              + file.getFileName()
              + ")");
    }
  }

  private static String reason(IOException broken) {
    return broken instanceof FileAlreadyExistsException
        ? "it is there already"
        : String.valueOf(broken.getMessage());
  }
}
