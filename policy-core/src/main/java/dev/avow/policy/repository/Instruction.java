package dev.avow.policy.repository;

import dev.avow.policy.document.Node.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instruction of a Dockerfile.
 *
 * @param keyword what it does, in upper case
 * @param flags its flags by name, such as {@code from}
 * @param words what stands behind them, without quotes; of the JSON form, its texts
 * @param json whether it is in the JSON form, which needs no shell
 * @param text what stands behind the flags, continued lines joined, with what heredocs hold
 * @param span where it stands
 */
record Instruction(
    String keyword,
    Map<String, String> flags,
    List<String> words,
    boolean json,
    String text,
    Span span) {

  boolean is(String name) {
    return keyword.equals(name);
  }

  Optional<String> flag(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  /** Returns the instruction that ONBUILD puts off. */
  Optional<Instruction> putOff() {
    return is("ONBUILD") ? Optional.of(InstructionParser.parse(text, span)) : Optional.empty();
  }
}
