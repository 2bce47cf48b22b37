package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.ui.WindowDriver.until;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.programme.Posture;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;
import org.stillpoint.testkit.Needs;

/** The loop between the person and the guidance, as the window shows it and lets one act on it. */
@Tag("realtime")
@Tag("slow")
@ResourceLock("display")
class LoopWindowTest {
  /** While the test waits for something that lasts. */
  private static final double FAST = 150;

  /** While the person is asked something, for a minute of their time. */
  private static final double BRISK = 45;

  /** While the person acts, so that a busy machine does not pass the moment. */
  private static final double CALM = 2;

  /** The longest time that the person lives between two glances of the test. */
  private static final double LEASH_SECONDS = 4;

  private static final SessionOptions PACED =
      new SessionOptions(
          Posture.LYING, Pacing.ADAPTIVE, WhenDrowsy.CALL, true, OptionalDouble.empty(), 0.4);

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

  private WindowDriver open(SessionOptions conduct) throws Exception {
    WindowDriver window = WindowDriver.open(FAST);
    opened = window;
    window.desk.conduct = conduct;
    window.desk.heart = new HeartSource();
    return window;
  }

  private WindowDriver inSession(SessionOptions conduct) throws Exception {
    WindowDriver window = open(conduct);
    window.connectVirtual();
    window.choose("minutes", 20);
    window.click("start");
    until("the session runs", () -> window.shown("pause"));
    return window;
  }

  /** Lets time pass at a speed until something is so, then calmly. */
  private static void reach(WindowDriver window, double speed, String what, BooleanSupplier so)
      throws Exception {
    window.desk.lived.speed(speed);
    until(
        what,
        () -> {
          boolean reached = so.getAsBoolean();
          if (reached) {
            window.desk.lived.speed(CALM);
          } else {
            window.desk.lived.glance(LEASH_SECONDS);
          }
          return reached;
        });
  }

  private static void reachAnIndex(WindowDriver window) throws Exception {
    reach(window, FAST, "there is an index", () -> window.label("index").matches("[0-9]+"));
  }

  private static void quicken(WindowDriver window) throws Exception {
    reachAnIndex(window);
    HeartSource heart = window.desk.heart;
    if (heart != null) {
      heart.beat(80);
    }
    reach(window, BRISK, "it is asked", () -> window.shown("answerGoOn"));
  }

  @Test
  void whatIsChosenIsRememberedAndHoldsForTheSession() throws Exception {
    WindowDriver window = open(SessionOptions.USUAL);
    window.connectVirtual();
    assertThat(window.text("how")).isEqualTo("Lying · adapts to you · gentle call · no pacer");
    window.click("options");
    until("they are shown", () -> window.shown("optionsDone"));
    for (String each :
        List.of("posture1", "pacing1", "doze2", "usePacer1", "target3", "share2", "optionsDone")) {
      window.click(each);
    }
    SessionOptions chosen =
        new SessionOptions(
            Posture.SITTING, Pacing.FIXED, WhenDrowsy.BEDTIME, true, OptionalDouble.of(5.5), 0.33);
    assertThat(window.desk.conduct).isEqualTo(chosen);
    assertThat(window.text("how"))
        .isEqualTo("Sitting · as written · bedtime · pacer to 5.5 a minute");
    window.click("options");
    until("they are shown again", () -> window.shown("optionsDone"));
    window.click("target0");
    window.click("optionsDone");
    assertThat(window.desk.conduct).isEqualTo(chosen.withTarget(OptionalDouble.empty()));
    window.click("start");
    until("the session runs", () -> window.shown("pause"));
    assertThat(window.desk.wished)
        .isEqualTo(new SessionWish("back-pain", 10, Set.of(), window.desk.conduct));
  }

  @ParameterizedTest
  @CsvSource({
    "answerGoOn, 0, 'The session goes on, as you chose.'",
    "answerChange, 0, 'Time to change position, as you chose.'",
    "answerEnd, 0, 'The session ends gently, as you chose.'",
    "'', 71, 'The session goes on, as you chose.'",
    "'', 67, 'Time to change position, as you chose.'",
    "'', 69, 'The session ends gently, as you chose.'"
  })
  void theQuestionHidesTheIndexAndEachAnswerIsObeyed(String button, int key, String decision)
      throws Exception {
    WindowDriver window = inSession(SessionOptions.USUAL);
    quicken(window);
    Set<String> decided = window.saidBy("decision");
    until("the index is hidden", () -> window.label("index").equals(Figure.DASH));
    assertThat(window.text("indexWords")).isEqualTo("hidden while you choose");
    if (button.isEmpty()) {
      window.press(key);
    } else {
      window.click(button);
    }
    until("it is obeyed", () -> decided.contains(decision));
    until("the question is gone", () -> !window.shown("question"));
    reach(window, BRISK, "an index again", () -> window.label("index").matches("[0-9]+"));
  }

