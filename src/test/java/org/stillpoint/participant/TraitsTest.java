package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members of a family differ as people do, and the same seed is the same person. */
class TraitsTest {

  private static double[] sorted(java.util.function.LongToDoubleFunction figure, int people) {
    return java.util.stream.LongStream.rangeClosed(1, people)
        .mapToDouble(figure)
        .sorted()
        .toArray();
  }

  @Test
  void heartRatesAndBreathingHaveTheRangeOfPeople() {
    double[] rates =
        sorted(
            seed -> {
              Traits.HeartTraits heart = Traits.drawn(Family.NULL, Seeds.random(seed, 1)).heart();
              return heart.restingRate() + heart.arousalRate();
            },
            1000);
    assertThat(rates[0]).isBetween(44.9, 50.0);
    assertThat(rates[999]).isBetween(85.0, 90.1);
    assertThat(rates[900] - rates[100]).isGreaterThan(20);
    double[] breaths =
        sorted(seed -> Traits.drawn(Family.NULL, Seeds.random(seed, 1)).lungs().perMinute(), 1000);
    assertThat(breaths[0]).isEqualTo(7);
    assertThat(breaths[999]).isEqualTo(20);
    assertThat(breaths[900] - breaths[100]).isGreaterThan(6);
  }

  @Test
  void rmssdOfTenMinutesReachesFromLowToHigh() {
    double[] rmssd = sorted(seed -> rmssd(Family.NULL, seed), 60);
    assertThat(rmssd[0]).isBetween(7.0, 16.0);
    assertThat(rmssd[30]).isBetween(24.0, 45.0);
    assertThat(rmssd[59]).isBetween(65.0, 140.0);
    assertThat(sorted(seed -> rmssd(Family.LOW_HRV, seed), 20)[19]).isLessThan(20);
  }

  private static double rmssd(Family family, long seed) {
    List<VirtualPerson.TrueBeat> beats = beats(family, seed);
    double sum = 0;
    int count = 0;
    for (int i = 2; i < beats.size(); i++) {
      if (!beats.get(i).early() && !beats.get(i - 1).early() && !beats.get(i - 2).early()) {
        double change =
            beats.get(i).seconds() - 2 * beats.get(i - 1).seconds() + beats.get(i - 2).seconds();
        sum += change * change;
        count++;
      }
    }
    return 1000 * Math.sqrt(sum / count);
  }

  private static List<VirtualPerson.TrueBeat> beats(Family family, long seed) {
    List<VirtualPerson.TrueBeat> beats = new ArrayList<>();
    VirtualPerson.of(family, seed, null, true, beats::add).advance(600);
    return beats;
  }

  @Test
  void nobodyBreathesEvenlyUnlessAPacerLeads() {
    double[] spread = sorted(seed -> spreadOfBreaths(seed, false), 40);
    assertThat(spread[0]).isGreaterThan(0.07);
    assertThat(spread[20]).isBetween(0.12, 0.2);
    assertThat(spread[39]).isLessThan(0.35);
    assertThat(sorted(seed -> spreadOfBreaths(seed, true), 10)[9]).isLessThan(0.07);
  }

  private static double spreadOfBreaths(long seed, boolean paced) {
    VirtualPerson person = VirtualPerson.of(Family.NULL, seed, null, true, b -> {});
    if (paced) {
      person.paced(java.util.OptionalDouble.of(10));
    }
    List<Double> begins = new ArrayList<>();
    for (double t = 0; t < 1200; t += VirtualPerson.COARSE_STEP_SECONDS) {
      double before = person.breaths();
      person.advance(t);
      if (t > 120 && Math.floor(person.breaths()) > Math.floor(before)) {
        begins.add(t);
      }
    }
    double[] lengths = new double[begins.size() - 1];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = begins.get(i + 1) - begins.get(i);
    }
    double mean = java.util.Arrays.stream(lengths).average().orElseThrow();
    double square = java.util.Arrays.stream(lengths).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(square / lengths.length) / mean;
  }

  @Test
  void theSameSeedIsTheSamePerson() {
    assertThat(beats(Family.FLARE, 5)).isEqualTo(beats(Family.FLARE, 5));
    assertThat(beats(Family.FLARE, 5)).isNotEqualTo(beats(Family.FLARE, 6));
  }
}
