package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.relax.Baseline;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.rr.RrLabel;
import org.stillpoint.rr.WindowQuality;

class NumbersPresenterTest {
  private final Snapshots with = new Snapshots();

  private NumbersView view() {
    return NumbersPresenter.of(with.make());
  }

  @Test
  void showsNumbersWithTheirMeaning() {
    NumbersView view = view();
    assertThat(view.index()).isEqualTo(Figure.of("64", "settled a little"));
    assertThat(view.heartRate()).isEqualTo(Figure.of("62", "beats a minute"));
    assertThat(view.rmssd()).isEqualTo(Figure.of("42", "ms, last minute"));
    assertThat(view.quality()).isEqualTo(Figure.of("97 %", "good, last minute"));
    assertThat(view.decision()).isEqualTo("Script as written: index 64, steady.");
    assertThat(view.lost()).isEmpty();
  }

  @Test
  void saysHowLongTheStartIsStillMeasured() {
    with.baseline = false;
    with.index = OptionalDouble.empty();
    with.stageId = "baseline";
    with.elapsed = 160;
    assertThat(view().index()).isEqualTo(Figure.absent("your start is being measured, 1:20 left"));
    with.stageId = "position";
    assertThat(view().index()).isEqualTo(Figure.absent("your start is not measured yet"));
  }

  @Test
  void measuresTheStartAlsoWhileOnlyWatching() {
    with.phase = Snapshot.Phase.WATCHING;
    with.planned = OptionalDouble.empty();
    with.baseline = false;
    with.index = OptionalDouble.empty();
    with.elapsed = 100;
    assertThat(view().index().note()).isEqualTo("your start is being measured, 1:20 left");
    with.elapsed = 200;
    assertThat(view().index().note())
        .isEqualTo("waiting for a steady signal to measure your start");
    with.elapsed = 400;
    assertThat(view().index().note()).isEqualTo("your start could not be measured");
  }

  @Test
  void anAbsentNumberIsADashWithItsReason() {
    with.index = OptionalDouble.empty();
    with.rmssd = OptionalDouble.empty();
    with.heartRate = OptionalDouble.empty();
    with.quality = new WindowQuality(0.75, 0, 14);
    NumbersView view = view();
    assertThat(view.index()).isEqualTo(Figure.absent("no signal for 14 s"));
    assertThat(view.rmssd()).isEqualTo(Figure.absent("no signal for 14 s"));
    assertThat(view.heartRate()).isEqualTo(Figure.absent("no beats found"));
    assertThat(view.quality()).isEqualTo(Figure.of("75 %", "poor, last minute"));
    assertThat(view.qualityTone()).isEqualTo(Tone.WARNING);
    with.quality = new WindowQuality(1, 0, 1, 0.5);
    assertThat(view().rmssd().note()).isEqualTo("the rhythm is too irregular to measure");
    with.quality = new WindowQuality(0.7, 0, 3);
    assertThat(view().index().note()).isEqualTo("the signal is too poor");
  }

  @Test
  void theShareOfArtefactsIsAlwaysThere() {
    List<RrInterval> intervals =
        List.of(
            new RrInterval(1, 900, RrLabel.NORMAL, true),
            new RrInterval(2, 900, RrLabel.MISSED, true, true),
            new RrInterval(3, 900, RrLabel.UNTRUSTED, true),
            new RrInterval(4, 900, RrLabel.UNTRUSTED, true));

    assertThat(NumbersPresenter.artefacts(intervals))
        .isEqualTo("last 5 minutes: 25 % corrected, 50 % unused");
    assertThat(NumbersPresenter.artefacts(List.of())).isEqualTo("last 5 minutes");
  }

  @Test
  void breathingIsADashUnlessItIsClear() {
    assertThat(view().breathing()).isEqualTo(Figure.absent("not clear enough"));
    with.rmssd = OptionalDouble.empty();
    with.quality = new WindowQuality(0.7, 0, 3);
    assertThat(view().breathing()).isEqualTo(Figure.absent("the signal is too poor"));
  }

  @Test
  void aFairSignalIsShownButHoldsThePacing() {
    with.quality = new WindowQuality(0.85, 0, 3);
    assertThat(view().index())
        .isEqualTo(Figure.of("64", "settled a little; signal only fair, nothing adapted"));
    assertThat(view().quality().note()).isEqualTo("fair, last minute");
    with.quality = new WindowQuality(1, 0.15, 1, 0, 0.15);
    assertThat(view().index())
        .isEqualTo(Figure.of("64", "settled a little; some beats came early, nothing adapted"));
  }

  @Test
  void nothingOldIsShownInAPauseOrAfterTheEnd() {
    with.phase = Snapshot.Phase.PAUSED;
    assertThat(List.of(view().index(), view().rmssd(), view().quality()))
        .containsOnly(Figure.absent("paused"));
    assertThat(view().heartRate().present()).isTrue();
    with.phase = Snapshot.Phase.ENDED;
    assertThat(List.of(view().index(), view().rmssd(), view().quality(), view().heartRate()))
        .containsOnly(Figure.absent("the session is over"));
  }

  @Test
  void theFirstMinuteHasNoMinuteNumbers() {
    with.measured = false;
    with.intervals = List.of();
    with.heartRate = OptionalDouble.empty();
    assertThat(view().rmssd()).isEqualTo(Figure.absent("after the first minute"));
    assertThat(view().quality()).isEqualTo(Figure.absent("after the first minute"));
    assertThat(view().heartRate()).isEqualTo(Figure.absent("waiting for beats"));
  }

  @Test
  void nothingIsOfNowWhileTheLineIsBroken() {
    with.connected = false;
    with.quality = new WindowQuality(0.85, 0, 3);
    assertThat(List.of(view().index(), view().rmssd(), view().quality(), view().heartRate()))
        .containsOnly(Figure.absent("sensor disconnected"));
    assertThat(view().qualityTone()).isEqualTo(Tone.QUIET);
  }

  @Test
  void countsLostSamples() {
    with.lost = 1;
    assertThat(view().lost()).isEqualTo("1 sample lost");
    with.lost = 1200;
    assertThat(view().lost()).isEqualTo("1,200 samples lost");
  }

  @Test
  void theIndexIsOnlyComparedWithTheStart() {
    assertThat(NumbersPresenter.indexWords(53)).isEqualTo("about as at your start");
    assertThat(NumbersPresenter.indexWords(57)).isEqualTo("settled a little");
    assertThat(NumbersPresenter.indexWords(38))
        .isEqualTo("a little more stirred than at your start");
  }

  @Test
  void aStartThatWasMeasuredTooEarlyIsSaidBesideTheIndex() {
    with.startMeasured =
        new Baseline(70, 2, 3.4, 0.2, 13, false, true, OptionalDouble.empty(), 70, 3.4, 0);
    assertThat(view().index())
        .isEqualTo(Figure.of("64", "settled a little; part of this may be arriving"));
  }

  @Test
  void theIndexIsHiddenWhileThePersonIsAsked() {
    with.asking = true;
    assertThat(view().index()).isEqualTo(Figure.absent("hidden while you choose"));
    assertThat(view().heartRate().present()).isTrue();
    with.connected = false;
    assertThat(view().index()).isEqualTo(Figure.absent("hidden while you choose"));
  }

  @Test
  void aDecisionThatIsNotAppliedIsMarked() {
    with.applied = false;
    assertThat(view().decision()).isEqualTo("Not applied: script as written: index 64, steady.");
  }
}
