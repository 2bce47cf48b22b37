package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.SensorKind;

/**
 * Reads the HRMI, a board with a receiver for Polar's 5 kHz straps. It answers questions: to {@code
 * G} with a number, ended by CR, it answers with its status, a count of values so far and that
 * number of its latest values, newest first, as decimal numbers separated by spaces.
 *
 * <p>What the values are depends on the board's firmware. The maker's interval firmware sends the
 * intervals in milliseconds, which are used. The firmware with which the board is sold sends whole
 * beats per minute, in both of its modes. At 60 per minute the next value is 17 ms away, so these
 * values do not give intervals that are fit for variability. Nor does the count, which changes only
 * when the host asks. Such a board is recognised, nothing is passed on, and the person is told why.
 * The two are distinguished by size: a heart rate fits into a byte, and 255 ms or less is not an
 * interval.
 *
 * <p>Sources: Heart Rate Monitor Interface user manual 1.1, and the page on the interval firmware,
 * both by danjuliodesigns. The status is not used: the meaning of its bits is known for the
 * firmware that is sold (1: averaging, 2: no beats), but not for the other.
 */
final class HrmiDecoder implements FrameDecoder {
  private static final int SHORT = 3;
  private static final int FIELDS = 10;
  private static final int VALUES = FIELDS - 2;
  private static final int LARGEST_RATE = 255;
  private static final int SHORTEST_MILLIS = 256;
  private static final int LONGEST_MILLIS = 10_000;
  private static final int LONGEST_LINE = 80;

  /** The count has one byte in one firmware and may have two in the other. */
  private static final int BYTE = 256;

  private static final int WORD = 65_536;

  /** After this many answers without a new beat the person is told: at four a second, 5 s. */
  private static final int STILL = 20;

  private static final long ASK_NANOS = 250_000_000;

  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private boolean overlong;
  private final long[] last = new long[FIELDS];
  private int known;
  private boolean identified;
  private boolean running;
  private boolean intervals;
  private boolean rates;
  private int still;
  private long nextNanos = Long.MIN_VALUE;
  private boolean askShort = true;

  @Override
  public void accept(byte[] bytes, int count, FrameHandler out) {
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b == '\r' || b == '\n') {
        endLine(out);
      } else if (length == line.length) {
        overlong = true;
      } else {
        line[length++] = b;
      }
    }
  }

  private void endLine(FrameHandler out) {
    if (length > 0) {
      long[] fields = overlong ? new long[0] : fields();
      if (fields.length == FIELDS || fields.length == SHORT) {
        answer(fields, out);
      } else {
        broken(out);
      }
    }
    length = 0;
    overlong = false;
  }

  /** The numbers of a line; empty when it contains anything else. */
  private long[] fields() {
    String[] parts = AsciiFields.string(line, length).trim().split(" +", -1);
    long[] numbers = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      byte[] part = parts[i].getBytes(StandardCharsets.ISO_8859_1);
      numbers[i] = AsciiFields.integer(part, 0, part.length);
      if (numbers[i] < 0 || numbers[i] >= WORD) {
        return new long[0];
      }
    }
    return numbers;
  }

  private void broken(FrameHandler out) {
    known = 0;
    running = false;
    if (identified) {
      out.fault(Fault.MALFORMED_LINE, 1);
    }
  }

  private void answer(long[] fields, FrameHandler out) {
    boolean first = known == 0;
    int fresh = first ? 0 : beatsSince(fields[1]);
    if (!first && !follows(fields, fresh)) {
      first = true; // restarted, or not asked for longer than its memory lasts
      running = false;
    }
    boolean longAfterShort = known == SHORT && fields.length == FIELDS;
    System.arraycopy(fields, 0, last, 0, fields.length);
    known = fields.length;
    if (first) {
      return;
    }
    if (longAfterShort && !identified) {
      identified = true;
      out.identified(new DeviceIdentity(SensorKind.INTERVALS, "HRMI", OptionalDouble.empty()));
    }
    still = fresh > 0 ? 0 : still + 1;
    if (identified) {
      classify();
      tell(fresh, out);
    }
  }

  /** How many values were added since the last answer. */
  private int beatsSince(long count) {
    int size = count >= BYTE || last[1] >= BYTE ? WORD : BYTE;
    return (int) Math.floorMod(count - last[1], (long) size);
  }

  /** Whether the values are those of the last answer, shifted by the new ones. */
  private boolean follows(long[] fields, int fresh) {
    if (fresh > VALUES) {
      return false;
    }
    for (int i = 2; i + fresh < fields.length && i < known; i++) {
      if (fields[i + fresh] != last[i]) {
        return false;
      }
    }
    return true;
  }

  private void classify() {
    for (int i = 2; i < known; i++) {
      intervals |= last[i] > LARGEST_RATE;
      rates |= last[i] > 0 && last[i] <= LARGEST_RATE;
    }
  }

  private void tell(int fresh, FrameHandler out) {
    if (!intervals || fresh > known - 2) {
      running &= fresh == 0;
      return;
    }
    for (int i = fresh - 1; i >= 0; i--) {
      long millis = last[2 + i];
      boolean possible = millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS;
      if (possible && running) {
        out.countedInterval((double) millis);
      } else if (i == 0) {
        // The newest beat begins a run: it has just arrived, whatever the time since the previous
        // one.
        out.countedInterval(Double.NaN);
        running = true;
      } else {
        running = false;
      }
    }
  }

  /**
   * Asks for a short and a long answer in turn until both agree: no other device does that by
   * chance.
   */
  @Override
  public void speak(long hostNanos, Consumer<byte[]> toDevice) {
    if (hostNanos < nextNanos) {
      return;
    }
    boolean begin = nextNanos == Long.MIN_VALUE;
    nextNanos = hostNanos + ASK_NANOS;
    String question = (begin ? "\r" : "") + (askShort && !identified ? "G1\r" : "G8\r");
    askShort = !askShort;
    toDevice.accept(question.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Optional<String> hindrance() {
    if (identified && rates && !intervals) {
      return Optional.of(
          "This receiver board sends heart rates, not the times between beats:"
              + " it needs its maker's interval firmware.");
    }
    if (identified && still >= STILL) {
      return Optional.of(
          "The receiver picks up no strap: put the strap on, moisten its electrodes,"
              + " and keep the receiver within arm's length.");
    }
    return Optional.empty();
  }
}
