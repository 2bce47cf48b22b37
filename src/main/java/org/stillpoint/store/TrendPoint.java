package org.stillpoint.store;

import java.util.OptionalDouble;

/**
 * A session as it counts in the trends over weeks.
 *
 * @param recording the recording
 * @param heartRate heart rate of its baseline as measured, per minute; absent without one
 * @param lnRmssd lnRMSSD of its baseline as measured; absent without one
 * @param arriving whether the heart was still slowing then
 */
public record TrendPoint(
    Recording recording, OptionalDouble heartRate, OptionalDouble lnRmssd, boolean arriving) {}
