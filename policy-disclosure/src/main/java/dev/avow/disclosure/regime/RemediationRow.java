package dev.avow.disclosure.regime;

/**
 * A row of a remediation regime.
 *
 * @param exposure the case
 * @param remediation what is asked in it
 */
record RemediationRow(Exposure exposure, Remediation remediation) {}
