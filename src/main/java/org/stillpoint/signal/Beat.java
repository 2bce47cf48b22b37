package org.stillpoint.signal;

/**
 * A heartbeat found in the wave.
 *
 * @param timeNanos time of the fiducial point since the recording began, interpolated between
 *     samples; for a pulse wave the steepest rise
 * @param amplitude height of the beat's rise in the sensor's units, positive
 * @param quality how far the beat can be trusted
 */
public record Beat(long timeNanos, double amplitude, SignalQuality quality) {}
