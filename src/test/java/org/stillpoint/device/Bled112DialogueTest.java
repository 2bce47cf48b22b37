package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.testkit.Frames;

/** What is sent to the dongle after each of its answers, and without an answer. */
class Bled112DialogueTest {
  private static final String INFO = "000c0008010003000200 7a00 0300 01 06";
  private static final String STRAP =
      "8015 0600 c9 00 010203040506 00 ff 0a 020106 0303 0d18 020a00";
  private static final String FAR_STRAP =
      "8015 0600 a0 00 090203040506 00 ff 0a 020106 0303 0d18 020a00";
  private static final String CONNECTED = "8010 0300 00 05 010203040506 00 3c00 9001 0000 ff";
  private static final String MEASURED = "8009 0405 00 1200 01 04 1646 5203";
  private static final String SUBSCRIBED = "8005 0401 00 0000 1300";

  private static final String[] TO_SUBSCRIPTION = {
    "000206040000",
    "00030603000000" + CONNECTED,
    "00030401000000" + "8008 0402 00 1000 1500 02 0d18" + "8005 0401 00 0000 0000",
    "00030403000000"
        + "8006 0404 00 1200 02 372a"
        + "8006 0404 00 1300 02 0229"
        + "8005 0401 00 0000 0000"
  };

  private final FrameDecoder decoder = new Bled112Decoder();
  private long nanos;

  /** What is sent during this time, as hex with spaces between packets. */
  private String said(double seconds) {
    List<String> said = new ArrayList<>();
    long until = nanos + Math.round(seconds * 1e9);
    while (nanos < until) {
      nanos += 10_000_000;
      decoder.speak(nanos, bytes -> said.add(HexFormat.of().formatHex(bytes)));
    }
    return String.join(" ", said);
  }

  private List<String> hear(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return Frames.of(decoder, bytes);
  }

  private void hearEach(String... answers) {
    for (String answer : answers) {
      said(0.05);
      hear(answer);
    }
  }

  private void scan() {
    said(0.05);
    hear(INFO);
    said(0.4); // nothing is connected
    hearEach("000206048101", "00030300008601", "000206070000");
    said(0.05);
    hear("000206020000");
  }

  private void find() {
    scan();
    hear(FAR_STRAP);
    hear(STRAP);
    said(1.1);
  }

  @Test
  void everyStepFollowsFromTheAnswerBefore() {
    assertThat(said(0.05)).isEqualTo("00000008");
    hear(INFO);
    assertThat(said(0.05)).isEqualTo("00000006");
    hear("0001000603");
    assertThat(said(0.4)).isEqualTo("00000604");
    hear("000206048101");
    assertThat(said(0.05)).isEqualTo("0001030000");
    hear("00030300008601");
    assertThat(said(0.05)).isEqualTo("000506074b00320001");
    hear("000206070000");
    assertThat(said(0.05)).isEqualTo("0001060202");
    hear("000206020000" + FAR_STRAP + STRAP);
    assertThat(said(0.9)).isEmpty();
    assertThat(said(0.2)).isEqualTo("00000604");
    hear(TO_SUBSCRIPTION[0]);
    assertThat(said(0.05)).isEqualTo("000f0603" + "010203040506" + "00" + "2800500090010000");
    hear(TO_SUBSCRIPTION[1]);
    assertThat(said(0.05)).isEqualTo("00080401" + "00" + "0100ffff" + "020028");
    hear(TO_SUBSCRIPTION[2]);
    assertThat(said(0.05)).isEqualTo("00050403" + "00" + "10001500");
    hear(TO_SUBSCRIPTION[3]);
    assertThat(said(0.05)).isEqualTo("00060405" + "00" + "1300" + "020100");
    hear("00030405000000" + SUBSCRIBED);
    assertThat(said(5)).isEmpty();
    assertThat(hear(MEASURED)).contains("interval NaN");
    assertThat(decoder.hindrance()).isEmpty();
  }

