package dev.avow.policy.document;

import dev.avow.policy.document.Node.Scalar;
import dev.avow.policy.document.Node.Span;

/** Tells what a value without quotes is: a number, true, null or just a text. */
interface Schema {

  /** Returns {@code text}, which stands at {@code span} without quotes, as what it is. */
  Scalar resolve(String text, Span span);
}
