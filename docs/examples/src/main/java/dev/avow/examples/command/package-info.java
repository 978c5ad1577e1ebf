/**
 * The command {@code avow}: it asks the library what a policy says of files, and prints the answer.
 *
 * <p>The clock, the terminal and the file system end here; everything below gets them as arguments.
 */
@NullMarked
package dev.avow.examples.command;

import org.jspecify.annotations.NullMarked;
