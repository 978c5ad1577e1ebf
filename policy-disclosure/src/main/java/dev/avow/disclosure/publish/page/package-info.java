/**
 * A Markdown document as sections, blocks, sentences and tables, each with its line; it knows
 * nothing of policies. For the package above only. May use no other package of the house.
 */
@NullMarked
package dev.avow.disclosure.publish.page;

import org.jspecify.annotations.NullMarked;
