package org.stillpoint.live;

import java.util.function.LongSupplier;

/**
 * The clocks of the computer that a session runs on.
 *
 * @param nanoTime a monotonic clock in nanoseconds; its origin is arbitrary
 * @param sleeplessMillis a clock in milliseconds that keeps running while the computer sleeps
 */
public record Clocks(LongSupplier nanoTime, LongSupplier sleeplessMillis) {}
