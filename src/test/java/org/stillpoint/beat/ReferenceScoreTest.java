package org.stillpoint.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.testkit.ReferenceData;

/** The score agrees with that of the independent script. */
class ReferenceScoreTest {

  /**
   * The expected values are what score_beats.py of the reference data's tools prints for the same
   * beats: the beats of the record, shifted by up to 180 ms in both directions, with some removed
   * and some added.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          biopeaks_ppg, ppg, 711, 699, 543, 137.507764, 222.492236, 142.065189
          heartpy_data, ppg, 24, 22, 18, 137.507764, 222.492236, 146.246118
          mitdb100_10min, ecg, 760, 747, 595, 137.507764, 222.492236, 0.000000
          mitdb113_10min, ecg, 581, 571, 455, 137.507764, 222.492236, 0.000000
          mitdb119_5min, ecg, 326, 320, 255, 137.507764, 222.492236, 0.000000
          mitdb203_5min, ecg, 499, 490, 389, 137.507764, 222.492236, 0.000000
          nk_rest, ecg, 432, 424, 338, 137.507764, 222.492236, 0.000000
          nk_rest.ppg, ppg, 431, 423, 332, 137.507764, 222.492236, 142.065189
          nstdb118e06, ecg, 162, 158, 126, 137.507764, 222.492236, 0.000000
          nstdb118e12, ecg, 162, 158, 126, 137.507764, 222.492236, 0.000000
          nstdb118e24, ecg, 167, 163, 130, 137.507764, 222.492236, 0.000000
          systole_ppg, ppg, 377, 371, 293, 137.507764, 222.492236, 140.256190
          welltory_03, ppg, 99, 96, 80, 137.507764, 222.492236, 124.239123
          welltory_05, ppg, 100, 98, 80, 137.507764, 222.492236, 129.534157
          welltory_07, ppg, 98, 95, 78, 137.507764, 222.492236, 129.534157
          welltory_09, ppg, 99, 96, 80, 137.507764, 222.492236, 124.239123
          welltory_11, ppg, 98, 95, 78, 137.507764, 222.492236, 129.534157
          welltory_13, ppg, 100, 98, 80, 137.507764, 222.492236, 129.534157
          welltory_15, ppg, 99, 96, 80, 137.507764, 222.492236, 124.239123
          welltory_17, ppg, 98, 95, 78, 137.507764, 222.492236, 129.534157
          welltory_19, ppg, 97, 94, 78, 137.507764, 222.492236, 122.430124
          welltory_21, ppg, 98, 95, 78, 137.507764, 222.492236, 129.534157
          """)
  void equalsScoreBeatsPy(
      String record,
      String signal,
      int reference,
      int detected,
      int matched,
      double rrErrorMedianMillis,
      double rrErrorP95Millis,
      double delayMillis) {
    ReferenceData.Reference beats = ReferenceData.beats(record);
    boolean pulse = signal.equals("ppg");
    double[] truth = beats.scored(beats.seconds());
    double[] found = beats.scored(disturbed(beats.seconds(), pulse ? 0.1 : 0));

    BeatScore score = pulse ? BeatScore.of(truth, found) : BeatScore.inPlace(truth, found);

    assertThat(score.reference()).isEqualTo(reference);
    assertThat(score.detected()).isEqualTo(detected);
    assertThat(score.matched()).isEqualTo(matched);
    assertThat(score.rrErrorMedianMillis()).isCloseTo(rrErrorMedianMillis, within(1e-5));
    assertThat(score.rrErrorP95Millis()).isCloseTo(rrErrorP95Millis, within(1e-5));
    assertThat(1000 * score.delaySeconds()).isCloseTo(delayMillis, within(1e-5));
  }

  private static List<Double> disturbed(List<Double> seconds, double shift) {
    List<Double> disturbed = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      if (i % 17 != 5) {
        disturbed.add(seconds.get(i) + shift + (i * 0.6180339887498949 % 1 - 0.5) * 0.36);
      }
      if (i % 23 == 7) {
        disturbed.add(seconds.get(i) + shift + 0.05);
      }
    }
    disturbed.sort(null);
    return disturbed;
  }
}
