package org.stillpoint.signal;

/**
 * A heartbeat found in the wave.
 *
 * @param timeNanos time of the fiducial point since the recording began, interpolated between
 *     samples; for a pulse wave the steepest rise, for an ECG the dominant deflection (R peak)
 * @param amplitude height of a pulse's rise, or of an ECG complex from its lowest to its highest
 *     sample, in the sensor's units, positive
 * @param quality how far the beat can be trusted
 */
public record Beat(long timeNanos, double amplitude, SignalQuality quality) {}
