package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.beat.BeatDetector;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.signal.SignalQuality;
import org.stillpoint.testkit.PulseWaves;

class BreathTrackerTest {
  private static final long SECOND = 1_000_000_000;

  private final BreathTracker tracker = new BreathTracker(SensorKind.INTERVALS);
  private double now;

  /** Intervals with a given length as a function of time in seconds, up to a given time. */
  private void beats(double untilSeconds, DoubleUnaryOperator millis) {
    while (now < untilSeconds) {
      double length = millis.applyAsDouble(now);
      now += length / 1000;
      tracker.interval(interval(now, length));
    }
  }

  private static RrInterval interval(double endSeconds, double millis) {
    return new RrInterval(Math.round(endSeconds * 1e9), millis, RrLabel.NORMAL, true);
  }

  private static DoubleUnaryOperator breath(double perMinute, double depth) {
    return t -> 850 * (1 + depth * Math.sin(2 * Math.PI * perMinute / 60 * t));
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 4.5, 5.5, 7, 9, 11.3, 14, 17, 20, 24, 30})
  void findsTheRateOfAPureRhythm(double perMinute) {
    beats(61, breath(perMinute, 0.08));

    BreathEstimate estimate = tracker.at(61 * SECOND);

    assertThat(estimate.breathsPerMinute().orElseThrow()).isCloseTo(perMinute, within(0.15));
    assertThat(estimate.confidence()).isGreaterThan(0.9);
    assertThat(estimate.endNanos()).isEqualTo(61 * SECOND);
  }

  @Test
  void nothingIsKnownOfNothing() {
    assertThat(tracker.at(0)).isEqualTo(BreathEstimate.unknown(0));
    beats(40, breath(12, 0.05));
    assertThat(tracker.at(40 * SECOND).confidence()).isZero();
  }

  @Test
  void intervalsThatDoNotVaryHaveNoRhythm() {
    beats(70, t -> 800);

    assertThat(tracker.at(70 * SECOND).confidence()).isZero();
  }

  @Test
  void theRateGoesAwayWhenTheBeatsDo() {
    beats(61, breath(12, 0.05));

    assertThat(tracker.at(64 * SECOND).breathsPerMinute()).isPresent();
    assertThat(tracker.at(85 * SECOND).breathsPerMinute()).isEmpty();
    assertThat(tracker.at(1000 * SECOND).confidence()).isZero();
  }

  @Test
  void aLongHoleLeavesNoRateAndAShortOneDoes() {
    BreathTracker holed = new BreathTracker(SensorKind.INTERVALS);
    DoubleUnaryOperator breath = breath(12, 0.05);
    for (double t = 0; t < 60; ) {
      double length = breath.applyAsDouble(t);
      t += length / 1000;
      if (t < 28 || t > 32) {
        holed.interval(interval(t, length));
      }
      if (t < 22 || t > 38) {
        tracker.interval(interval(t, length));
      }
    }

    assertThat(holed.at(60 * SECOND).breathsPerMinute().orElseThrow()).isCloseTo(12, within(0.2));
    assertThat(tracker.at(60 * SECOND).confidence()).isZero();
  }

  @Test
  void intervalsThatAreNotNormalCountForNothing() {
    beats(30, breath(12, 0.05));
    for (int i = 0; i < 40; i++) {
      now += 0.8;
      tracker.interval(new RrInterval(Math.round(now * 1e9), 800, RrLabel.LONG, true));
    }

    assertThat(tracker.at(60 * SECOND).confidence()).isZero();
  }

  @Test
  void aFewEarlyBeatsDoNotHideTheBreath() {
    Random random = new Random(3);
    DoubleUnaryOperator breath = breath(14, 0.04);
    double pause = 0;
    List<Double> all = new ArrayList<>();
    for (double t = 0; t < 180; t += all.get(all.size() - 1) / 1000) {
      double length = breath.applyAsDouble(t);
      boolean early = pause == 0 && random.nextDouble() < 0.04;
      all.add(early ? 0.72 * length : length + pause);
      pause = early ? 0.28 * length : 0;
    }

    List<BreathEstimate> estimates =
        BreathRun.of(all.stream().mapToDouble(Double::doubleValue).toArray());

    assertThat(estimates).filteredOn(e -> e.breathsPerMinute().isPresent()).hasSizeGreaterThan(12);
    for (BreathEstimate each : estimates) {
      assertThat(each.breathsPerMinute().orElse(14)).isCloseTo(14, within(0.5));
    }
  }

  /** A rhythm at a third to a sixth of the heart rate that is not breathing. */
  @ParameterizedTest
  @ValueSource(doubles = {0.82, 0.75, 0.6})
  void anEarlyBeatInEveryFewIsNoBreath(double share) {
    for (int every = 3; every <= 6; every++) {
      Random random = new Random(every);
      double[] rr = new double[300];
      for (int i = 0; i < rr.length; i++) {
        double length = 800 + 10 * random.nextGaussian();
        rr[i] = i % every == 1 ? share * length : i % every == 2 ? (2 - share) * length : length;
      }

      assertThat(BreathRun.of(rr))
          .as("every %s", every)
          .isNotEmpty()
          .allMatch(e -> e.breathsPerMinute().isEmpty());
    }
  }

  @Test
  void whiteNoiseHasNoRate() {
    for (long seed = 101; seed < 141; seed++) {
      Random random = new Random(seed);
      double[] rr = random.doubles(300).map(x -> 850 + 40 * random.nextGaussian()).toArray();

      assertThat(BreathRun.of(rr)).isNotEmpty().allMatch(e -> e.breathsPerMinute().isEmpty());
    }
  }

  /**
   * By chance, 1/f noise occasionally contains a rhythm that lasts a minute: once in a thousand
   * times.
   */
  @Test
  void pinkNoiseHardlyEverHasARateNorHasAMayerWave() {
    BreathScore noise = new BreathScore();
    BreathScore mayer = new BreathScore();
    for (int seed = 101; seed < 171; seed++) {
      int rate = 55 + seed % 30;
      double[] alone = new VirtualHeart(seed).rate(rate).noise(0.01).rrMillis();
      double[] swinging = new VirtualHeart(seed).rate(rate).mayer(0.03).rrMillis();
      BreathRun.of(alone).forEach(estimate -> noise.add(0, estimate));
      BreathRun.of(swinging).forEach(estimate -> mayer.add(0, estimate));
    }

    assertThat(noise.windows()).isGreaterThan(2000);
    assertThat(noise.givenShare()).isLessThan(0.003);
    assertThat(mayer.givenShare()).isLessThan(0.003);
  }

  /** The Mayer wave, 5 to 7 per minute, is twice as deep as the effect of breathing. */
  @ParameterizedTest
  @ValueSource(doubles = {10, 11.5, 13, 15, 17, 19, 22})
  void besideALargeMayerWaveTheBreathIsFoundOrNothing(double perMinute) {
    BreathScore score = new BreathScore();
    for (long seed = 101; seed < 121; seed++) {
      double[] rr = new VirtualHeart(seed).breath(perMinute, 0.02).mayer(0.04).rrMillis();
      BreathRun.of(rr).forEach(estimate -> score.add(perMinute, estimate));
    }

    assertThat(score.wrongShare(2) * score.givenShare()).isLessThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {11.5, 13, 15, 17, 19, 22})
  void besideAMayerWaveOfItsOwnSizeTheBreathIsMostlyFound(double perMinute) {
    BreathScore score = new BreathScore();
    for (long seed = 101; seed < 121; seed++) {
      double[] rr = new VirtualHeart(seed).breath(perMinute, 0.02).mayer(0.02).rrMillis();
      BreathRun.of(rr).forEach(estimate -> score.add(perMinute, estimate));
    }

    assertThat(score.givenShare()).isGreaterThan(0.8);
    assertThat(score.wrongShare(2)).isLessThan(0.01);
  }

  @Test
  void theHeightOfThePulseTellsWhereTheHeartDoesNot() {
    PulseWaves waves =
        new PulseWaves(60)
            .seconds(80)
            .variability(0)
            .amplitude(t -> 1 + 0.08 * Math.sin(2 * Math.PI * 13 / 60 * t));
    BreathTracker pulse = new BreathTracker(SensorKind.PPG);
    BeatDetector detector = new BeatDetector(SensorKind.PPG);
    for (PulseSample sample : waves.samples()) {
      pulse.sample(sample);
      detector.accept(sample, pulse::beat);
    }

    BreathEstimate estimate = pulse.at(79 * SECOND);

    assertThat(estimate.breathsPerMinute().orElseThrow()).isCloseTo(13, within(0.3));
  }

  @Test
  void whatComesAfterTheAskedMomentDoesNotChangeTheAnswer() {
    beats(65, breath(12, 0.05));
    BreathEstimate before = tracker.at(60 * SECOND);
    beats(100, breath(20, 0.08));

    assertThat(tracker.at(60 * SECOND)).isEqualTo(before);
  }

  @Test
  void absurdInputIsNoError() {
    Random random = new Random(5);
    BreathTracker pulse = new BreathTracker(SensorKind.PPG);
    double[] odd = {0, -1, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, 7};
    for (int i = 0; i < 20_000; i++) {
      long time = random.nextInt(4) == 0 ? random.nextLong() : i * 20_000_000L;
      double value = odd[random.nextInt(odd.length)];
      pulse.sample(new PulseSample(time, value));
      if (i % 30 == 0) {
        pulse.beat(new Beat(time, value, SignalQuality.GOOD));
        pulse.interval(new RrInterval(time, Math.abs(value), RrLabel.NORMAL, random.nextBoolean()));
      }
      if (i % 500 == 0) {
        pulse.gap();
        assertThat(pulse.at(i * 20_000_000L).confidence()).isBetween(0.0, 1.0);
        assertThat(pulse.at(random.nextLong()).confidence()).isBetween(0.0, 1.0);
      }
    }
  }
}
