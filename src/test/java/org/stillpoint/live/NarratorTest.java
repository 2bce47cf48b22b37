package org.stillpoint.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.guide.Announcement;
import org.stillpoint.guide.Guide;
import org.stillpoint.guide.Sound;
import org.stillpoint.guide.SoundFile;
import org.stillpoint.guide.SoundOut;
import org.stillpoint.guide.SoundPart;
import org.stillpoint.guide.Voice;
import org.stillpoint.guide.VoicePack;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.programme.Ending;
import org.stillpoint.programme.PromptKind;
import org.stillpoint.programme.Role;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Decision;
import org.stillpoint.session.Decision.Remark;
import org.stillpoint.session.Gains;
import org.stillpoint.session.PacingState;
import org.stillpoint.session.PromptCue;
import org.stillpoint.session.StageStart;
import org.stillpoint.signal.Placement;
import org.stillpoint.signal.SensorKind;

/** What is said about a session; each announcement is identified by the length of its recording. */
class NarratorTest {
  private static final long SECOND = 1_000_000_000L;
  private static final List<Announcement> ANNOUNCEMENTS = List.of(Announcement.values());

  @TempDir private Path folder;

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> decibels = Collections.synchronizedList(new ArrayList<>());

  private final class Heard implements SoundOut {
    @Override
    public void play(long timeNanos, Sound sound, double gainDecibels) {
      int number = (int) Math.round((sound.seconds() - 0.7) / 0.5);
      String name =
          sound.part() == SoundPart.VOICE ? ANNOUNCEMENTS.get(number).name() : sound.part().name();
      heard.add(timeNanos / SECOND + " " + name);
      decibels.add(gainDecibels);
    }

    @Override
    public void cut(long timeNanos) {}

    @Override
    public void volumes(Volumes volumes) {}

    @Override
    public boolean open() {
      return true;
    }

    @Override
    public void finish() {}
  }

  @BeforeEach
  void recordings() throws IOException {
    for (int number = 0; number < ANNOUNCEMENTS.size(); number++) {
      Announcement each = ANNOUNCEMENTS.get(number);
      Path file = folder.resolve(each.sentence().id() + ".wav");
      SoundFile out = new SoundFile(file, Volumes.MEANT, trouble -> {});
      float[] tone = new float[(int) ((0.6 + 0.5 * number) * Sound.RATE_HZ)];
      for (int i = 0; i < tone.length; i++) {
        tone[i] = (float) (0.3 * Math.sin(i * 0.05));
      }
      out.play(0, Sound.of(SoundPart.TONES, tone), 0);
      out.finish();
      assertThat(Files.size(file)).isGreaterThan(tone.length);
    }
  }

  private List<String> heard(RecordingEvent... events) throws IOException {
    return heard(Ending.RETURN, events);
  }

  private List<String> heard(Ending ending, RecordingEvent... events) throws IOException {
    Guide guide =
        new Guide(
            new Voice(VoicePack.open(folder), null),
            List.of(new Heard()),
            false,
            () -> 0,
            trouble -> heard.add(trouble));
    Narrator narrator = new Narrator(guide, ending);
    for (RecordingEvent event : events) {
      narrator.accept(event);
    }
    guide.close();
    return heard;
  }

  private static RecordingEvent line(long seconds, boolean there) {
    return new RecordingEvent.LineChanged(seconds * SECOND, there);
  }

  private static RecordingEvent pause(long seconds, boolean paused) {
    return new RecordingEvent.PauseChanged(seconds * SECOND, paused);
  }

  private static RecordingEvent seen(long seconds, Placement placement) {
    OptionalDouble none = OptionalDouble.empty();
    return new RecordingEvent.SensorSeen(
        seconds * SECOND, new SensorState(SensorKind.PPG, placement, none, none, 0, 0, 0));
  }

  private static RecordingEvent ended(long seconds, Outcome outcome) {
    OptionalDouble none = OptionalDouble.empty();
    return new RecordingEvent.Ended(
        seconds * SECOND,
        new RecordingEvent.Summary(outcome, "", seconds, none, none, none, 0, 0, 0, 0, none, none));
  }

  @Test
  void stagesPausesAndTheEndAreHeard() throws Exception {
    assertThat(
            heard(
                new RecordingEvent.StageBegan(SECOND, new StageStart(1, "rest", "Rest", 60)),
                new RecordingEvent.Prompted(
                    SECOND, new PromptCue(1, "rest", PromptKind.SILENCE, "", 10, "", 1)),
                pause(30, true),
                pause(40, false),
                ended(90, Outcome.COMPLETED)))
        .containsExactly("1 BELL", "30 PAUSED", "40 RESUMED", "90 BELL", "90 COMPLETED");
  }

  @Test
  void everyWayToEndIsSaid() throws Exception {
    for (Outcome outcome : Outcome.values()) {
      heard.clear();
      String last = heard(ended(7, outcome)).get(1);
      assertThat(last)
          .isEqualTo(
              switch (outcome) {
                case COMPLETED, ENDED_GENTLY -> "7 COMPLETED";
                case STOPPED -> "7 STOPPED";
                default -> "7 ENDED_EARLY";
              });
    }
  }

  @Test
  void aPlugThatWobblesIsToldOnce() throws Exception {
    assertThat(
            heard(
                line(10, false),
                line(12, true),
                line(13, false),
                line(14, true),
                line(200, false),
                line(230, true)))
        .containsExactly("10 SENSOR_AWAY", "12 SENSOR_BACK", "200 SENSOR_AWAY", "230 SENSOR_BACK");
  }

