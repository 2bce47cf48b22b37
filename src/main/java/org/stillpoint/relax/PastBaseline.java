package org.stillpoint.relax;

/**
 * The baseline of an earlier session, as it was measured then.
 *
 * @param heartRate per minute
 * @param lnRmssd natural logarithm of RMSSD in ms
 */
public record PastBaseline(double heartRate, double lnRmssd) {}
