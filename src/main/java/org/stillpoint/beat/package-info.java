/**
 * Pulse wave or ECG to beats; how the sensor sits.
 *
 * <p>In the order of the signal: {@code SlopeKernel} computes slopes from samples, a {@code Rise}
 * is a peak among the slopes, {@code ThresholdTraining} and {@code AdaptiveThreshold} determine how
 * strong a beat must be, {@code BeatPicker} picks the rise that looks most like a beat from its
 * rivals, and {@code QualityJudge} rates how far it can be trusted. {@code BeatDetector} runs these
 * stages. {@code PulseWave} and {@code EcgWave} hold what is specific to each kind of wave. For an
 * ECG, {@code ComplexTrack} computes the energy of the complex, {@code ComplexShapes} weights its
 * peaks by their shape, and {@code ComplexJudge} marks the R peak; training, threshold and picking
 * are the same.
 */
@NullMarked
package org.stillpoint.beat;

import org.jspecify.annotations.NullMarked;
