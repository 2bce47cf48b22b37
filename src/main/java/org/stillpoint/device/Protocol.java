package org.stillpoint.device;

import java.util.function.Supplier;
import org.stillpoint.signal.SensorKind;

/**
 * One way a sensor speaks.
 *
 * @param name what {@code --protocol} takes
 * @param words what it is, for people
 * @param kind what it measures unless the device says otherwise
 * @param framesNeeded how many good frames make sure that it is this one
 * @param decoder makes a fresh decoder
 */
public record Protocol(
    String name, String words, SensorKind kind, int framesNeeded, Supplier<FrameDecoder> decoder) {}