  @Test
  void aFingerThatSlippedIsToldAfterAWhileAndThatItIsBack() throws Exception {
    assertThat(
            heard(
                seen(5, Placement.NO_CONTACT),
                seen(10, Placement.NO_CONTACT),
                seen(15, Placement.GOOD),
                seen(20, Placement.NO_CONTACT),
                seen(25, Placement.NO_CONTACT),
                seen(30, Placement.NO_CONTACT),
                seen(35, Placement.NO_CONTACT),
                seen(40, Placement.UNKNOWN),
                seen(45, Placement.GOOD),
                seen(50, Placement.MOVING)))
        .containsExactly("30 SENSOR_SLIPPED", "45 SENSOR_BACK");
  }

  @Test
  void aSensorThatIsUnpluggedHasNotSlippedAsWell() throws Exception {
    assertThat(
            heard(
                line(1, false),
                seen(5, Placement.NO_CONTACT),
                seen(10, Placement.NO_CONTACT),
                seen(15, Placement.NO_CONTACT),
                seen(20, Placement.NO_CONTACT)))
        .containsExactly("1 SENSOR_AWAY");
  }

  private static RecordingEvent stage(long seconds, Role role) {
    return new RecordingEvent.StageBegan(
        seconds * SECOND, new StageStart(seconds, "a", "A", 60, role, false));
  }

  private static RecordingEvent says(long seconds, Announcement recorded) {
    String id = recorded.sentence().id();
    return new RecordingEvent.Prompted(
        seconds * SECOND, new PromptCue(seconds, "a", PromptKind.INSTRUCTION, "words", 2, id, 1));
  }

  private static RecordingEvent softer(long seconds, double decibels) {
    Gains gains = new Gains(1.1, 1, decibels);
    return new RecordingEvent.Decided(
        seconds * SECOND,
        new Decision(seconds, PacingState.DEEPEN, true, true, gains, Remark.NONE, "why"));
  }

  @Test
  void inTheReturnTheVoiceComesBackOverTwoSentences() throws Exception {
    heard(
        stage(1, Role.GUIDED),
        softer(2, -4),
        says(3, Announcement.CALL),
        stage(10, Role.RETURN),
        says(11, Announcement.CALL),
        says(20, Announcement.CALL),
        says(30, Announcement.CALL));

    assertThat(decibels)
        .as("the bell is as soft as the voice")
        .containsExactly(0.0, -4.0, -4.0, -2.0, 0.0, 0.0);
  }

  @Test
  void whoIsToSleepHearsNoBellFromTheRestOn() throws Exception {
    assertThat(heard(Ending.SLEEP, stage(1, Role.GUIDED), stage(5, Role.REST), stage(9, Role.REST)))
        .containsExactly("1 BELL");
  }

  @Test
  void adviceAboutTheSensorIsGivenTwiceAndThenWhatGoesOnWithoutIt() throws Exception {
    List<RecordingEvent> events = new ArrayList<>();
    for (int time = 0; time < 5; time++) {
      for (int step = 0; step < 4; step++) {
        events.add(seen(200 * time + 5 * step, Placement.NO_CONTACT));
      }
      events.add(seen(200 * time + 100, Placement.GOOD));
    }

    assertThat(heard(events.toArray(RecordingEvent[]::new)))
        .filteredOn(what -> !what.endsWith("SENSOR_BACK"))
        .containsExactly("10 SENSOR_SLIPPED", "210 SENSOR_SLIPPED", "410 WITHOUT_SENSOR");
  }

  @Test
  void withoutAGuideNothingHappens() {
    new Narrator(null, Ending.RETURN).accept(pause(1, true));
    assertThat(heard).isEmpty();
  }

  private static RecordingEvent decided(long seconds, boolean applied, Remark remark) {
    return new RecordingEvent.Decided(
        seconds * SECOND,
        new Decision(
            seconds, PacingState.NOMINAL, true, applied, Gains.AS_WRITTEN, remark, "for a reason"));
  }

  @Test
  void remarksAreSaidUnlessTheyAreNotApplied() throws IOException {
    assertThat(
            heard(
                decided(1, true, Remark.CHECK_IN),
                decided(2, true, Remark.CALL),
                decided(3, true, Remark.PACER_OFFER),
                decided(4, true, Remark.NO_BASELINE),
                decided(5, true, Remark.SENSOR),
                decided(6, true, Remark.NONE),
                decided(7, false, Remark.CALL)))
        .containsExactly("1 CHECK_IN", "2 CALL", "3 PACER_OFFER", "4 NO_BASELINE", "5 SENSOR_POOR");
  }

  @Test
  void whoSleepsIsNotWoken() throws IOException {
    assertThat(
            heard(
                decided(1, true, Remark.GOOD_NIGHT),
                decided(1, true, Remark.SENSOR),
                line(1, false),
                new RecordingEvent.StageBegan(SECOND, new StageStart(1, "rest", "Rest", 60)),
                ended(90, Outcome.COMPLETED)))
        .isEmpty();
  }

  @Test
  void aPacedBreathIsTwoTones() throws IOException {
    assertThat(heard(new RecordingEvent.BreathPaced(3 * SECOND, new Breath(3, 4, 6))))
        .containsExactly("3 TONES", "7 TONES");
  }
}
