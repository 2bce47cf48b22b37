package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.monitor.Command;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.session.Decision;

class GuidePresenterTest {
  private final Snapshots with = new Snapshots();

  private GuideView view() {
    return GuidePresenter.of(with.make(), LocalTime.of(14, 20));
  }

  @Test
  void saysWhereOneIsAndWhenItEnds() {
    assertThat(view())
        .isEqualTo(
            new GuideView(
                "Around the body",
                "The left hand.",
                false,
                false,
                "12:00",
                "left, ends at 14:32",
                0.4,
                new StatusView("", Tone.QUIET),
                false,
                GuideView.PacerOffer.NONE));
  }

  @Test
  void withoutAClockItSaysTheLength() {
    assertThat(GuidePresenter.of(with.make(), null).ends()).isEqualTo("left of 20 minutes");
    assertThat(GuidePresenter.plan(20, null)).startsWith("20 minutes. ");
    assertThat(GuidePresenter.plan(20, LocalTime.of(23, 50)))
        .startsWith("20 minutes, until about 0:10. ");
  }

  @Test
  void theLastWordsStayDimmedInSilence() {
    with.kind = PromptKind.SILENCE;
    assertThat(view().text()).isEqualTo("The left hand.");
    assertThat(view().dimmed()).isTrue();
  }

  @Test
  void aPauseHasNoEndTime() {
    with.phase = Snapshot.Phase.PAUSED;
    assertThat(view().paused()).isTrue();
    assertThat(view().dimmed()).isTrue();
    assertThat(view().ends()).isEqualTo("left when you resume");
  }

  @Test
  void aBegunSecondCounts() {
    assertThat(TimeWords.left(59.2)).isEqualTo("1:00");
    assertThat(TimeWords.left(-3)).isEqualTo("0:00");
    assertThat(TimeWords.passed(252.9)).isEqualTo("4:12");
  }

  @Test
  void everyEndIsSaidInASentence() {
    with.phase = Snapshot.Phase.ENDED;
    with.elapsed = 1200;
    EndView complete = GuidePresenter.closing(with.make(), null);
    assertThat(complete.heading()).isEqualTo("Welcome back");
    assertThat(complete.warning()).isFalse();
    with.elapsed = 252;
    assertThat(GuidePresenter.closing(with.make(), Command.STOP).sentence())
        .isEqualTo("You stopped after 4:12. Everything recorded so far is kept.");
    assertThat(GuidePresenter.closing(with.make(), null).sentence())
        .isEqualTo("The signal ended after 4:12. Everything recorded so far is kept.");
    with.message = "The sensor on /dev/ttyUSB0 is gone.";
    EndView gone = GuidePresenter.closing(with.make(), null);
    assertThat(gone)
        .isEqualTo(
            new EndView(
                "The session ended early",
                "The sensor on /dev/ttyUSB0 is gone. Everything recorded so far is kept.",
                true));
  }

  @Test
  void thePacerIsOfferedWhereItCanLead() {
    assertThat(view().pacer()).isEqualTo(GuideView.PacerOffer.NONE);
    with.pacerFree = true;
    assertThat(view().pacer()).isEqualTo(GuideView.PacerOffer.START);
    with.pacing = true;
    assertThat(view().pacer()).isEqualTo(GuideView.PacerOffer.LEADS);
  }

  @Test
  void anEarlierEndMovesTheEndThatIsShown() {
    with.planned = OptionalDouble.of(600);
    with.asking = true;
    assertThat(view().ends()).isEqualTo("left, ends at 14:22");
    assertThat(view().timeLeft()).isEqualTo("2:00");
    assertThat(view().asking()).isTrue();
  }

  @Test
  void aGentleEndIsNoStop() {
    with.phase = Snapshot.Phase.ENDED;
    with.planned = OptionalDouble.of(480);
    assertThat(GuidePresenter.closing(with.make(), Command.END_GENTLY).sentence())
        .startsWith("You ended the session gently after 8:00.");
  }

  @Test
  void whatAnAssessmentFoundIsSaidAtItsEnd() {
    with.phase = Snapshot.Phase.ENDED;
    with.elapsed = 1200;
    with.remark = Decision.Remark.RESULT;
    with.reason = "your resonance rate today is 5.5 breaths a minute";

    assertThat(GuidePresenter.closing(with.make(), null).sentence())
        .startsWith("Your resonance rate today is 5.5 breaths a minute. Take your time");
  }
}
