package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.testkit.Frames;

/** What the host sends to a stick, answer by answer. */
class AntDialogueTest {
  private static final String RESET = "A4014A00EF";
  private static final String ASK = "A4024D0054BF";
  private static final String KEY = "A40946000102030405060708E3";
  private static final String ASSIGN = "A40342000000E5";
  private static final String ID = "A40551000000780088";
  private static final String PERIOD = "A4034300861F7D";
  private static final String FREQUENCY = "A402450039DA";
  private static final String PATIENCE = "A4024400FF1D";
  private static final String OPEN = "A4014B00EE";
  private static final int[] COMMANDS = {0x46, 0x42, 0x51, 0x43, 0x45, 0x44, 0x4B};

  private final List<String> said = new ArrayList<>();
  private AntDecoder decoder = new AntDecoder(NetworkKey.parse("01 02 03 04 05 06 07 08"));
  private long nanos;

  /** Lets time pass like a monitor that reads every 50 ms. */
  private void pass(double seconds) {
    for (int turn = 0; turn < Math.round(seconds / 0.05); turn++) {
      nanos += 50_000_000;
      decoder.speak(nanos, b -> said.add(HexFormat.of().withUpperCase().formatHex(b)));
    }
  }

  private void arrives(int id, int... data) {
    byte[] bytes = AntMessage.frame(id, data);
    decoder.accept(bytes, bytes.length, new Frames());
    pass(0.05);
  }

  private void answers(int... commands) {
    for (int command : commands) {
      arrives(0x40, 0, command, 0);
    }
  }

  private void page(int time, int count) {
    arrives(0x4E, 0, 0, 255, 255, 255, time & 0xFF, time >> 8, count, 60);
  }

  private String hindrance() {
    return decoder.hindrance().orElse("");
  }

  private void listening() {
    pass(0.5);
    arrives(0x6F, 0x20);
    answers(COMMANDS);
    said.clear();
  }

