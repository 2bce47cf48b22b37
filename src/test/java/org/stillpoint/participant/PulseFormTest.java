package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseFormTest {
  private static final int RATE_HZ = 250;
  private static final int PERSON = 3;

  /** The wave from a beat on, the median of many beats. */
  private static double[] shape(PulseForm form) {
    List<VirtualPerson.TrueBeat> beats = new ArrayList<>();
    VirtualPerson person = VirtualPerson.shaped(Family.NULL, PERSON, form, beats::add);
    double[] wave = new double[60 * RATE_HZ];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = person.sample((double) i / RATE_HZ);
    }
    double[] shape = new double[(int) (0.75 * RATE_HZ)];
    for (int i = 0; i < shape.length; i++) {
      int at = i;
      double[] values =
          beats.stream()
              .mapToInt(b -> (int) Math.round(b.seconds() * RATE_HZ) + at)
              .filter(j -> j < wave.length)
              .mapToDouble(j -> wave[j])
              .sorted()
              .toArray();
      shape[i] = values[values.length / 2];
    }
    return shape;
  }

  private static double at(double[] shape, double seconds) {
    return shape[(int) Math.round(seconds * RATE_HZ)];
  }

  @Test
  void theSecondWaveHasTheHeightAndTheDelayThatAreAskedFor() {
    double[] none = shape(new PulseForm(0, 0.25, 2, false));
    double[] high = shape(new PulseForm(0.8, 0.25, 2, false));
    double first = at(none, 0.25) - at(none, 0.05);
    assertThat((at(high, 0.5) - at(none, 0.5)) / first).isBetween(0.7, 0.9);
    assertThat(at(high, 0.25) - at(none, 0.25)).isLessThan(0.1 * first);
  }

  @Test
  void theTopIsCutOffFlat() {
    double[] whole = shape(new PulseForm(0.3, 0.23, 2, false));
    double[] clipped = shape(new PulseForm(0.3, 0.23, 0.6, false));
    double height = at(whole, 0.25) - at(whole, 0.05);
    assertThat((at(clipped, 0.25) - at(clipped, 0.05)) / height).isBetween(0.5, 0.7);
    assertThat(at(clipped, 0.25) - at(clipped, 0.23)).isLessThan(0.03 * height);
    assertThat(at(whole, 0.25) - at(whole, 0.21)).isGreaterThan(0.1 * height);
  }

  @Test
  void anAmplifierThatDifferentiatesSwingsBelowItsRest() {
    double[] plain = shape(new PulseForm(0.3, 0.23, 2, false));
    double[] strong = shape(PulseForm.strong(0.3));
    assertThat(Arrays.stream(strong).min().orElseThrow())
        .isLessThan(Arrays.stream(plain).min().orElseThrow() - 20);
  }

  @Test
  void formsDifferFromMemberToMemberAndStayModerate() {
    List<PulseForm> forms = new ArrayList<>();
    for (long seed = 1; seed <= 200; seed++) {
      forms.add(Traits.drawn(Family.NULL, Seeds.random(seed, 1)).pulse());
    }
    assertThat(forms).doesNotHaveDuplicates().allMatch(f -> f.secondShare() < 0.46);
    assertThat(forms.stream().filter(f -> f.clippedAt() < 1).count()).isBetween(20L, 60L);
  }

  @Test
  void whatNoPulseHasIsRefused() {
    assertThatThrownBy(() -> new PulseForm(1.1, 0.2, 2, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PulseForm(0.5, 0.05, 2, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PulseForm(0.5, 0.2, Double.NaN, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
