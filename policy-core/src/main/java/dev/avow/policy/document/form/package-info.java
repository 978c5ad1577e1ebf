/**
 * How values are written in documents: one declaration reads them, writes them and describes them.
 *
 * <p>For whatever has a document form of its own, such as a policy or a case. Knows documents and
 * findings; exported to the modules of this library only.
 */
@NullMarked
package dev.avow.policy.document.form;

import org.jspecify.annotations.NullMarked;