  @Test
  void aDongleThatDoesNotAnswerIsAskedAgainAndThenTold() {
    assertThat(said(0.9)).isEqualTo("00000008");
    assertThat(decoder.hindrance()).isEmpty();
    assertThat(said(2)).isEqualTo("00000008 00000008");
    assertThat(decoder.hindrance().orElseThrow()).contains("does not answer");
    hear(INFO);
    assertThat(decoder.hindrance()).isEmpty();
  }

  @Test
  void aConnectionThatSendsIsLeftAlone() {
    said(0.05);
    hear(INFO);
    said(0.05);
    hear("0001000603" + CONNECTED);
    assertThat(said(1.2)).isEmpty();
    hear(MEASURED);
    assertThat(said(9)).isEmpty();
  }

  @Test
  void aConnectionThatIsSilentIsEndedAfterTwoSecondsAndAHalf() {
    said(0.05);
    hear(INFO);
    said(0.05);
    hear("0001000603" + CONNECTED);
    assertThat(said(2.4)).isEmpty();
    assertThat(said(0.2)).isEqualTo("00000604");
    hear("000206048101");
    assertThat(said(0.1)).isEqualTo("0001030000");
    hear("00030300000000" + "8003 0304 00 1602");
    assertThat(said(0.1)).isEqualTo("000506074b00320001");
  }

  @Test
  void noStrapIsToldAfterFourSecondsAndTheScanGoesOn() {
    scan();
    said(3.5);
    assertThat(decoder.hindrance()).isEmpty();
    said(1);
    assertThat(decoder.hindrance().orElseThrow())
        .contains("put the strap on")
        .contains("no other app");
    assertThat(said(6)).startsWith("00000604");
  }

  @Test
  void severalStrapsAreTold() {
    scan();
    hear(STRAP + FAR_STRAP);
    assertThat(decoder.hindrance().orElseThrow()).startsWith("Several");
  }

