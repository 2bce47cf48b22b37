package org.stillpoint.participant;

import org.stillpoint.participant.Traits.MindTraits;

/**
 * Hidden arousal without its noise: 1 in the baseline, 0 wholly settled, above 1 uneasy.
 *
 * <p>A person who hears nothing follows a plan: the arousal stays at 1 for a while, then goes where
 * the family goes. A person who is guided follows the guidance. Words settle the mind a little, and
 * quiet settles it twice as fast, but only as long as the mind can rest in it; the more settled it
 * is, the longer that is. Then it wanders and becomes restless. Care brings it back, with a lag. A
 * worsener becomes uneasy in any quiet. These are choices that resemble people. They make the
 * length of silences matter, and prove nothing about people.
 */
final class ArousalModel {
  private static final double PLAN_BEGINS_SECONDS = 165;
  private static final double DETAIL_STIRS = 0.004;
  private static final double SETTLED = 0.5;
  private static final double WANDER_SECONDS = 260;
  private static final double SHORTEST_REST_SECONDS = 7;
  private static final double REST_GAIN_SECONDS = 55;
  private static final double WORDS_SLOWER = 1.7;
  private static final double QUIET_FASTER = 0.75;
  private static final double UNEASY = 2.1;
  private static final double WORSENER_QUIET_SECONDS = 260;
  private static final double WORSENER_WORDS_SECONDS = 520;

  private final Family family;
  private final MindTraits traits;
  private double level = 1;
  private double seconds;
  private Stimulus hearing = Stimulus.START;
  private boolean guided;
  private double hearingSeconds;
  private double care;

  /**
   * A mind with arousal 1.
   *
   * @param traits how guidance settles it
   */
  ArousalModel(Family family, MindTraits traits) {
    this.family = family;
    this.traits = traits;
  }

  void hears(Stimulus next) {
    guided = true;
    hearing = next;
    hearingSeconds = 0;
    if (next == Stimulus.CARE) {
      care += traits.careGain();
    }
  }

  /**
   * Whether the present quiet does not settle this mind: it wanders, or was never at ease in quiet.
   */
  boolean restless() {
    boolean quiet = guided && hearing == Stimulus.SILENCE;
    boolean tired = family.settles() && hearingSeconds > restSeconds();
    return quiet && (tired || family == Family.WORSENER);
  }

  private double restSeconds() {
    return SHORTEST_REST_SECONDS + REST_GAIN_SECONDS * Math.max(0, 1 - level);
  }

  /**
   * Lets time pass.
   *
   * @param dt seconds
   * @return the arousal afterwards
   */
  double step(double dt) {
    seconds += dt;
    hearingSeconds += dt;
    if (guided) {
      follow(dt);
    } else {
      towards(seconds < PLAN_BEGINS_SECONDS ? 1 : goal(), traits.settlingSeconds(), dt);
    }
    return level;
  }

  private double goal() {
    if (family == Family.WORSENER) {
      return UNEASY;
    }
    return family.settles() ? traits.floor() : 1;
  }

  private void follow(double dt) {
    double given = care * dt / traits.careLagSeconds();
    care -= given;
    if (family == Family.WORSENER) {
      worsen(dt, given);
    } else if (family.settles() && hearing != Stimulus.START && hearing != Stimulus.RETURN) {
      settle(dt, given);
    }
  }

  private void worsen(double dt, double given) {
    level -= given * (level - SETTLED);
    if (hearing == Stimulus.SILENCE) {
      towards(UNEASY, WORSENER_QUIET_SECONDS, dt);
    } else if (hearing == Stimulus.GUIDANCE || hearing == Stimulus.DETAIL) {
      towards(UNEASY, WORSENER_WORDS_SECONDS, dt);
    }
  }

  private void settle(double dt, double given) {
    level -= given * Math.max(0, level - SETTLED / 2);
    if (hearing == Stimulus.SILENCE) {
      if (hearingSeconds <= restSeconds()) {
        towards(traits.floor(), QUIET_FASTER * traits.settlingSeconds(), dt);
      } else {
        towards(1, WANDER_SECONDS, dt);
      }
    } else {
      towards(traits.floor(), WORDS_SLOWER * traits.settlingSeconds(), dt);
      if (hearing == Stimulus.DETAIL && level < SETTLED) {
        level += DETAIL_STIRS * dt;
      }
    }
  }

  private void towards(double goal, double tau, double dt) {
    level += (goal - level) * dt / tau;
  }
}