  @Test
  void aGentleEndPlaysTheReturnAndMovesTheEnd() throws Exception {
    WindowDriver window = inSession(SessionOptions.USUAL);
    reach(window, FAST, "a guided part is on", () -> window.shown("pacer"));
    String ends = window.text("ends");
    window.end("endGently");
    until("the return is on", () -> window.label("stage").equals("Coming back"));
    until("the end has moved", () -> !window.label("ends").equals(ends));
    assertThat(window.enabled("end")).isTrue();
    reach(window, FAST, "it is over", () -> window.desk.reports == 1);
    assertThat(window.text("endSentence")).startsWith("You ended the session gently after");
  }

  @Test
  void theCircleIsThereWhileAPacerLeadsAndNeverJumps() throws Exception {
    WindowDriver window = inSession(SessionOptions.USUAL);
    assertThat(window.shown("breathCircle")).isFalse();
    reach(window, FAST, "the pacer can be started", () -> window.shown("pacer"));
    assertThat(window.shown("tooSlow")).isFalse();
    window.press(KeyEvent.VK_B);
    until("the circle is drawn", () -> window.shown("breathCircle"));
    List<double[]> seen = new ArrayList<>();
    until(
        "some breaths were seen",
        () -> {
          seen.add(window.breathFrame());
          return seen.get(seen.size() - 1)[0] - seen.get(0)[0] > 9;
        });
    double least = seen.stream().mapToDouble(each -> each[1]).min().orElseThrow();
    double most = seen.stream().mapToDouble(each -> each[1]).max().orElseThrow();
    assertThat(most).isGreaterThan(1.5 * least);
    double range = most - least;
    for (int i = 1; i < seen.size(); i++) {
      double seconds = seen.get(i)[0] - seen.get(i - 1)[0];
      double moved = Math.abs(seen.get(i)[1] - seen.get(i - 1)[1]);
      assertThat(moved).isLessThanOrEqualTo(range * 2.2 * seconds + 1e-6);
    }
    window.press(KeyEvent.VK_T);
    until("it is said", () -> window.label("decision").contains("too slow for you"));
    window.press(KeyEvent.VK_B);
    until("the circle is gone", () -> !window.shown("breathCircle"));
    until("it can be started again", () -> window.button("pacer").equals("Start pacer"));
  }

  @Test
  void theIndexIsTakenApartInAWindowThatFollowsIt() throws Exception {
    WindowDriver window = inSession(SessionOptions.USUAL);
    reachAnIndex(window);
    window.press(KeyEvent.VK_I);
    until("it is taken apart", () -> window.shown("partsShown"));
    String before = window.text("partsNow") + window.text("partsNowVariation");
    until(
        "it follows",
        () -> !before.equals(window.label("partsNow") + window.label("partsNowVariation")));
    assertThat(window.text("partsRhythm")).endsWith("not part of the index");
    quicken(window);
    until("it is hidden with the index", () -> !window.shown("partsShown"));
    assertThat(window.text("partsNothing")).endsWith("hidden while you choose");
    window.click("partsClose");
    until("it is closed", () -> !window.shown("partsClose"));
  }

  @Test
  void inTheSmallestWindowNothingIsCutOff() throws Exception {
    WindowDriver window = open(PACED);
    window.resize(900, 620);
    assertThat(window.cutOff()).isEmpty();
    window.connectVirtual();
    window.choose("minutes", 35);
    until("all is offered", () -> window.shown("feelings"));
    assertThat(window.cutOff()).isEmpty();
    window.click("start");
    reach(window, FAST, "the circle is drawn", () -> window.shown("breathCircle"));
    assertThat(window.cutOff()).isEmpty();
    quicken(window);
    assertThat(window.cutOff()).isEmpty();
    window.end("endGently");
    reach(window, FAST, "it is over", () -> window.desk.reports == 1);
    assertThat(window.cutOff()).isEmpty();
  }
}
