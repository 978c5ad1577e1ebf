package dev.avow.disclosure.regime;

/**
 * What a remediation regime asks about a vulnerability on an asset.
 *
 * @param exploited whether it is listed as known to be exploited
 * @param exposed whether the asset can be reached from the public internet
 * @param automatable whether exploiting it can be automated
 * @param totalImpact whether exploiting it gives total control, not partial
 */
public record Exposure(
    boolean exploited, boolean exposed, boolean automatable, boolean totalImpact) {}
