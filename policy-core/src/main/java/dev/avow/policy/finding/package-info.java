/**
 * The words every answer is given in: verdicts, findings, evaluations, and the gate that decides.
 *
 * <p>Whatever judges (manifests, scan reports, deadlines, documents) answers with these types; they
 * know nothing of what was judged. Values only: immutable, serializable, without a clock.
 */
@NullMarked
package dev.avow.policy.finding;

import org.jspecify.annotations.NullMarked;
