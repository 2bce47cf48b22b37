package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.ui.WindowDriver.until;

import java.awt.event.KeyEvent;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.stillpoint.guide.Volumes;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.testkit.Needs;

/** The whole window on a display, with a virtual person at high speed. */
@Tag("realtime")
@Tag("slow")
@ResourceLock("display")
class MainWindowTest {
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
  private Thread.@Nullable UncaughtExceptionHandler handlerBefore;
  private @Nullable WindowDriver opened;

  @BeforeEach
  void needsADisplay() {
    Needs.display();
    handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.compareAndSet(null, e));
  }

  @AfterEach
  void nothingWasThrown() throws Exception {
    if (opened != null) {
      opened.close();
      Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }
    assertThat(thrown.get()).isNull();
  }

  private WindowDriver open(double speed, String... troubles) throws Exception {
    WindowDriver window = WindowDriver.open(speed, troubles);
    opened = window;
    return window;
  }

  @Test
  void goesThroughAWholeSession() throws Exception {
    WindowDriver window = open(150);
    assertThat(window.text("status")).startsWith("Choose");
    window.connectVirtual();
    assertThat(window.text("status")).startsWith("Stillpoint firmware on virtual person");
    window.click("beforePain4");
    window.click("start");
    until("something is said", () -> !window.label("prompt").isBlank());
    until("an index is there", () -> window.label("index").matches("[0-9]+"));
    until("a decision is said", () -> !window.label("decision").isBlank());
    assertThat(window.desk.before)
        .isEqualTo(new RatingAnswers(OptionalInt.of(4), OptionalInt.empty()));
    until("it is over", () -> window.desk.reports == 1);
    assertThat(window.desk.opened).as("nothing opens by itself").isZero();
    until("a key too many does nothing", () -> WindowDriver.focused("endSentence"));
    assertThat(window.text("endHeading")).isEqualTo("Welcome back");
    assertThat(window.text("index")).isEqualTo(Figure.DASH);
    assertThat(window.desk.reports).isEqualTo(1);
    window.click("afterTension2");
    assertThat(window.desk.after)
        .isEqualTo(new RatingAnswers(OptionalInt.empty(), OptionalInt.of(2)));
    window.click("openReport");
    assertThat(window.desk.opened).isEqualTo(1);
    window.click("again");
    until("a new session can begin", () -> window.enabled("start"));
    until("not what would disconnect", () -> WindowDriver.focused("start"));
  }

  @Test
  void theSessionEndsOnlyAfterAQuestionAndNeverByOneKeyTwice() throws Exception {
    WindowDriver window = open(20);
    window.connectVirtual();
    window.click("start");
    until("something is said", () -> !window.label("prompt").isBlank());
    until("a space pauses", () -> WindowDriver.focused("pause"));
    window.click("mute");
    until("it does so after another button", () -> WindowDriver.focused("pause"));
    window.cross();
    until("it is asked how to end", () -> window.shown("goOn"));
    until("a key too many ends nothing", () -> WindowDriver.focused("goOn"));
    window.click("goOn");
    until("it goes on", () -> !window.shown("goOn"));
    window.press(KeyEvent.VK_ESCAPE);
    until("Escape asks too", () -> window.shown("goOn"));
    window.click("endGently");
    until("the return is on", () -> window.label("stage").equals("Coming back"));
    until("a space pauses again", () -> window.next("pause"));
    window.click("end");
    until("it is asked again", () -> window.shown("goOn"));
    assertThat(window.showing("endGently")).as("it already ends gently").isFalse();
    window.click("stop");
    until("it is over", () -> window.desk.reports == 1);
    assertThat(window.showing("afterPain0")).as("there is time for the ratings").isTrue();
  }

  @Test
  void painThatRoseGetsAKindWordAndTheEarlierAnswerIsMarked() throws Exception {
    WindowDriver window = open(60);
    window.connectVirtual();
    window.click("beforePain3");
    window.click("start");
    until("something is said", () -> !window.label("prompt").isBlank());
    window.end("stop");
    until("it is over", () -> window.desk.reports == 1);
    window.click("afterPain4");
    assertThat(window.text("painSentence")).isEmpty();
    window.click("afterPain5");
    assertThat(window.text("painSentence")).startsWith("Your pain has gone up in this session.");
  }

  @Test
  void enterInThePortFieldConnects() throws Exception {
    WindowDriver window = open(30);
    window.typeSensor("/dev/none");
    until("it says so", () -> window.label("status").startsWith("There is no serial port"));
    window.typeSensor("virtual person");
    until("the sensor is recognised", () -> window.enabled("start"));
  }

  @Test
  void whatWasUsedLastIsOfferedFirst() throws Exception {
    WindowDriver window = open(60);
    window.connectVirtual();
    window.choose("minutes", 20);
    window.click("start");
    until("something is said", () -> !window.label("prompt").isBlank());
    assertThat(window.desk.memory)
        .isEqualTo(new WindowMemory(SensorPresenter.VIRTUAL.spec(), "back-pain", 20));
  }

  @Test
  void pausesGoesOnAndStops() throws Exception {
    WindowDriver window = open(20);
    window.connectVirtual();
    window.click("start");
    until("something is said", () -> !window.label("prompt").isBlank());
    window.click("pause");
    until("it is paused", () -> window.label("stage").equals(GuidePresenter.PAUSED));
    String left = window.text("timeLeft");
    window.resize(900, 620);
    window.resize(1600, 1000);
    window.click("theme");
    assertThat(window.text("timeLeft")).isEqualTo(left);
    assertThat(window.text("rmssd")).isEqualTo(Figure.DASH);
    window.click("pause");
    until("it goes on", () -> !window.label("timeLeft").equals(left));
    assertThat(window.frame.getRootPane().getDefaultButton()).isNull();
    window.end("stop");
    until("it is over", () -> window.desk.reports == 1);
    assertThat(window.text("endSentence")).startsWith("You stopped after");
  }

  @Test
  void aLostSensorIsSaidAndCanBeConnectedAgain() throws Exception {
    WindowDriver window = open(20);
    window.connectVirtual();
    window.desk.unplug();
    until("it is said", () -> window.label("status").startsWith("The sensor is gone"));
    assertThat(window.enabled("start")).isFalse();
    assertThat(window.text("heartRate")).isEqualTo(Figure.DASH);
    window.connectVirtual();
    window.click("start");
    until("the session runs", () -> !window.label("prompt").isBlank());
    window.desk.unplug();
    until("it is over", () -> window.label("endSentence").startsWith("The sensor is gone"));
    assertThat(window.desk.reports).isEqualTo(1);
  }

  @Test
  void aBrokenLineIsSaidWhileWatchingAndAllIsWellAgainWhenItIsBack() throws Exception {
    WindowDriver window = open(10);
    window.connectVirtual();
    until("a heart rate is there", () -> window.label("heartRate").matches("[0-9]+"));
    window.desk.lineBroken(true);
    until("it is said", () -> window.label("coach").startsWith(BreakingLine.WHY));
    until("no number is shown", () -> window.label("heartRate").equals(Figure.DASH));
    assertThat(window.text("coach")).contains("Stillpoint looks for it again in");
    assertThat(window.text("status")).startsWith(BreakingLine.WHY);
    assertThat(window.text("note")).isEqualTo(MainPresenter.AWAY.words());
    assertThat(window.enabled("start")).isFalse();
    window.desk.lineBroken(false);
    until("a session can begin", () -> window.enabled("start"));
    until("the pulse is good", () -> window.label("coach").startsWith("Good pulse"));
    until("a heart rate is there again", () -> window.label("heartRate").matches("[0-9]+"));
    assertThat(window.text("details")).startsWith("1 gap, ");
  }

  @Test
  void aSessionGoesOnWhileTheLineIsBroken() throws Exception {
    WindowDriver window = open(30);
    window.connectVirtual();
    window.click("start");
    until("a quality is there", () -> window.label("quality").endsWith("%"));
    String left = window.text("timeLeft");
    window.desk.lineBroken(true);
    until("it is said", () -> window.label("notice").startsWith(BreakingLine.WHY));
    assertThat(window.text("notice")).endsWith("The session continues.");
    until(
        "no number is shown",
        () ->
            window.label("heartRate").equals(Figure.DASH)
                && window.label("quality").equals(Figure.DASH)
                && window.label("rmssd").equals(Figure.DASH)
                && window.label("index").equals(Figure.DASH));
    until("the session goes on", () -> !window.label("timeLeft").equals(left));
    window.desk.lineBroken(false);
    until("nothing is said any more", () -> window.label("notice").isEmpty());
    until("a heart rate is there again", () -> window.label("heartRate").matches("[0-9]+"));
    window.end("stop");
    until("it is over", () -> window.desk.reports == 1);
  }

  @Test
  void theWindowCoachesUntilTheSensorSitsWell() throws Exception {
    WindowDriver window = open(10);
    window.connectVirtual();
    until("the pulse is good", () -> window.label("coach").startsWith("Good pulse"));
    window.desk.fingerAway(true);
    until("it is said", () -> window.label("coach").startsWith("No pulse is seen"));
    assertThat(window.enabled("start")).isTrue();
    window.click("start");
    until("it is hinted at", () -> window.label("notice").startsWith("No pulse is seen"));
    window.desk.fingerAway(false);
    until("it is well again", () -> window.label("notice").isEmpty());
  }

  @Test
  void theSoundCanBeMutedAndItsVolumesSet() throws Exception {
    WindowDriver window = open(20);
    window.connectVirtual();
    window.click("start");
    until("the session runs", () -> !window.label("prompt").isBlank());
    assertThat(window.button("mute")).isEqualTo("Mute");
    window.click("mute");
    assertThat(window.desk.volumes.muted()).isTrue();
    assertThat(window.button("mute")).isEqualTo("Unmute");
    window.click("mute");
    assertThat(window.desk.volumes).isEqualTo(Volumes.MEANT);
    window.desk.news().unheard("There is no sound output.");
    until("it is said", () -> window.label("notice").equals("There is no sound output."));
    window.desk.volumes(new Volumes(40, 60, 80, false));
    window.click("volume");
    window.slide("volumeBell", 20);
    assertThat(window.desk.volumes).isEqualTo(new Volumes(40, 20, 80, false));
  }

  @Test
  void electrodesOnASerialPortAreAskedAboutOnce() throws Exception {
    WindowDriver window = open(30);
    window.desk.ecg = true;
    window.connect("/dev/ttyACM0");
    window.click("start");
    until("the text about electrodes is shown", () -> window.shown("safetyText"));
    assertThat(window.desk.wished).isNull();
    window.click("acknowledge");
    until("the session runs", () -> !window.label("prompt").isBlank());
    assertThat(window.desk.electrodes).isTrue();
  }

  @Test
  void theFirstSessionBeginsOnceTheSafetyTextWasRead() throws Exception {
    WindowDriver window = open(30);
    window.desk.acknowledged = false;
    window.connectVirtual();
    window.click("start");
    until("the safety text is shown", () -> window.shown("safetyText"));
    window.click("notNow");
    until("it is gone", () -> !window.shown("safetyText"));
    assertThat(window.desk.acknowledged).isFalse();
    assertThat(window.desk.wished).isNull();
    window.click("start");
    until("the safety text is shown again", () -> window.shown("acknowledge"));
    window.click("acknowledge");
    until("the session runs", () -> !window.label("prompt").isBlank());
    assertThat(window.desk.acknowledged).isTrue();
    window.end("stop");
    until("it is over", () -> window.desk.reports == 1);
    window.click("again");
    until("a new session can begin", () -> window.enabled("start"));
    window.click("start");
    until("it begins at once", () -> !window.label("prompt").isBlank());
  }

  @Test
  void aStageThatIsAskedForIsOfferedWhereThereIsOne() throws Exception {
    WindowDriver window = open(30);
    window.connectVirtual();
    window.choose("minutes", 10);
    until("there is none", () -> !window.shown("feelings"));
    window.choose("minutes", 35);
    until("it is offered", () -> window.shown("feelings"));
    window.click("feelings");
    window.click("start");
    until("the session runs", () -> !window.label("prompt").isBlank());
    assertThat(window.desk.wished)
        .isEqualTo(new SessionWish("back-pain", 35, Set.of("feelings"), SessionOptions.USUAL));
  }

  @Test
  void scriptsOfOnesOwnThatAreLeftOutAreNamed() throws Exception {
    WindowDriver plain = open(20);
    assertThat(plain.shown("programmeTroubles")).isFalse();
    plain.close();
    WindowDriver window = open(20, "my.yaml, line 3: no return; add one.", "b.yaml: no.");
    assertThat(window.text("programmeTroubles")).startsWith("Left out: 2 scripts, my.yaml, line 3");
  }

  @Test
  void aPortThatDoesNotOpenIsSaid() throws Exception {
    WindowDriver window = open(20);
    window.click("connect");
    until("it is said", () -> window.label("status").startsWith("There is no serial port"));
    assertThat(window.button("connect")).isEqualTo("Connect");
  }
}
