package org.stillpoint.session;

import java.util.OptionalDouble;

/**
 * What is known of the person at a five-second step.
 *
 * @param seconds session time
 * @param index absent when pacing may not follow it
 * @param whyNot why it is absent, in words
 * @param poorSignal whether the signal is the reason; an irregular rhythm or a baseline that is not
 *     measured yet is not the sensor's fault
 * @param hopeless whether the index will stay absent for the rest of the session
 * @param heartRate of the last minute, per minute; absent when its quality is not good
 * @param aboveStart that heart rate less the person's own at the start, per minute; absent when one
 *     of the two is
 * @param breathsPerMinute of the last minute; absent when not clear
 */
public record Measured(
    double seconds,
    OptionalDouble index,
    String whyNot,
    boolean poorSignal,
    boolean hopeless,
    OptionalDouble heartRate,
    OptionalDouble aboveStart,
    OptionalDouble breathsPerMinute) {}
