package org.stillpoint.signal;

/**
 * One sample of a pulse wave or an ECG.
 *
 * @param timeNanos time since the recording began, from the device's clock, strictly increasing
 *     within a run (between two gaps)
 * @param value the wave in the sensor's own units; a rising value is the systolic upstroke
 */
public record PulseSample(long timeNanos, double value) {}
