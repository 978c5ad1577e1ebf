/**
 * English as security policies use it: words in order, lengths of time, severities, milestones. For
 * the package above only. May use commitment and finding of policy-core.
 */
@NullMarked
package dev.avow.disclosure.publish.words;

import org.jspecify.annotations.NullMarked;