  /** Each command after the scan, refused: 0181 wrong state, 0180 parameter, 0186 not connected. */
  @ParameterizedTest
  @CsvSource({
    "0, 00030603810100",
    "1, 00030401008601",
    "2, 00030403008101",
    "3, 00030405008001",
    "1, 00030401000000 8005040100 0a04 0000",
    "2, 00030403000000 8005040100 0000 0000",
    "3, 00030405000000 8005040100 0504 1300",
    "2, 80030304003e02"
  })
  void whatIsRefusedOrBreaksBeginsAgain(int steps, String refusal) {
    find();
    hear(TO_SUBSCRIPTION[0]);
    for (int i = 1; i <= steps; i++) {
      said(0.05);
      hear(TO_SUBSCRIPTION[i]);
    }
    assertThat(said(0.05)).isNotEmpty();
    hear(refusal);
    assertThat(said(0.3)).isEmpty();
    assertThat(said(0.4)).isEqualTo("00000604");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatIsNotAnsweredBeginsAgainInTime(int steps) {
    find();
    hear(TO_SUBSCRIPTION[0]);
    for (int i = 1; i <= steps; i++) {
      said(0.05);
      hear(TO_SUBSCRIPTION[i]);
    }
    assertThat(said(0.05)).isNotEmpty();
    assertThat(said(7)).startsWith("00000604");
  }

  @Test
  void aStrapThatRefusesTwiceIsTold() {
    for (int i = 0; i < 2; i++) {
      if (i == 0) {
        find();
      } else {
        said(0.6);
        hearEach("000206048101", "00030300008601", "000206070000", "000206020000" + STRAP);
        said(1.1);
      }
      hear(TO_SUBSCRIPTION[0]);
      said(0.05);
      hear("00030603810100");
    }
    assertThat(decoder.hindrance().orElseThrow()).contains("cannot be connected");
  }

  @Test
  void afterADisconnectTheSameStrapIsPreferredForAWhile() {
    find();
    hearEach(TO_SUBSCRIPTION);
    said(0.05);
    hear("00030405000000" + SUBSCRIBED + MEASURED);
    hear("8003 0304 00 0802");
    assertThat(said(0.05)).isEqualTo("00000604");
    hearEach("000206048101", "00030300008601", "000206070000", "000206020000" + FAR_STRAP);
    assertThat(said(5)).isEmpty();
    hear(STRAP);
    assertThat(said(0.1)).isEqualTo("00000604");
    hear(TO_SUBSCRIPTION[0]);
    assertThat(said(0.1)).startsWith("000f0603" + "010203040506");
  }

  /** A session joins a connection made by another one, or by itself before the port was lost. */
  private void join() {
    said(0.05);
    hear(INFO);
    said(0.05);
    hear("0001000603" + CONNECTED);
    said(0.1);
    hear(MEASURED);
  }

  private void loseAndScan() {
    said(1);
    hear("8003 0304 00 0802");
    hearEach("000206048101", "00030300008601", "000206070000", "000206020000");
  }

  private String scanAgain(String... advertisements) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      for (String each : advertisements) {
        hear(each);
      }
      all.append(said(9.7)).append(' ');
      hearEach("000206040000", "00030300008601", "000206070000", "000206020000");
    }
    return all.toString();
  }

  @Test
  void aJoinedStrapThatIsLostIsNotReplacedByANeighbours() {
    join();
    loseAndScan();
    hear(FAR_STRAP);
    assertThat(said(5)).isEmpty();
    hear(STRAP);
    assertThat(said(0.1)).isEqualTo("00000604");
    hear(TO_SUBSCRIPTION[0]);
    assertThat(said(0.1)).startsWith("000f0603" + "010203040506");
  }

  @Test
  void aConnectionWhoseBeatsCameBeforeTheQuestionIsAskedForItsAddress() {
    said(0.05);
    hear(MEASURED);
    assertThat(said(0.05)).isEqualTo("00000006");
    hear("0001000603" + CONNECTED + MEASURED);
    assertThat(said(5)).isEmpty();
    loseAndScan();
    hear(FAR_STRAP);
    assertThat(said(5)).isEmpty();
  }

  @Test
  void aNeighboursStrapIsNeverTakenInPlaceOfTheLostOneButTold() {
    join();
    loseAndScan();
    assertThat(scanAgain(FAR_STRAP)).doesNotContain("000f0603");
    hear(FAR_STRAP);
    assertThat(said(5)).isEmpty();

    assertThat(decoder.hindrance().orElseThrow()).contains("another").contains("unplug the dongle");
    hear(STRAP);
    assertThat(said(0.1)).isEqualTo("00000604");
    hear(TO_SUBSCRIPTION[0]);
    assertThat(said(0.1)).startsWith("000f0603" + "010203040506");
    assertThat(decoder.hindrance()).isEmpty();
  }

  @Test
  void aJoinedConnectionThatNeverSentBeatsDoesNotKeepAStrapWaiting() {
    said(0.05);
    hear(INFO);
    said(0.05);
    hear("0001000603" + CONNECTED);
    said(2.6);
    hearEach("000206048101", "00030300008601", "000206070000", "000206020000" + FAR_STRAP);
    assertThat(said(9)).isEmpty();
    assertThat(said(3)).contains("00000604");
    hearEach("000206040000", "00030300008601", "000206070000", "000206020000" + FAR_STRAP);
    assertThat(said(1.2)).isEqualTo("00000604");
    hear(TO_SUBSCRIPTION[0]);
    assertThat(said(0.1)).startsWith("000f0603" + "090203040506");
  }

  @Test
  void aStrapThatFallsSilentIsConnectedAnew() {
    find();
    hearEach(TO_SUBSCRIPTION);
    said(0.05);
    hear("00030405000000" + SUBSCRIBED + MEASURED);
    assertThat(said(9.5)).isEmpty();
    assertThat(said(1.5)).isEqualTo("00000604 0001030000");
  }

  @Test
  void aDongleThatStartsAgainIsSetUpAnew() {
    find();
    hear("800c0000" + INFO.substring(8));
    assertThat(said(0.05)).isEqualTo("00000604");
  }
}
