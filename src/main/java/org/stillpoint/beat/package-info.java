/**
 * Pulse wave or ECG to beats.
 *
 * <p>In the order of the signal: {@code SlopeKernel} makes slopes of samples, {@code Rise} is a
 * peak among them, {@code ThresholdTraining} and {@code AdaptiveThreshold} say what is steep
 * enough, {@code BeatPicker} takes the one of rivals that looks most like a beat, and {@code
 * QualityJudge} says how far to trust it. {@code BeatDetector} leads through these stages; {@code
 * PulseWave} and {@code EcgWave} say what is special to each. For an ECG {@code ComplexTrack} makes
 * the energy of the complex, {@code ComplexShapes} weighs its peaks by their shape, and {@code
 * ComplexJudge} marks the R peak; training, threshold and picking are the same.
 */
@NullMarked
package org.stillpoint.beat;

import org.jspecify.annotations.NullMarked;
