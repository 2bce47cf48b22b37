package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.PulseSample;
import org.stillpoint.signal.SensorKind;
import org.stillpoint.testkit.PulseWaves;

/** Waves from a 10-bit converter; a pulse of 100 steps around the middle of the range. */
class PlacementCoachTest {
  /** The disturbance begins after some time of normal signal, in seconds. */
  private static final double FROM = 20;

  private static final double TO = 35;

  /** Time within which the disturbance must be reported, in seconds. */
  private static final double NOTICED = 5;

  private static PulseWaves pulse(double rate) {
    return new PulseWaves(rate).seconds(60).noise(0.01).wander(0.2);
  }

  private static List<PulseSample> adc(List<PulseSample> wave, double height) {
    return Detection.mapValues(wave, s -> Math.rint(500 + height * s.value()));
  }

  private static boolean during(PulseSample s) {
    return s.timeNanos() >= FROM * 1e9 && s.timeNanos() < TO * 1e9;
  }

  private static List<PulseSample> plus(List<PulseSample> wave, DoubleUnaryOperator more) {
    return Detection.mapValues(
        wave,
        s ->
            during(s) ? Math.rint(s.value() + more.applyAsDouble(s.timeNanos() / 1e9)) : s.value());
  }

  /** The placement is reported in time, without any other, and withdrawn in time. */
  private static void assertTold(Coached coached, Placement what) {
    assertThat(coached.between(6, FROM)).containsExactly(Placement.GOOD);
    assertThat(coached.firstAfter(FROM, p -> p == what)).isBetween(FROM + 1.5, FROM + NOTICED);
    assertThat(coached.between(FROM + NOTICED, TO)).containsExactly(what);
    assertThat(coached.firstAfter(TO, p -> p == Placement.GOOD)).isBetween(TO + 1, TO + NOTICED);
    assertThat(coached.between(TO + NOTICED, 60)).containsExactly(Placement.GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "25, 60",
    "49, 40",
    "49, 60",
    "49, 120",
    "49, 180",
    "100, 40",
    "100, 75",
    "100, 180",
    "500, 40",
    "500, 60",
    "500, 180",
    "1000, 60"
  })
  void aGoodWaveIsGoodAtEveryRate(double rate, double beatsPerMinute) {
    for (long seed = 1; seed <= 3; seed++) {
      Coached coached =
          Coached.of(
              adc(
                  pulse(rate).beatsPerMinute(beatsPerMinute).timeJitter(0.1).seed(seed).samples(),
                  100));
      assertThat(coached.at(3)).isEqualTo(Placement.UNKNOWN);
      assertThat(coached.between(6, 60)).containsExactly(Placement.GOOD);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void deepBreathsAndNoiseAreNoReasonForAdvice(double rate) {
    List<PulseSample> wave = pulse(rate).wander(1.5).noise(0.08).variability(0.2).samples();
    assertThat(Coached.of(adc(wave, 100)).between(6, 60)).containsExactly(Placement.GOOD);
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void aFingerTakenAwayIsNoContact(double rate) {
    Random noise = new Random(3);
    DoubleUnaryOperator away = t -> t >= FROM && t < TO ? 0 : 1;
    List<PulseSample> still = adc(new PulseWaves(rate).amplitude(away).samples(), 100);
    assertTold(Coached.of(still), Placement.NO_CONTACT);
    assertTold(Coached.of(plus(still, t -> 30 * noise.nextGaussian())), Placement.NO_CONTACT);
    assertTold(Coached.of(plus(still, t -> 2 * noise.nextGaussian())), Placement.NO_CONTACT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void aSensorThatWasNeverTouchedIsNoContact(double rate) {
    PulseWaves nobody = new PulseWaves(rate).amplitude(t -> 0);
    assertThat(Coached.of(adc(nobody.noise(0.01).samples(), 100)).between(8, 60))
        .containsExactly(Placement.NO_CONTACT);
    assertThat(Coached.of(adc(nobody.noise(0.5).samples(), 100)).between(8, 60))
        .containsExactly(Placement.NO_CONTACT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void aWaveCutOffIsClippedWhetherTheRangeIsKnownOrSeen(double rate) {
    List<PulseSample> wave = adc(pulse(rate).wander(0).samples(), 100);
    List<PulseSample> cut =
        Detection.mapValues(wave, s -> during(s) ? Math.min(1023, s.value() + 470) : s.value());
    PlacementCoach knowing = new PlacementCoach();
    knowing.range(0, 1023);
    assertTold(new Coached(knowing, cut), Placement.CLIPPED);
    List<PulseSample> lower =
        Detection.mapValues(wave, s -> during(s) ? Math.min(550, s.value()) : s.value());
    assertTold(Coached.of(lower), Placement.CLIPPED);
  }

  @Test
  void aWaveThatStandsAtAKnownLimitIsClippedNotAbsent() {
    PlacementCoach knowing = new PlacementCoach();
    knowing.range(0, 1023);
    List<PulseSample> wave = adc(pulse(100).samples(), 100);
    assertTold(new Coached(knowing, plus(wave, t -> 2000)), Placement.CLIPPED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void aPulseOfAFewStepsIsTooWeak(double rate) {
    DoubleUnaryOperator weak = t -> t >= FROM && t < TO ? 0.04 : 1;
    assertTold(
        Coached.of(adc(new PulseWaves(rate).amplitude(weak).samples(), 100)), Placement.TOO_WEAK);
  }

  @ParameterizedTest
  @CsvSource({"49, 0.35", "100, 0.5", "500, 0.9"})
  void aPulseInNoiseIsTooWeak(double rate, double noise) {
    List<PulseSample> wave = adc(pulse(rate).variability(0.01).noise(noise).samples(), 100);
    List<Placement> said = Coached.of(wave).between(10, 60);
    assertThat(said)
        .contains(Placement.TOO_WEAK)
        .doesNotContain(Placement.MOVING, Placement.FLICKER);
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void aHandThatMovesIsMoving(double rate) {
    List<PulseSample> wave = adc(pulse(rate).samples(), 40);
    Random random = new Random(5);
    double[] places = random.doubles(600, -250, 250).toArray();
    DoubleUnaryOperator jumps =
        t -> {
          double at = t * 1.7;
          double from = places[(int) at];
          double to = places[(int) at + 1];
          double share = Math.min(1, (at - Math.floor(at)) * 4);
          return from + (to - from) * share;
        };
    assertTold(Coached.of(plus(wave, jumps)), Placement.MOVING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {49, 100, 500})
  void oneJumpIsNotWorthAWord(double rate) {
    List<PulseSample> wave = adc(pulse(rate).samples(), 100);
    List<PulseSample> jump =
        Detection.mapValues(wave, s -> s.value() + (s.timeNanos() > 20e9 ? 400 : 0));
    assertThat(Coached.of(jump).share(6, Placement::bad)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 60, 100, 120, 49.9, 60.1})
  void flickerOfTheMainsIsTold(double hertz) {
    List<PulseSample> wave = adc(pulse(500).samples(), 100);
    assertTold(Coached.of(plus(wave, hum(hertz, 80))), Placement.FLICKER);
    assertThat(Coached.of(plus(wave, hum(hertz, 12))).between(6, 60))
        .as("a little does no harm")
        .containsExactly(Placement.GOOD);
  }

  private static DoubleUnaryOperator hum(double hertz, double amplitude) {
    return t -> amplitude * Math.sin(2 * Math.PI * hertz * t + 0.3);
  }

  @ParameterizedTest
  @CsvSource({"48.8, 50", "49.2, 60", "49.2, 100", "49.2, 120", "100, 60", "100, 120"})
  void whereFlickerFoldsBackItIsNeverClaimed(double rate, double hertz) {
    List<PulseSample> wave = adc(pulse(rate).samples(), 100);
    Coached coached = Coached.of(plus(wave, hum(hertz, 80)));
    assertThat(coached.share(6, p -> p == Placement.FLICKER)).isZero();
    assertThat(coached.share(6, p -> p == Placement.GOOD || p == Placement.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void humThatFoldsIntoAPulseIsUnknownNotGood() {
    List<PulseSample> nobody = adc(new PulseWaves(49).amplitude(t -> 0).noise(0.01).samples(), 100);
    List<PulseSample> wave =
        Detection.mapValues(
            nobody, s -> s.value() + hum(50, 80).applyAsDouble(s.timeNanos() / 1e9));
    assertThat(Coached.of(wave).between(6, 60)).containsExactly(Placement.UNKNOWN);
  }

  @Test
  void theDevicesOwnWordComesFirst() {
    PlacementCoach coach = new PlacementCoach();
    List<PulseSample> wave = adc(pulse(100).samples(), 100);
    wave.subList(0, 1000).forEach(coach::accept);
    assertThat(coach.placement(10_000_000_000L)).isEqualTo(Placement.GOOD);
    coach.contact(false);
    assertThat(coach.placement(10_000_000_000L)).isEqualTo(Placement.NO_CONTACT);
    wave.subList(1000, 2000).forEach(coach::accept);
    assertThat(coach.placement(20_000_000_000L)).isEqualTo(Placement.NO_CONTACT);
    coach.contact(true);
    wave.subList(2000, 2020).forEach(coach::accept);
    assertThat(coach.placement(20_200_000_000L)).isEqualTo(Placement.NO_CONTACT);
    wave.subList(2020, 2300).forEach(coach::accept);
    assertThat(coach.placement(23_000_000_000L)).isEqualTo(Placement.GOOD);
  }

  @Test
  void aSensorOfIntervalsIsJudgedByItsContact() {
    PlacementCoach coach = new PlacementCoach();
    coach.kind(SensorKind.INTERVALS);
    assertThat(coach.placement(0)).isEqualTo(Placement.UNKNOWN);
    coach.interval(1_000_000_000L);
    assertThat(coach.placement(2_000_000_000L)).isEqualTo(Placement.GOOD);
    coach.contact(false);
    assertThat(coach.placement(2_000_000_000L)).isEqualTo(Placement.NO_CONTACT);
    coach.contact(true);
    assertThat(coach.placement(9_000_000_000L)).as("silent").isEqualTo(Placement.UNKNOWN);
  }

  @Test
  void nothingOldIsSaidAfterAGapOrInSilence() {
    List<PulseSample> wave = Detection.without(adc(pulse(100).samples(), 100), 20, 22);
    Coached coached = Coached.of(wave);
    assertThat(coached.between(22, 25.9)).containsExactly(Placement.UNKNOWN);
    assertThat(coached.between(27, 60)).containsExactly(Placement.GOOD);
    PlacementCoach silent = new PlacementCoach();
    wave.forEach(silent::accept);
    assertThat(silent.placement(63_000_000_000L)).isEqualTo(Placement.GOOD);
    assertThat(silent.placement(65_000_000_000L)).isEqualTo(Placement.UNKNOWN);
  }

  @Test
  void anAdviceNeverFlickers() {
    Random random = new Random(9);
    List<PulseSample> wave =
        Detection.mapValues(
            adc(pulse(100).seconds(600).samples(), 100),
            s ->
                Math.rint(
                    s.value() + (random.nextInt(150) == 0 ? 600 * random.nextGaussian() : 0)));
    List<Placement> said = Coached.of(wave).between(6, 600);
    assertThat(said.size()).isLessThan(600 / 2);
    double told = -10;
    Coached coached = Coached.of(wave);
    for (double t = 6; t < 590; t = coached.firstAfter(t, coachedNot(coached.at(t)))) {
      assertThat(t - told).isGreaterThanOrEqualTo(0.9);
      told = t;
    }
  }

  private static java.util.function.Predicate<Placement> coachedNot(Placement now) {
    return p -> p != now;
  }

  @Test
  void anElectrocardiogramIsAskedForContactLimitsAndHumAlone() {
    List<PulseSample> wave = adc(narrow(500), 300);
    assertThat(ecg(wave).between(6, 60)).containsExactly(Placement.GOOD);
    assertTold(ecg(plus(wave, hum(50, 90))), Placement.FLICKER);
    assertTold(
        ecg(Detection.mapValues(wave, s -> during(s) ? 511 : s.value())), Placement.NO_CONTACT);
  }

  private static Coached ecg(List<PulseSample> wave) {
    PlacementCoach coach = new PlacementCoach();
    coach.kind(SensorKind.ECG);
    return new Coached(coach, wave);
  }

  /** A spike of 20 ms every second, with some noise. */
  private static List<PulseSample> narrow(double rate) {
    Random noise = new Random(2);
    return Detection.mapValues(
        new PulseWaves(rate).amplitude(t -> 0).samples(),
        s -> {
          double u = (s.timeNanos() / 1e9 % 1 - 0.5) / 0.01;
          return Math.exp(-u * u / 2) + 0.01 * noise.nextGaussian();
        });
  }
}
