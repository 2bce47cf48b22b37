package org.stillpoint.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.hrv.RhythmSeries.sine;
import static org.stillpoint.hrv.RhythmSeries.stretch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.hrv.ResonanceCandidates.Candidate;
import org.stillpoint.hrv.ResonanceCandidates.Segment;

class ResonanceCandidatesTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  private static Segment segment(double perMinute, double swing, OptionalDouble phase) {
    return new Segment(perMinute, stretch(120, sine(900, swing, perMinute)), phase);
  }

  @Test
  void theRateWithTheLargestAnswerIsFirst() {
    List<Segment> tried = new ArrayList<>();
    for (double rate = 6.5; rate >= 4.5; rate -= 0.5) {
      tried.add(segment(rate, 60 - 20 * Math.abs(rate - 5.5), UNKNOWN));
    }

    List<Candidate> ranked = ResonanceCandidates.rank(tried);

    assertThat(ranked).hasSize(5);
    Candidate best = ranked.get(0);
    assertThat(best.breathsPerMinute()).isEqualTo(5.5);
    assertThat(best.places()).isEqualTo(2);
    assertThat(best.rsa().millis()).isBetween(110.0, 122.0);
    assertThat(best.peakPowerMillis2()).isBetween(0.9 * 1800, 1.1 * 1800);
    assertThat(best.phaseDegrees()).isEmpty();
    assertThat(ranked).isSortedAccordingTo((a, b) -> Integer.compare(a.places(), b.places()));
  }

  @Test
  void thePhaseDecidesBetweenEquals() {
    List<Candidate> ranked =
        ResonanceCandidates.rank(
            List.of(
                segment(6, 50, OptionalDouble.of(300)),
                segment(5, 50.2, OptionalDouble.of(355)),
                segment(4.5, 30, OptionalDouble.of(90))));

    assertThat(ranked.get(0).breathsPerMinute()).isEqualTo(5);
    assertThat(ranked.get(0).phaseDegrees()).hasValue(-5);
    assertThat(ranked.get(2).places()).isEqualTo(9);
  }

  @Test
  void aPhaseThatIsKnownOfSomeOnlyIsNotCounted() {
    List<Candidate> ranked =
        ResonanceCandidates.rank(
            List.of(segment(6, 60, OptionalDouble.of(120)), segment(5, 40, UNKNOWN)));

    assertThat(ranked.get(0).breathsPerMinute()).isEqualTo(6);
    assertThat(ranked.get(0).places()).isEqualTo(2);
  }

  @Test
  void aSegmentThatIsTooShortIsLeftOut() {
    Segment brief = new Segment(6, stretch(40, sine(900, 80, 6)), UNKNOWN);

    assertThat(ResonanceCandidates.rank(List.of(brief, segment(5, 40, UNKNOWN))))
        .extracting(Candidate::breathsPerMinute)
        .containsExactly(5.0);
    assertThat(ResonanceCandidates.rank(List.of())).isEmpty();
  }
}