  @Test
  void everyCommandWaitsForTheAnswerToTheOneBefore() {
    pass(0.45);
    assertThat(said).containsExactly(RESET);
    arrives(0x6F, 0x20);
    answers(COMMANDS);
    pass(10);

    assertThat(said).containsExactly(RESET, KEY, ASSIGN, ID, PERIOD, FREQUENCY, PATIENCE, OPEN);
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void aStickThatStartsWithoutAWordIsGivenASecond() {
    pass(1.4);
    assertThat(said).containsExactly(RESET);
    pass(0.1);
    assertThat(said).containsExactly(RESET, ASK);
    arrives(0x54, 8, 3, 0, 0xBA, 0x36, 0);
    assertThat(said).containsExactly(RESET, ASK, KEY);
    answers(COMMANDS);

    assertThat(said).endsWith(PATIENCE, OPEN).hasSize(9);
  }

  @Test
  void aStickThatDoesNotKnowTheQuestionIsAStickAllTheSame() {
    pass(1.5);
    arrives(0x40, 0, 0x4D, 0x28);

    assertThat(said).containsExactly(RESET, ASK, KEY);
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void aSilentLineIsNotTrustedWithTheKey() {
    pass(60);

    assertThat(said).contains(RESET, ASK).containsOnly(RESET, ASK);
    assertThat(hindrance()).contains("does not answer");
  }

  @Test
  void aLineThatRepeatsWhatItIsToldIsNoStickAndNeverHearsTheKey() {
    Frames frames = new Frames();
    for (int turn = 0; turn < 1200; turn++) {
      nanos += 50_000_000;
      decoder.speak(
          nanos,
          bytes -> {
            said.add(HexFormat.of().withUpperCase().formatHex(bytes));
            decoder.accept(bytes, bytes.length, frames);
          });
    }

    assertThat(said).contains(RESET).containsOnly(RESET);
    assertThat(frames.lines()).isEmpty();
    assertThat(hindrance()).contains("comes back");
  }

  @Test
  void aStickBehindALineThatRepeatsIsNotTrustedEither() {
    pass(0.5);
    arrives(0x4A, 0);
    arrives(0x6F, 0x20);
    pass(1);
    assertThat(said).containsExactly(RESET);
    assertThat(hindrance()).contains("comes back");
    pass(1.5);
    assertThat(said).containsExactly(RESET, RESET);
    arrives(0x6F, 0x20); // the port no longer returns the commands
    assertThat(said).containsExactly(RESET, RESET, KEY);
  }

  @Test
  void aSilentLineIsAskedAnewBeforeItHearsTheKeyAgain() {
    pass(0.5);
    arrives(0x6F, 0x20);
    pass(1.5);
    assertThat(said).containsExactly(RESET, KEY, KEY, KEY);
    said.clear();
    pass(10);

    assertThat(said).contains(RESET, ASK).containsOnly(RESET, ASK);
  }

  @Test
  void aLostAnswerIsAskedForAgain() {
    pass(0.5);
    arrives(0x6F, 0x20);
    pass(0.6);
    assertThat(said).containsExactly(RESET, KEY, KEY);
    answers(COMMANDS);

    assertThat(said).endsWith(PATIENCE, OPEN).hasSize(9);
  }

  @Test
  void aStickThatFallsSilentIsToldAndTriedAnew() {
    pass(0.5);
    arrives(0x6F, 0x20);
    answers(0x46);
    pass(2);

    assertThat(said).containsExactly(RESET, KEY, ASSIGN, ASSIGN, ASSIGN);
    assertThat(hindrance()).contains("does not answer the command to assign a channel");
    pass(2);
    assertThat(said).endsWith(RESET);
    arrives(0x6F, 0x20);
    answers(COMMANDS);
    assertThat(hindrance()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 29, set the network key",
    "1, 15, assign a channel",
    "2, 15, look for heart-rate straps",
    "3, 33, set the period",
    "4, 33, set the frequency",
    "5, 28, set the search time",
    "6, 18, open the channel"
  })
  void aRefusalIsToldTriedAgainAndThenAllBeginsAnew(int step, String code, String words) {
    pass(0.5);
    arrives(0x6F, 0x20);
    answers(java.util.Arrays.copyOf(COMMANDS, step));
    int before = said.size();
    for (int i = 0; i < 3; i++) {
      arrives(0x40, 0, COMMANDS[step], Integer.parseInt(code, 16));
      pass(0.5);
    }

    assertThat(hindrance()).contains("refused to " + words).contains("code " + code);
    assertThat(said.subList(before, said.size())).hasSize(2); // after the first try
    pass(3);
    assertThat(said.get(before + 2)).isEqualTo(RESET);
  }

  @Test
  void withoutAKeyTheStickIsOnlyIdentified() {
    decoder = new AntDecoder(NetworkKey.NONE);
    pass(0.5);
    arrives(0x6F, 0x20);
    answers(0x42, 0x51);
    pass(30);

    assertThat(said).containsExactly(RESET, ASSIGN, ID);
    assertThat(hindrance()).contains("no network key").contains("thisisant.com");
  }

  @Test
  void aCommandThatWasNotUnderstoodIsSaidAgainAtOnce() {
    pass(0.5);
    arrives(0x6F, 0x20);
    arrives(0xAE, 2);

    assertThat(said).containsExactly(RESET, KEY, KEY);
  }

  @Test
  void aStickThatStartsAgainIsSetUpAgainAndAClosedChannelOpened() {
    listening();
    arrives(0x40, 0, 1, 1);
    arrives(0x40, 0, 1, 7);
    assertThat(said).containsExactly(OPEN);
    answers(0x4B);
    arrives(0x6F, 0);

    assertThat(said).containsExactly(OPEN, KEY);
  }

  @Test
  void anOpenChannelIsJoinedAndOnlySetUpAnewWhenItIsSilent() {
    pass(0.3);
    for (int i = 0; i < 40; i++) {
      page(1000 + 300 * i, i);
      pass(0.2);
      arrives(0x40, 0, 1, 2);
      pass(0.2);
    }
    assertThat(said).isEmpty();
    pass(1.6);

    assertThat(said).containsExactly(RESET);
  }

  @Test
  void aBusyHostDoesNotTakeItsOwnPauseForSilence() {
    page(1000, 1);
    nanos += 20_000_000_000L;
    pass(0.05);

    assertThat(said).isEmpty();
  }

  @Test
  void aMissingStrapIsToldAfterFifteenSecondsAndForgottenWhenItComes() {
    listening();
    pass(14.5);
    assertThat(hindrance()).isEmpty();
    pass(1);
    assertThat(hindrance()).contains("finds no heart-rate strap").contains("network key");
    page(1000, 1);
    page(1900, 2);
    assertThat(hindrance()).isEmpty();
  }

  @Test
  void aStrapWithoutSkinIsTold() {
    listening();
    for (int i = 0; i < 70; i++) {
      page(1000, 1);
      pass(0.2);
    }
    for (int i = 0; i < 10; i++) {
      page(1000, 1);
      pass(0.2);
    }

    assertThat(hindrance()).contains("detects no heartbeat");
  }
}
