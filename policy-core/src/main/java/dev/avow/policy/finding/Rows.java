package dev.avow.policy.finding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
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

  /** Returns the row of {@code subject}, to be {@link #set}, with room for {@code rules} rules. */
  byte[] row(Subject subject, int rules) {
    return rows.computeIfAbsent(subject, absent -> new byte[(rules + 1) / 2]);
  }

  /** Records all verdicts of {@code other}, which counts the same rules. */
  void putAll(Rows other, Pool pool) {
    other.rows.forEach((subject, row) -> put(pool.one(subject), row));
  }

  /** Records all verdicts of {@code other}, whose rule {@code i} is {@code places[i]} here. */
  void putAll(Rows other, int[] places, Pool pool) {
    int length = Arrays.stream(places).max().orElse(-1) / 2 + 1;
    other.rows.forEach(
        (subject, row) -> {
          byte[] moved = new byte[length];
          visit(subject, row, (same, rule, verdict) -> set(moved, places[rule], verdict));
          put(pool.one(subject), moved);
        });
  }

  private void put(Subject subject, byte[] row) {
    rows.merge(subject, row, Rows::weightier);
  }

  private static byte[] weightier(byte[] left, byte[] right) {
    byte[] row = Arrays.copyOf(left, Math.max(left.length, right.length));
    for (int i = 0; i < right.length; i++) {
      int high = Math.max(row[i] & 0xF0, right[i] & 0xF0);
      int low = Math.max(row[i] & 0x0F, right[i] & 0x0F);
      row[i] = (byte) (high | low);
    }
    return row;
  }

  /** Records a verdict; where one is known already, the weightier stays. */
  @SuppressWarnings("EnumOrdinal") // the order of the verdicts is their weight
  static void set(byte[] row, int rule, Verdict verdict) {
    int shift = rule % 2 * 4;
    int known = (row[rule / 2] >> shift) & 0xF;
    int now = Math.max(known, verdict.ordinal() + 1);
    row[rule / 2] = (byte) ((row[rule / 2] & ~(0xF << shift)) | (now << shift));
  }

  private static @Nullable Verdict at(byte[] row, int rule) {
    int bits = rule / 2 < row.length ? (row[rule / 2] >> (rule % 2 * 4)) & 0xF : 0;
    return bits == 0 ? null : VERDICTS.get(bits - 1);
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

  private static void visit(Subject subject, byte[] row, Visitor visitor) {
    for (int rule = 0; rule < row.length * 2; rule++) {
      Verdict verdict = at(row, rule);
      if (verdict != null) {
        visitor.verdict(subject, rule, verdict);
      }
    }
  }

  /** Returns the rules that have a verdict on any subject. */
  BitSet rules() {
    BitSet rules = new BitSet();
    forEach((subject, rule, verdict) -> rules.set(rule));
    return rules;
  }

  Map<Subject, byte[]> bySubject() {
    return rows;
  }

  /** Rows may differ in length though they say the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Rows that
        && rows.keySet().equals(that.rows.keySet())
        && rows.entrySet().stream()
            .allMatch(row -> sameVerdicts(row.getValue(), that.rows.get(row.getKey())));
  }

  private static boolean sameVerdicts(byte[] left, byte @Nullable [] right) {
    return right != null
        && Arrays.equals(
            weightier(left, new byte[right.length]), weightier(right, new byte[left.length]));
  }

  @Override
  public int hashCode() {
    return rows.keySet().hashCode();
  }
}
