package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.signal.Beat;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.EcgWaves;
import org.stillpoint.testkit.PulseWaves;

/** What must not change the beats, and the effect that noise is allowed to have. */
class InvarianceTest {
  private static final double[] RATES = {25, 30, 50, 75, 100, 125, 250, 360, 500, 1000};

  /** At lower rates, the complexes of an ECG fall between two samples. */
  private static final double LOWEST_ECG_RATE = 75;

  @ParameterizedTest
  @CsvSource({
    "PPG, 10000000", "PPG, -3000000000", "PPG, 86400000000000",
    "ECG, 5000000", "ECG, -3000000000", "ECG, 86400000000000"
  })
  void whenTheRecordingBeganDoesNotMatter(SensorKind kind, long shiftNanos) {
    List<PulseSample> wave = wave(kind, 100, 0.05, 1);
    List<Beat> plain = detect(kind, wave);

    List<Beat> shifted = detect(kind, shifted(wave, shiftNanos));

    assertThat(shifted)
        .isEqualTo(
            plain.stream()
                .map(b -> new Beat(b.timeNanos() + shiftNanos, b.amplitude(), b.quality()))
                .toList())
        .hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @CsvSource({"PPG, 3333333", "ECG, 1234567"})
  void whereTheGridLiesHardlyMatters(SensorKind kind, long shiftNanos) {
    List<PulseSample> wave = wave(kind, 100, 0.01, 1);
    List<Beat> plain = detect(kind, wave);

    List<Beat> shifted = detect(kind, shifted(wave, shiftNanos));

    assertThat(shifted).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(shifted.get(i).timeNanos() - shiftNanos)
          .isCloseTo(plain.get(i).timeNanos(), within(1_000_000L));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void moreNoiseNeverMakesABetterQuality(SensorKind kind) {
    for (double rate : new double[] {75, 250}) {
      double before = 1;
      for (double noise : new double[] {0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6}) {
        double usable = 0;
        for (long seed = 0; seed < 8; seed++) {
          usable += Detection.usableShare(detect(kind, wave(kind, rate, noise, seed))) / 8;
        }
        assertThat(usable).as(rate + " Hz, noise " + noise).isLessThanOrEqualTo(before + 0.01);
        before = usable;
      }
      assertThat(before).as(rate + " Hz, nothing but noise").isLessThan(0.02);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ECG", "PPG"})
  void noBeatIsToldLaterThan300MillisAfterItsMoment(SensorKind kind) {
    for (double rate : RATES) {
      for (double noise : new double[] {0.01, 0.3}) {
        for (Trouble trouble : List.of(Trouble.MOTION, Trouble.RAIL_TO_RAIL, Trouble.HOLES)) {
          assertToldInTime(kind, trouble.on(wave(kind, rate, noise, 1), rate));
        }
      }
    }
  }

  private static void assertToldInTime(SensorKind kind, List<PulseSample> wave) {
    BeatDetector detector = new BeatDetector(kind);
    List<Beat> beats = new ArrayList<>();
    long before = 0;
    int told = 0;
    for (PulseSample sample : wave) {
      beats.clear();
      detector.accept(sample, beats::add);
      told += beats.size();
      for (Beat beat : beats) {
        if (before >= 3_000_000_000L) {
          // If the last usable sample had been 300 ms after the beat, the beat would have been due
          // with it.
          assertThat(before).isLessThan(beat.timeNanos() + 300_000_000L);
        }
      }
      before = Double.isNaN(sample.value()) ? before : sample.timeNanos();
    }
    assertThat(told).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"PPG, 0", "PPG, 0.15", "ECG, 0", "ECG, 0.15"})
  void intervalsAreRightAtAnyRateAlsoWhereSamplesComeUnevenly(SensorKind kind, double jitter) {
    for (double rate : RATES) {
      if (kind == SensorKind.PPG || rate >= LOWEST_ECG_RATE) {
        double[] made;
        List<Beat> beats;
        if (kind == SensorKind.PPG) {
          PulseWaves wave = new PulseWaves(rate).noise(0.01).wander(0.3).timeJitter(jitter);
          made = wave.beats();
          beats = detect(kind, wave.samples());
        } else {
          EcgWaves wave = new EcgWaves(rate).noise(0.01).wander(0.3).timeJitter(jitter);
          made = wave.beats();
          beats = detect(kind, wave.samples());
        }
        double error = Detection.score(made, beats).rrErrorMedianMillis();
        assertThat(Detection.score(made, beats).missed()).as(rate + " Hz").isZero();
        assertThat(Detection.score(made, beats).extra()).as(rate + " Hz").isZero();
        assertThat(error).as(rate + " Hz").isLessThan(kind == SensorKind.PPG ? 2 : 0.6);
      }
    }
  }

  private static List<Beat> detect(SensorKind kind, List<PulseSample> wave) {
    return kind == SensorKind.ECG ? Detection.ecgBeats(wave) : Detection.beats(wave);
  }

  private static List<PulseSample> wave(SensorKind kind, double rate, double noise, long seed) {
    return kind == SensorKind.ECG
        ? new EcgWaves(rate).noise(noise).seed(seed).samples()
        : new PulseWaves(rate).noise(noise).seed(seed).samples();
  }

  private static List<PulseSample> shifted(List<PulseSample> wave, long nanos) {
    return wave.stream().map(s -> new PulseSample(s.timeNanos() + nanos, s.value())).toList();
  }
}
