package dev.avow.policy.document;

import java.util.List;

/**
 * What a parser made of a text.
 *
 * @param root the outermost value
 * @param repetitions the keys that were passed over as they repeat, where that is allowed
 */
record Parsed(Node root, List<Repetition> repetitions) {}
