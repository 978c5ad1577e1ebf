/**
 * How values are written in documents: one declaration reads them, writes them and describes them.
 *
 * <p>For whatever has a document form of its own, such as a policy. Knows documents and findings;
 * not exported.
 */
@NullMarked
package dev.avow.policy.document.form;

import org.jspecify.annotations.NullMarked;
