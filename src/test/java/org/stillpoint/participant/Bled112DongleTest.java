package org.stillpoint.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.participant.Bled112Dongle.Trouble;

/** The virtual dongle refuses what the reference says a real one refuses. */
class Bled112DongleTest {
  private static final String SCAN = "0001060202";
  private static final String CONNECT = "000f0603 010203040506 00 2800500090010000";

  private final Bled112Dongle dongle = new Bled112Dongle(strap(), new Random(1), Trouble.NONE);
  private long nanos;

  private static Strap strap() {
    ArrayDeque<Double> beats = new ArrayDeque<>();
    VirtualPerson person =
        new VirtualPerson(Family.RESPONDER, 1, beat -> beats.add(beat.seconds()));
    return new Strap(person, beats, Strap.BLUETOOTH_TICKS);
  }

  /** The bytes that arrive within some time after a command, in hexadecimal. */
  private String answer(String command, double seconds) {
    dongle.heard(nanos, HexFormat.of().parseHex(command.replace(" ", "")));
    StringBuilder all = new StringBuilder();
    long until = nanos + Math.round(seconds * 1e9);
    while (nanos < until) {
      VirtualFirmware.Message message = dongle.next();
      assertThat(message.sentNanos()).isGreaterThan(nanos).isLessThanOrEqualTo(nanos + 50_000_000);
      nanos = message.sentNanos();
      all.append(HexFormat.of().formatHex(message.bytes()));
    }
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0000 0604, 000206048101", // nothing to end
    "0001 0300 00, 000303 00008601", // not connected
    "0006 0401 00 0100, 0", // incomplete: the dongle waits
    "0008 0401 00 0100ffff 020028, 00030401008601",
    "0005 0403 00 01001500, 00030403008601",
    "0006 0405 00 1300 020100, 00030405008601",
    "0000 0977, 800200068401" // no such command
  })
  void wrongOrderIsRefused(String command, String refusal) {
    String expected = refusal.equals("0") ? "" : refusal.replace(" ", "");
    assertThat(answer(command, 0.5)).isEqualTo(expected);
  }

  @Test
  void aScanHindersAnotherAndAConnection() {
    assertThat(answer(SCAN, 0.02)).startsWith("000206020000");
    assertThat(answer(SCAN, 0.02)).contains("000206028101");
    assertThat(answer(CONNECT, 0.02)).contains("00030603810100");
    assertThat(answer("00000604", 0.5)).contains("000206040000");
    assertThat(answer(CONNECT, 0.5)).startsWith("00030603000000" + "80100300" + "0005");
    assertThat(answer(CONNECT, 0.5)).isEqualTo("00030603810100");
  }

  @Test
  void oneProcedureAtATimeAndOnlyWhatCanBeWritten() {
    answer(CONNECT, 0.5);
    assertThat(answer("00080401 00 0100ffff 020028", 0.02)).isEqualTo("00030401000000");
    assertThat(answer("00050403 00 10001500", 0.02)).isEqualTo("00030403008101");
    answer("00000008", 1);
    assertThat(answer("00060405 00 1200 020100", 0.5)).contains("8005040100" + "0104");
    assertThat(answer("00060405 00 1300 020100", 3))
        .contains("8005040100" + "0000")
        .contains("0405001200");
  }

  @Test
  void anAntMessageLeavesItWaitingForAThousandBytes() {
    assertThat(answer("a4014a00ef", 1)).isEmpty();
    assertThat(answer("00000008", 1)).isEmpty();
  }
}
