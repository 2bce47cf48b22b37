package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.hrv.RhythmSeries.intervals;
import static org.stillpoint.hrv.RhythmSeries.sine;
import static org.stillpoint.hrv.RhythmSeries.stretch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.rr.Tachogram;

class RsaAmplitudeTest {
  private static final OptionalDouble SIX = OptionalDouble.of(6);

  @Test
  void isThePeakToTroughOfASlowSine() {
    RsaAmplitude rsa = RsaAmplitude.of(stretch(120, sine(900, 60, 6)), SIX).orElseThrow();

    assertThat(rsa.millis()).isCloseTo(120, within(6.0));
    assertThat(rsa.beatsPerMinute()).isCloseTo(60_000.0 / 840 - 60_000.0 / 960, within(0.5));
    assertThat(rsa.breaths()).isEqualTo(12);
  }

  @Test
  void itDoesNotMatterWhereABreathBegins() {
    List<RrInterval> intervals = intervals(130, sine(900, 60, 6));
    for (long second = 0; second < 10; second++) {
      Tachogram later =
          new Tachogram(second * 1_000_000_000, (second + 110) * 1_000_000_000, intervals);

      assertThat(RsaAmplitude.of(later, SIX).orElseThrow().millis()).isCloseTo(120, within(8.0));
    }
  }

  @Test
  void aBreathWithABadIntervalIsLeftOut() {
    List<RrInterval> intervals = new ArrayList<>(intervals(60, sine(900, 60, 6)));
    RrInterval old = intervals.get(16);
    intervals.set(16, new RrInterval(old.endNanos(), old.millis(), RrLabel.LONG, true));

    RsaAmplitude rsa = RsaAmplitude.of(stretch(60, intervals), SIX).orElseThrow();

    assertThat(rsa.breaths()).isEqualTo(5);
    assertThat(rsa.millis()).isCloseTo(120, within(6.0));
  }

  @Test
  void aBreathThatIsNotWhollyKnownIsLeftOut() {
    List<RrInterval> intervals = intervals(60, sine(900, 60, 6));

    assertThat(RsaAmplitude.of(stretch(100, intervals), SIX).orElseThrow().breaths()).isEqualTo(6);
    List<RrInterval> late = intervals.subList(20, intervals.size());
    assertThat(RsaAmplitude.of(stretch(60, late), SIX).orElseThrow().breaths()).isEqualTo(4);
  }

  @Test
  void withoutARateOrThreeBreathsThereIsNone() {
    Tachogram minute = stretch(60, sine(900, 60, 6));

    assertThat(RsaAmplitude.of(minute, OptionalDouble.empty())).isEmpty();
    assertThat(RsaAmplitude.of(minute, OptionalDouble.of(0))).isEmpty();
    assertThat(RsaAmplitude.of(minute, OptionalDouble.of(Double.NaN))).isEmpty();
    assertThat(RsaAmplitude.of(stretch(29, sine(900, 60, 6)), SIX)).isEmpty();
    assertThat(RsaAmplitude.of(new Tachogram(0, 1, List.of()), SIX)).isEmpty();
  }
}
