package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.Fault;
import org.stillpoint.signal.SensorKind;

/** Reads the protocol of the Stillpoint firmware; every rule is in firmware-protocol.md. */
final class StillpointDecoder implements FrameDecoder {
  static final int BLOCK = 10;

  private static final int LONGEST_LINE = 128;
  private static final int CRC_CHARS = 4;
  private static final int SAMPLE_LINE = 1 + 4 + 8 + 3 * BLOCK + CRC_CHARS;
  private static final int BEAT_LINE = 1 + 4 + 8 + 8 + CRC_CHARS;
  private static final String VERSION = "1";
  private static final int NO_CONTACT = 1;

  /** Asks the device for its identity. */
  private static final String QUESTION = "?\n";

  private static final int MOST_QUESTIONS = 3;

  /** A sample is three hexadecimal digits. */
  private static final int MOST_BITS = 12;

  private static final long QUESTION_NANOS = 1_000_000_000;
  private static final int STATUS_LINE = 1 + 4 + 2 + CRC_CHARS;

  private final LineSplitter splitter = new LineSplitter(LONGEST_LINE);
  private final BlockClock blocks = new BlockClock();
  private final BeatClock beats = new BeatClock();
  private boolean firstLine = true;
  private boolean sampled;
  private long overruns = -1;
  private @Nullable Boolean touching;
  private boolean understood;
  private boolean identified;
  private boolean newer;
  private int questions;
  private long nextQuestionNanos = Long.MIN_VALUE;

  @Override
  public void accept(byte[] bytes, int count, FrameHandler out) {
    splitter.accept(
        bytes,
        count,
        new LineSplitter.Lines() {
          @Override
          public void line(byte[] text, int length) {
            decode(text, length, out);
          }

          @Override
          public void overlong() {
            firstLine = false;
            out.fault(Fault.OVERLONG_LINE, 1);
          }
        });
  }

  @Override
  public void finish(FrameHandler out) {
    blocks.finish(out);
  }

  @Override
  public void speak(long hostNanos, Consumer<byte[]> toDevice) {
    boolean ask = understood && !identified && questions < MOST_QUESTIONS;
    if (ask && hostNanos >= nextQuestionNanos) {
      questions++;
      nextQuestionNanos = hostNanos + QUESTION_NANOS;
      toDevice.accept(QUESTION.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public Optional<String> hindrance() {
    return newer
        ? Optional.of(
            "The sensor uses a newer version of the Stillpoint protocol: update this program, or"
                + " load the firmware that came with this program onto the sensor.")
        : Optional.empty();
  }

  private void decode(byte[] line, int length, FrameHandler out) {
    boolean wasFirst = firstLine;
    firstLine = false;
    if (!crcHolds(line, length)) {
      if (!wasFirst && length > 0) {
        out.fault(Fault.CRC_ERROR, 1);
      }
      return;
    }
    understood = true;
    boolean known =
        switch (line[0]) {
          case 'I' -> identity(line, length - CRC_CHARS, out);
          case 'P' -> newer || (length == SAMPLE_LINE && samples(line, out));
          case 'R' -> newer || (length == BEAT_LINE && beat(line, out));
          case 'T' -> newer || (length == STATUS_LINE && status(line, out));
          default -> true; // a line type of a later version: intact, so not a fault
        };
    if (!known) {
      out.fault(Fault.MALFORMED_LINE, 1);
    }
  }

  private static boolean crcHolds(byte[] line, int length) {
    int body = length - CRC_CHARS;
    return body > 0 && AsciiFields.hex(line, body, length) == Crc16.of(line, 0, body);
  }

  private boolean samples(byte[] line, FrameHandler out) {
    long sequence = AsciiFields.hex(line, 1, 5);
    long micros = AsciiFields.hex(line, 5, 13);
    int[] values = new int[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      long value = AsciiFields.hex(line, 13 + 3 * i, 16 + 3 * i);
      if (value == AsciiFields.NOT_A_NUMBER) {
        return false;
      }
      values[i] = (int) value;
    }
    if (sequence == AsciiFields.NOT_A_NUMBER || micros == AsciiFields.NOT_A_NUMBER) {
      return false;
    }
    sampled =
        true; // from here on beats are found in the wave, and the device's own beats are ignored
    blocks.block((int) sequence, micros, values, out);
    return true;
  }

  private boolean beat(byte[] line, FrameHandler out) {
    long sequence = AsciiFields.hex(line, 1, 5);
    long micros = AsciiFields.hex(line, 5, 13);
    long interval = AsciiFields.hex(line, 13, 21);
    if (sequence == AsciiFields.NOT_A_NUMBER
        || micros == AsciiFields.NOT_A_NUMBER
        || interval == AsciiFields.NOT_A_NUMBER) {
      return false;
    }
    if (!sampled) {
      beats.beat((int) sequence, micros, interval, out);
    }
    return true;
  }

  private boolean status(byte[] line, FrameHandler out) {
    long count = AsciiFields.hex(line, 1, 5);
    long flags = AsciiFields.hex(line, 5, 7);
    if (count == AsciiFields.NOT_A_NUMBER || flags == AsciiFields.NOT_A_NUMBER) {
      return false;
    }
    if (overruns >= 0 && count > overruns) {
      out.fault(Fault.SENSOR_OVERRUN, count - overruns);
    }
    overruns = count;
    contact((flags & NO_CONTACT) == 0, out);
    return true;
  }

  private void contact(boolean touches, FrameHandler out) {
    if (touching == null || touching != touches) {
      touching = touches;
      out.contact(touches);
    }
  }

  private boolean identity(byte[] line, int length, FrameHandler out) {
    SensorKind kind = SensorKind.PPG;
    OptionalDouble rate = OptionalDouble.empty();
    OptionalInt bits = OptionalInt.empty();
    String model = "";
    boolean boot = false;
    newer = false;
    for (String field : AsciiFields.string(line, length).substring(1).split(" ", -1)) {
      int equals = field.indexOf('=');
      String value = field.substring(equals + 1);
      switch (equals < 0 ? field : field.substring(0, equals)) {
        case "sensor" ->
            kind =
                switch (value) {
                  case "ecg" -> SensorKind.ECG;
                  case "beats" -> SensorKind.INTERVALS;
                  default -> SensorKind.PPG;
                };
        case "rate" -> rate = positive(value);
        case "bits" -> bits = bits(value);
        case "name" -> model = value;
        case "v" -> newer = !value.equals(VERSION);
        case "boot" -> boot = value.equals("1");
        default -> {} // a field of a later version
      }
    }
    if (boot) {
      overruns = -1;
      blocks.restart(out);
      beats.restart(out);
    }
    identified = true;
    out.identified(new DeviceIdentity(kind, model, rate, bits));
    return true;
  }

  private static OptionalInt bits(String text) {
    OptionalDouble value = positive(text);
    return value.isPresent() && value.getAsDouble() <= MOST_BITS
        ? OptionalInt.of((int) value.getAsDouble())
        : OptionalInt.empty();
  }

  private static OptionalDouble positive(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    long value = AsciiFields.integer(bytes, 0, bytes.length);
    return value > 0 ? OptionalDouble.of((double) value) : OptionalDouble.empty();
  }
}
