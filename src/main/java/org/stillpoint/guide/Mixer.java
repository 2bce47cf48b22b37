package org.stillpoint.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds sounds up. Only one sentence plays at a time: the next waits until the one before is over,
 * and the first after a bell waits until its stroke has rung. While speech plays, bell and tones
 * are softer. Every change of loudness is a ramp, so nothing clicks. Time is counted in samples.
 * Belongs to one thread.
 */
final class Mixer {
  /** By how much the tones are softer during speech, in dB. */
  static final double TONES_BACK_DB = -10;

  /** By how much the bell is softer during speech, in dB. */
  static final double BELL_BACK_DB = -6;

  /** How long the bell rings alone after its stroke. */
  static final double BELL_ALONE_SECONDS = 1.0;

  /** Silence between two sentences that would otherwise follow without one. */
  static final double BREATH_SECONDS = 0.35;

  /** Ramp from full to nothing, when a sound becomes softer or a volume is turned down. */
  static final double DOWN_SECONDS = 0.2;

  /** Ramp from nothing to full. */
  static final double UP_SECONDS = 1.0;

  private static final double CUT_SECONDS = 0.2;

  /** A sound that is playing. */
  private static final class Playing {
    private final Sound sound;
    private final float gain;
    private int at;
    private int cutAt = Integer.MAX_VALUE;

    Playing(Sound sound, double gainDecibels) {
      this.sound = sound;
      this.gain = (float) Decibels.factor(gainDecibels);
    }

    void cut() {
      cutAt = Math.min(cutAt, at + (int) (CUT_SECONDS * Sound.RATE_HZ));
    }

    boolean over() {
      return at >= sound.length() || at >= cutAt;
    }

    float next() {
      float value = gain * sound.at(at);
      if (cutAt != Integer.MAX_VALUE) {
        value *= (float) ((cutAt - at) / (CUT_SECONDS * Sound.RATE_HZ));
      }
      at++;
      return value;
    }
  }

  /** A loudness that changes gradually. */
  private static final class Ramp {
    private double now;

    Ramp(double start) {
      now = start;
    }

    double next(double wanted) {
      double most = 1 / (Sound.RATE_HZ * (wanted < now ? DOWN_SECONDS : UP_SECONDS));
      now += Math.max(-most, Math.min(most, wanted - now));
      return now;
    }
  }

  private final List<Playing> others = new ArrayList<>();
  private final ArrayDeque<Playing> waiting = new ArrayDeque<>();
  private final Map<SoundPart, Ramp> ramps = new EnumMap<>(SoundPart.class);
  private @Nullable Playing speech;
  private volatile Volumes volumes;
  private long now;
  private long speechFrom;

  Mixer(Volumes volumes) {
    this.volumes = volumes;
    for (SoundPart part : SoundPart.values()) {
      ramps.put(part, new Ramp(volumes.factor(part)));
    }
  }

  /** Changes the volumes; may be called by any thread. */
  void volumes(Volumes wanted) {
    volumes = wanted;
  }

  /** Plays a sound from now on; speech waits for its turn. */
  void play(Sound sound, double gainDecibels) {
    Playing playing = new Playing(sound, gainDecibels);
    if (sound.part() == SoundPart.VOICE) {
      waiting.add(playing);
      return;
    }
    others.add(playing);
    if (sound.part() == SoundPart.BELL) {
      speechFrom = Math.max(speechFrom, now + (long) (BELL_ALONE_SECONDS * Sound.RATE_HZ));
    }
  }

  /** Fades the current speech and the tones; speech that is waiting is dropped. */
  void cut() {
    waiting.clear();
    if (speech != null) {
      speech.cut();
    }
    others.stream().filter(p -> p.sound.part() == SoundPart.TONES).forEach(Playing::cut);
  }

  /** Whether nothing plays and nothing waits. */
  boolean idle() {
    return speech == null && waiting.isEmpty() && others.isEmpty();
  }

  /** Samples rendered so far. */
  long now() {
    return now;
  }

  /** Fills the first {@code count} samples with the sound that follows. */
  void render(float[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = next();
    }
  }

  private float next() {
    Playing said = said();
    double voice = ramp(SoundPart.VOICE, 1);
    double bell = ramp(SoundPart.BELL, said == null ? 1 : Decibels.factor(BELL_BACK_DB));
    double tones = ramp(SoundPart.TONES, said == null ? 1 : Decibels.factor(TONES_BACK_DB));
    double sum = said == null ? 0 : voice * said.next();
    Iterator<Playing> each = others.iterator();
    while (each.hasNext()) {
      Playing playing = each.next();
      sum += (playing.sound.part() == SoundPart.BELL ? bell : tones) * playing.next();
      if (playing.over()) {
        each.remove();
      }
    }
    now++;
    if (said != null && said.over()) {
      speech = null;
      speechFrom = Math.max(speechFrom, now + (long) (BREATH_SECONDS * Sound.RATE_HZ));
    }
    return (float) sum;
  }

  /** The current speech; the next in turn begins as soon as it can. */
  private @Nullable Playing said() {
    if (speech == null && !waiting.isEmpty() && now >= speechFrom) {
      speech = waiting.remove();
      if (speech.over()) {
        speech = null; // a sentence of no length
      }
    }
    return speech;
  }

  private double ramp(SoundPart part, double back) {
    Ramp ramp = ramps.get(part);
    return ramp == null ? 0 : ramp.next(volumes.factor(part) * back);
  }
}
