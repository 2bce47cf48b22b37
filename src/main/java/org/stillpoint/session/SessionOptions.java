package org.stillpoint.session;

import java.util.OptionalDouble;
import org.stillpoint.programme.Posture;

/**
 * How a session is conducted: chosen before the session and recorded with it.
 *
 * @param posture how the person lies or sits
 * @param pacing whether the session follows the person
 * @param whenDrowsy what is done when the person dozes
 * @param pacer whether the breath pacer leads in programmes that do not ask for it
 * @param targetPerMinute the rate that the pacer leads to, in breaths a minute: the one that the
 *     person has set, else their own resonance rate; absent when neither is known
 * @param inhaleShare share of a paced breath that is breathing in, 0.3 to 0.5
 */
public record SessionOptions(
    Posture posture,
    Pacing pacing,
    WhenDrowsy whenDrowsy,
    boolean pacer,
    OptionalDouble targetPerMinute,
    double inhaleShare) {

  /** Lying, adaptive, a gentle call, no pacer. */
  public static final SessionOptions USUAL =
      new SessionOptions(
          Posture.LYING,
          Pacing.ADAPTIVE,
          WhenDrowsy.CALL,
          false,
          OptionalDouble.empty(),
          PacerSettings.USUAL.inhaleShare());

  /** The same with or without following the person. */
  public SessionOptions with(Pacing other) {
    return new SessionOptions(posture, other, whenDrowsy, pacer, targetPerMinute, inhaleShare);
  }

  /** The same in another posture. */
  public SessionOptions with(Posture other) {
    return new SessionOptions(other, pacing, whenDrowsy, pacer, targetPerMinute, inhaleShare);
  }

  /** The same with a target of the pacer. */
  public SessionOptions withTarget(OptionalDouble perMinute) {
    return new SessionOptions(posture, pacing, whenDrowsy, pacer, perMinute, inhaleShare);
  }

  /** Target and shape of a breath; the target is {@code otherwise} if the person has none. */
  PacerSettings breath(double otherwise) {
    return new PacerSettings(targetPerMinute.orElse(otherwise), inhaleShare);
  }
}
