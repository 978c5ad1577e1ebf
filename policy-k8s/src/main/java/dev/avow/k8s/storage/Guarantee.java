package dev.avow.k8s.storage;

/** How much is certain of a path that was let through, from least to most. */
public enum Guarantee {
  /** The text was judged, the file system was not asked. */
  LEXICAL("the path has no \"..\", is not absolute and holds no NUL"),
  /** The file system was asked, but what it said may have changed since. */
  CHECKED("the path was contained when it was checked; a race can lead out of the directory"),
  /** What was opened is what was judged. */
  OPENED(
      "the bytes came from an inode that was reached without leaving the directory or following a"
          + " link; hard links, bind mounts and changes of content are not covered");

  private final String sentence;

  Guarantee(String sentence) {
    this.sentence = sentence;
  }

  /** Returns what is guaranteed, as a sentence without its full stop. */
  public String sentence() {
    return sentence;
  }
}
