/**
 * ResourceGraphDefinitions of kro: the graph of resources that one describes, and where its
 * expressions carry secrets.
 *
 * <p>Built on manifests and expressions; it judges nothing, rules ask it.
 */
@NullMarked
package dev.avow.k8s.kro;

import org.jspecify.annotations.NullMarked;
