package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.programme.Posture;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;

class OptionsPresenterTest {
  @ParameterizedTest
  @CsvSource({
    "LYING, ADAPTIVE, CALL, false, 0, Lying · adapts to you · gentle call · no pacer",
    "LYING, ADAPTIVE, CALL, false, 5.5, Lying · adapts to you · gentle call · no pacer",
    "SITTING, FIXED, DRIFT, true, 0,"
        + " Sitting · as written · drifting allowed · pacer to your own rate",
    "SITTING, FIXED, BEDTIME, true, 5.5, Sitting · as written · bedtime · pacer to 5.5 a minute",
    "LYING, ADAPTIVE, CALL, true, 6, Lying · adapts to you · gentle call · pacer to 6 a minute"
  })
  void saysAllOfItInALine(
      Posture posture,
      Pacing pacing,
      WhenDrowsy whenDrowsy,
      boolean pacer,
      double target,
      String words) {
    OptionalDouble wanted = target == 0 ? OptionalDouble.empty() : OptionalDouble.of(target);
    assertThat(
            OptionsPresenter.summary(
                new SessionOptions(posture, pacing, whenDrowsy, pacer, wanted, 0.4)))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 6, You can start it",
    "true, 6, It leads slowly to 6 breaths a minute",
    "true, 0, 'It leads slowly to your measured resonance rate, or 6 a minute'"
  })
  void explainsWhatThePacerWillDo(boolean pacer, double target, String begin) {
    OptionalDouble wanted = target == 0 ? OptionalDouble.empty() : OptionalDouble.of(target);
    assertThat(
            OptionsPresenter.explained(
                new SessionOptions(
                    Posture.LYING, Pacing.ADAPTIVE, WhenDrowsy.CALL, pacer, wanted, 0.4)))
        .startsWith(begin);
  }
}
