package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.testkit.PulseWaves;

/** A second wave of the pulse is not a second beat, and two beats are not one. */
class DiastolicWaveTest {
  /** Delays of the second wave after the first, in seconds; it ends before the next beat. */
  private static final double[] DELAYS = {0.2, 0.25, 0.3, 0.35, 0.4};

  private static final double NO_CLIPPING = 9;

  private static PulseWaves wave(double rateHz, double pace, double height, double delay) {
    double width = Math.min(1, Math.min(1.3 * delay / 0.33, 60 / pace / 0.6));
    return new PulseWaves(rateHz)
        .beatsPerMinute(pace)
        .dicrotic(height)
        .dicroticDelay(delay)
        .width(width)
        .noise(0.01)
        .wander(0.1);
  }

  /** Every rate, height, delay and top of the wave at one pace; almost all are counted once. */
  @ParameterizedTest
  @ValueSource(doubles = {45, 60, 75, 90, 100, 120, 150})
  void eachBeatIsCountedOnce(double pace) {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (double rate : new double[] {25, 50, 250}) {
      for (double height : new double[] {0.2, 0.35, 0.5, 0.65, 0.8}) {
        for (double delay : DELAYS) {
          for (double clip : new double[] {NO_CLIPPING, 0.7}) {
            if (delay > 60 / pace - 0.12) {
              continue;
            }
            PulseWaves wave = wave(rate, pace, height, delay).clippedAt(clip);
            double f1 = Detection.score(wave.beats(), Detection.beats(wave.samples())).f1();
            cases++;
            if (f1 < 97) {
              wrong.add(rate + " Hz, height " + height + ", delay " + delay + ", clip " + clip);
            }
          }
        }
      }
    }

    assertThat(cases).isGreaterThanOrEqualTo(60);
    assertThat(wrong).hasSizeLessThanOrEqualTo(pace >= 90 ? cases / 20 : 2);
  }

  /** A PulseSensor as sold: a heart rate of 100, half the height, a clipped top, any phase. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55})
  void startsOfTheSameWaveAreCountedAndTrustedAlike(double start) {
    PulseWaves wave = wave(50, 100, 0.5, 0.3).clippedAt(0.7);
    List<Beat> beats =
        Detection.beats(wave.samples().stream().filter(s -> s.timeNanos() >= start * 1e9).toList());

    BeatScore score = Detection.score(wave.beats(), beats);

    assertThat(score.extra()).isZero();
    assertThat(score.missed()).isLessThanOrEqualTo(1);
    assertThat(Detection.usableShare(beats)).isGreaterThan(0.95);
  }

  /** While a wave grows within a recording, at most two of its rises are trusted as beats. */
  @ParameterizedTest
  @CsvSource({"60, 0.5, 0.35", "60, 0.65, 0.4", "75, 0.5, 0.3", "75, 0.8, 0.35", "100, 0.5, 0.3"})
  void oneThatBeginsAndEndsIsSoonLearned(double pace, double height, double delay) {
    PulseWaves wave = wave(50, pace, height, delay).dicroticAt(t -> t > 20 && t < 40 ? 1 : 0);
    List<Beat> beats = Detection.beats(wave.samples());

    BeatScore all = Detection.score(wave.beats(), beats);
    BeatScore used =
        Detection.score(wave.beats(), beats.stream().filter(b -> b.quality().usable()).toList());

    assertThat(all.missed()).isLessThanOrEqualTo(1);
    assertThat(all.extra()).isLessThanOrEqualTo(4);
    assertThat(used.extra()).isLessThanOrEqualTo(2);
  }

  /** A rate that doubles is followed, also where a diastolic wave had been learned. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5})
  void aDoubledRateIsFollowed(double height) {
    List<Double> truth = new ArrayList<>();
    PulseWaves slow = wave(50, 65, height, 0.35).seconds(40);
    PulseWaves fast = wave(50, 130, height / 3, 0.2).seconds(40);
    var samples = new ArrayList<>(slow.samples());
    for (double beat : slow.beats()) {
      truth.add(beat);
    }
    fast.samples()
        .forEach(s -> samples.add(new PulseSample(s.timeNanos() + 40_000_000_000L, s.value())));
    for (double beat : fast.beats()) {
      truth.add(beat + 40);
    }

    List<Beat> beats = Detection.beats(samples);
    double[] late = truth.stream().mapToDouble(t -> t).filter(t -> t > 50).toArray();
    BeatScore score =
        Detection.score(late, beats.stream().filter(b -> Detection.seconds(b) > 49.9).toList());

    assertThat(score.missed() + score.extra()).isLessThanOrEqualTo(2);
  }

  /** Beats in pairs, further apart than a diastolic wave can be, are beats. */
  @ParameterizedTest
  @CsvSource({"60, 0.65, 0.6", "70, 0.7, 0.7", "50, 0.6, 0.5"})
  void bigeminyIsFollowed(double pace, double interval, double height) {
    PulseWaves wave =
        new PulseWaves(50)
            .beatsPerMinute(pace)
            .paired(interval, height)
            .variability(0.01)
            .dicrotic(0.15)
            .noise(0.01);

    BeatScore score = Detection.score(wave.beats(), Detection.beats(wave.samples()));

    assertThat(score.f1()).isGreaterThan(97);
  }

  /** Pairs that begin within a recording and could be either are not trusted. */
  @Test
  void closePairsThatBeginLaterAreNotTrusted() {
    PulseWaves even = wave(50, 70, 0.15, 0.33).seconds(30);
    PulseWaves pairs = wave(50, 70, 0.1, 0.2).seconds(30).paired(0.55, 0.7).variability(0.01);
    var samples = new ArrayList<>(even.samples());
    pairs
        .samples()
        .forEach(s -> samples.add(new PulseSample(s.timeNanos() + 30_000_000_000L, s.value())));

    List<Beat> beats = Detection.beats(samples);
    double[] truth = pairs.beats();
    double usable =
        Detection.usableShare(beats.stream().filter(b -> Detection.seconds(b) > 40).toList());
    BeatScore score =
        Detection.score(
            Arrays.stream(truth).map(t -> t + 30).filter(t -> t > 40).toArray(),
            beats.stream().filter(b -> Detection.seconds(b) > 39.8).toList());

    assertThat(score.f1() > 97 || usable < 0.1).as("f1 %s, used %s", score.f1(), usable).isTrue();
  }
}
