package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts by subject and by a rule's place in its rule set, four bits each.
 *
 * <p>A million verdicts are half a megabyte this way. Four bits rather than two, so that «the rule
 * does not look at such subjects» stays apart from «it looked and does not apply».
 */
final class Rows implements Serializable {

  private static final long serialVersionUID = 1;
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  private final HashMap<Subject, byte[]> rows = new HashMap<>();

  interface Visitor {
    void verdict(Subject subject, int rule, Verdict verdict);
  }

  /** Records a verdict; where one is known already, the weightier stays. */
  @SuppressWarnings("EnumOrdinal") // the order of the verdicts is their weight
  void put(Subject subject, int rule, Verdict verdict) {
    int length = rule / 2 + 1;
    byte[] row = rows.computeIfAbsent(subject, absent -> new byte[length]);
    if (row.length < length) {
      row = Arrays.copyOf(row, length);
      rows.put(subject, row);
    }
    int shift = rule % 2 * 4;
    int known = (row[rule / 2] >> shift) & 0xF;
    int now = verdict.ordinal() + 1;
    if (now > known) {
      row[rule / 2] = (byte) ((row[rule / 2] & ~(0xF << shift)) | (now << shift));
    }
  }

  @Nullable Verdict get(Subject subject, int rule) {
    byte[] row = rows.get(subject);
    return row == null ? null : at(row, rule);
  }

  void forEach(Visitor visitor) {
    rows.forEach((subject, row) -> visit(subject, row, visitor));
  }

  void forEachSorted(Visitor visitor) {
    new TreeMap<>(rows).forEach((subject, row) -> visit(subject, row, visitor));
  }

  Map<Subject, byte[]> bySubject() {
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows that && verdicts().equals(that.verdicts());
  }

  @Override
  public int hashCode() {
    return rows.keySet().hashCode();
  }

  /** Rows may differ in length though they say the same. */
  private Map<Subject, Map<Integer, Verdict>> verdicts() {
    Map<Subject, Map<Integer, Verdict>> verdicts = new HashMap<>();
    forEach(
        (subject, rule, verdict) ->
            verdicts.computeIfAbsent(subject, none -> new HashMap<>()).put(rule, verdict));
    return verdicts;
  }

  private static void visit(Subject subject, byte[] row, Visitor visitor) {
    for (int rule = 0; rule < row.length * 2; rule++) {
      Verdict verdict = at(row, rule);
      if (verdict != null) {
        visitor.verdict(subject, rule, verdict);
      }
    }
  }

  private static @Nullable Verdict at(byte[] row, int rule) {
    if (rule / 2 >= row.length) {
      return null;
    }
    int bits = (row[rule / 2] >> (rule % 2 * 4)) & 0xF;
    return bits == 0 ? null : VERDICTS.get(bits - 1);
  }
}
