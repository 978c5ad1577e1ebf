package dev.avow.disclosure;

import java.util.Map;

/** Writes what everybody may know of a case: its name, and what happened when. */
final class Withheld {

  private Withheld() {}

  static Map<String, Object> tree(DisclosureCase theCase) {
    return CaseForm.FORM.writeWithheld(theCase.withheld(), theCase.mark().label());
  }

  /** Returns {@code fact} without names and free texts. */
  static Fact of(Fact fact) {
    Fact told = Fact.of(fact.what(), fact.at());
    for (Map.Entry<String, String> detail : fact.details().entrySet()) {
      if (Detail.isHarmless(fact, detail.getKey(), detail.getValue())) {
        told = told.with(detail.getKey(), detail.getValue());
      }
    }
    return told;
  }
}
