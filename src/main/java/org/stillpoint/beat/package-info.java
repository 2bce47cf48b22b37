/**
 * Pulse wave to beats.
 *
 * <p>In the order of the signal: {@code SlopeKernel} makes slopes of samples, {@code Rise} is a
 * peak among them, {@code Learning} and {@code AdaptiveThreshold} say what is steep enough, {@code
 * BeatPicker} takes the steepest of rivals, and {@code QualityJudge} says how far to trust it.
 */
@NullMarked
package org.stillpoint.beat;

import org.jspecify.annotations.NullMarked;
