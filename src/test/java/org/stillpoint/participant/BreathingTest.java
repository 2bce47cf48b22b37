package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.participant.Breathing.Pace;

class BreathingTest {

  private static double breaths(VirtualPerson person, double fromSeconds, double toSeconds) {
    person.sample(fromSeconds);
    double before = person.breaths();
    person.sample(toSeconds);
    return person.breaths() - before;
  }

  @Test
  void aPersonBreathesAtTheChosenPace() {
    VirtualPerson person = new VirtualPerson(Family.RESPONDER, 4, Breathing.at(7), beat -> {});

    assertThat(breaths(person, 0, 120)).isCloseTo(14, within(1.0));
  }

  @Test
  void aPersonBreathesAlongAPlan() {
    Breathing plan = Breathing.along(new Pace(0, 6), new Pace(60, 15), new Pace(120, 10));
    VirtualPerson person = new VirtualPerson(Family.RESPONDER, 4, plan, beat -> {});

    assertThat(breaths(person, 0, 60)).isCloseTo(6, within(0.5));
    assertThat(breaths(person, 60, 120)).isCloseTo(15, within(1.2));
    assertThat(breaths(person, 120, 180)).isCloseTo(10, within(0.8));
  }

  @Test
  void lungsGoOutAndInAndBreathingInIsShorter() {
    assertThat(Breathing.lungs(0)).isCloseTo(-1, within(1e-12));
    assertThat(Breathing.lungs(0.4 * 2 * Math.PI)).isCloseTo(1, within(1e-9));
    assertThat(Breathing.lungs(5 * 2 * Math.PI + 1)).isCloseTo(Breathing.lungs(1), within(1e-9));
    assertThat(Breathing.lungs(-1)).isBetween(-1.0, 1.0);
  }

  @Test
  void theHeartFollowsSlowBreathingMoreAndMostNearResonance() {
    assertThat(Breathing.depth(15)).isCloseTo(1, within(0.02));
    assertThat(Breathing.depth(5.5)).isGreaterThan(Breathing.depth(4.5));
    assertThat(Breathing.depth(5.5)).isGreaterThan(Breathing.depth(6.5));
    assertThat(Breathing.depth(24)).isLessThan(0.6);
  }

  @Test
  void aPlanNeedsPacesThatSomebodyBreathes() {
    assertThatThrownBy(() -> Breathing.at(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Breathing.at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Breathing(List.of(), 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAChoiceThePersonIsTheSameAsEver() {
    VirtualPerson one = new VirtualPerson(Family.RESPONDER, 3, beat -> {});
    VirtualPerson other = new VirtualPerson(Family.RESPONDER, 3, null, beat -> {});

    for (int i = 0; i < 2000; i++) {
      assertThat(one.sample(i / 50.0)).isEqualTo(other.sample(i / 50.0));
    }
  }
}
